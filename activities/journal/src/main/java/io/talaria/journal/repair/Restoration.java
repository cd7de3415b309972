package io.talaria.journal.repair;

import io.talaria.journal.journey.Brakes;
import io.talaria.journal.journey.JourneyWrites;
import io.talaria.journey.Holder;
import io.talaria.journey.JourneyState;
import io.talaria.port.JourneyWrite;
import io.talaria.port.Written;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The way back after the database was restored to an older point than the runs of its journeys. The
 * runs know what the database has forgotten: where each journey stands, what it has seen, who holds
 * it.
 */
@Component
public class Restoration {
  /** More than anybody can have been given between the backup and its restoration. */
  private static final long FORGOTTEN = 1_000_000;

  private final JdbcClient jdbc;
  private final Brakes brakes;
  private final JourneyWrites writes;

  Restoration(JdbcClient jdbc, Brakes brakes, JourneyWrites writes) {
    this.jdbc = jdbc;
    this.brakes = brakes;
    this.writes = writes;
  }

  /** What a journey's state was to the journal. */
  public enum Adopted {
    /** The journal was behind and has it now. */
    CAUGHT_UP,
    /** The journal had it, or something newer. */
    KNOWN,
    /** The journey began after the backup; its candidate is known, so it was written anew. */
    BEGUN_ANEW,
    /** The journal doesn't know the candidate: their next message makes them known again. */
    UNKNOWN_CANDIDATE
  }

  /**
   * Brakes every bot: epochs move past all that were given out since the backup, and stay shut.
   * What is numbered per candidate goes on above what runs have seen, or new messages would look
   * old.
   *
   * @return how many candidates stand still
   */
  @Transactional
  public int standstill() {
    jdbc.sql("update candidate set next_seq = next_seq + :forgotten")
        .param("forgotten", FORGOTTEN)
        .update();
    return jdbc.sql(
            """
            insert into brake as b (candidate_id, account_id, epoch, standstill)
            select id, account_id, :forgotten, true from candidate
            on conflict (candidate_id) do update
              set epoch = b.epoch + :forgotten, standstill = true
            """)
        .param("forgotten", FORGOTTEN)
        .update();
  }

  /** Whether the candidate's journey waits for its release. */
  public boolean standsStill(UUID candidateId) {
    return jdbc.sql(
            "select exists (select 1 from brake where candidate_id = :candidate and standstill)")
        .param("candidate", candidateId)
        .query(Boolean.class)
        .single();
  }

  /** Whether the database, as restored, knows the candidate. */
  public boolean knows(UUID candidateId) {
    return jdbc.sql("select exists (select 1 from candidate where id = :candidate)")
        .param("candidate", candidateId)
        .query(Boolean.class)
        .single();
  }

  /** A page of candidates that stand still. */
  public List<UUID> standing(UUID after, int size) {
    // Index brake_standstill.
    return jdbc.sql(
            """
            select candidate_id from brake where standstill and candidate_id > :after
            order by candidate_id limit :size
            """)
        .param("after", after)
        .param("size", size)
        .query(UUID.class)
        .list();
  }

  /**
   * Brings what a run knows of its journey into the journal: its row, and who holds it. Events
   * between the backup and the restoration stay lost.
   */
  @Transactional
  public Adopted adopt(UUID candidateId, JourneyState state) {
    Optional<UUID> account =
        jdbc.sql("select account_id from candidate where id = :id")
            .param("id", candidateId)
            .query(UUID.class)
            .optional();
    if (account.isEmpty()) {
      return Adopted.UNKNOWN_CANDIDATE;
    }
    UUID accountId = account.get();
    brakes.lock(accountId, candidateId);
    boolean anew = insertMissing(accountId, candidateId, state) == 1;
    Written written =
        writes.writeAgain(new JourneyWrite(accountId, candidateId, state, List.of(), List.of()));
    if (written == Written.NEWEST) {
      hold(accountId, candidateId, state);
    }
    if (anew) {
      return Adopted.BEGUN_ANEW;
    }
    return written == Written.NEWEST ? Adopted.CAUGHT_UP : Adopted.KNOWN;
  }

  /** The bot may speak again, once its journey knows the new epoch. */
  @Transactional
  public void release(UUID candidateId) {
    jdbc.sql("update brake set standstill = false where candidate_id = :candidate")
        .param("candidate", candidateId)
        .update();
  }

  private int insertMissing(UUID accountId, UUID candidateId, JourneyState state) {
    if (!state.over()) {
      // The journey that the backup shows as open has ended since; only one may be open.
      jdbc.sql(
              """
              update journey set status = 'DROPPED', ended_at = now()
              where candidate_id = :candidate and status = 'OPEN' and id <> :id
                and generation < :generation
              """)
          .param("candidate", candidateId)
          .param("id", state.journeyId())
          .param("generation", state.generation())
          .update();
    }
    return jdbc.sql(
            """
            insert into journey
              (id, account_id, candidate_id, number_id, definition_name, plan, run_id, generation,
               stage, language)
            values (:id, :account, :candidate, :number, :definition, :plan, :run, :generation, :stage,
                    :language)
            on conflict (id) do nothing
            """)
        .param("id", state.journeyId())
        .param("account", accountId)
        .param("candidate", candidateId)
        .param("number", state.numberId())
        .param("definition", state.plan().definition())
        .param("plan", state.plan().number())
        .param("run", "restored-" + state.journeyId())
        .param("generation", state.generation())
        .param("stage", state.talk().stage())
        .param("language", state.talk().language())
        .update();
  }

  /**
   * Who holds the journey by its own account holds it; who held it at the backup doesn't any more.
   */
  private void hold(UUID accountId, UUID candidateId, JourneyState state) {
    Holder holder = state.hold().holder();
    jdbc.sql(
            """
            update takeover set state = 'RETURNED', returned_at = now()
            where candidate_id = :candidate and state in ('HELD', 'REQUESTED')
              and id is distinct from cast(:takeover as uuid)
            """)
        .param("candidate", candidateId)
        .param("takeover", holder == null ? null : holder.takeoverId())
        .update();
    if (holder == null) {
      jdbc.sql(
              """
              update brake set holder_id = null, takeover_id = null, raised_at = null
              where candidate_id = :candidate
              """)
          .param("candidate", candidateId)
          .update();
      return;
    }
    jdbc.sql(
            """
            insert into takeover (id, account_id, candidate_id, journey_id, operator_id, epoch, state, held_at)
            select :takeover, :account, :candidate, :journey, :operator, b.epoch, 'HELD', :since
            from brake b where b.candidate_id = :candidate
              and exists (select 1 from operator where id = :operator)
            on conflict (id) do update set state = 'HELD', epoch = excluded.epoch, held_at = excluded.held_at
            """)
        .param("takeover", holder.takeoverId())
        .param("account", accountId)
        .param("candidate", candidateId)
        .param("journey", state.journeyId())
        .param("operator", holder.operatorId())
        .param("since", holder.since().atOffset(ZoneOffset.UTC))
        .update();
    jdbc.sql(
            """
            update brake set holder_id = :operator, takeover_id = :takeover, raised_at = :since
            where candidate_id = :candidate and exists (select 1 from operator where id = :operator)
            """)
        .param("operator", holder.operatorId())
        .param("takeover", holder.takeoverId())
        .param("since", holder.since().atOffset(ZoneOffset.UTC))
        .param("candidate", candidateId)
        .update();
  }
}
