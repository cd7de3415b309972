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
import org.jspecify.annotations.Nullable;
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
    int candidates =
        jdbc.sql(
                """
                insert into brake as b (candidate_id, account_id, epoch, standstill)
                select id, account_id, :forgotten, true from candidate
                on conflict (candidate_id) do update
                  set epoch = b.epoch + :forgotten, standstill = true
                """)
            .param("forgotten", FORGOTTEN)
            .update();
    // A takeover that is refused gives the brake back to its holder under the epoch of this row.
    jdbc.sql(
            """
            update takeover t set epoch = b.epoch from brake b
            where b.candidate_id = t.candidate_id and t.state = 'HELD'
            """)
        .update();
    return candidates;
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
   * Brings what a run knows of its journey into the journal: its row, and who holds it, also where
   * the journal has the same state already: the run may have written it while all stood still, and
   * no brake was raised by that. A holder whom the database has forgotten is entered again, shut
   * out; a lead takes the journey from them. Events between the backup and the restoration stay
   * lost.
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
    remember(accountId, state.hold().holder());
    Written written =
        writes.writeAgain(new JourneyWrite(accountId, candidateId, state, List.of(), List.of()));
    if (written.stands()) {
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

  /** Somebody who came after the backup; whoever they are now signs in as somebody else. */
  private void remember(UUID accountId, @Nullable Holder holder) {
    if (holder == null) {
      return;
    }
    jdbc.sql(
            """
            insert into operator (id, account_id, email, name, role, disabled_at)
            values (:id, :account, :email, :name, 'RECRUITER', now())
            on conflict (id) do nothing
            """)
        .param("id", holder.operatorId())
        .param("account", accountId)
        .param("email", "forgotten-" + holder.operatorId() + "@talaria.invalid")
        .param("name", holder.name())
        .update();
  }

  /**
   * Who holds the journey by its own account holds it; who held it or asked for it at the backup
   * doesn't any more. A takeover that somebody has asked for since all stand still keeps the brake:
   * they were told that the bot is silent, and the journey is still to be asked.
   */
  private void hold(UUID accountId, UUID candidateId, JourneyState state) {
    Holder holder = state.hold().holder();
    UUID takeover = holder == null ? null : holder.takeoverId();
    jdbc.sql(
            """
            update takeover t set state = 'RETURNED', returned_at = now()
            where candidate_id = :candidate and state in ('HELD', 'REQUESTED')
              and id is distinct from cast(:takeover as uuid)
              and not (state = 'REQUESTED' and exists (select 1 from brake b
                where b.candidate_id = :candidate and b.takeover_id = t.id and b.epoch = t.epoch))
            """)
        .param("candidate", candidateId)
        .param("takeover", takeover)
        .update();
    if (holder != null) {
      held(accountId, candidateId, state.journeyId(), holder);
    }
    // The standstill moved the epoch on, so that only what was asked for since has the brake's own.
    jdbc.sql(
            """
            update brake b set holder_id = :operator, takeover_id = :takeover, raised_at = :since
            where candidate_id = :candidate and not exists (select 1 from takeover t
              where t.id = b.takeover_id and t.state = 'REQUESTED' and t.epoch = b.epoch)
            """)
        .param("operator", holder == null ? null : holder.operatorId())
        .param("takeover", takeover)
        .param("since", holder == null ? null : holder.since().atOffset(ZoneOffset.UTC))
        .param("candidate", candidateId)
        .update();
  }

  private void held(UUID accountId, UUID candidateId, UUID journeyId, Holder holder) {
    jdbc.sql(
            """
            insert into takeover (id, account_id, candidate_id, journey_id, operator_id, epoch, state, held_at,
                                  confirmed_at)
            select :takeover, :account, :candidate, :journey, :operator, b.epoch, 'HELD', :since, now()
            from brake b where b.candidate_id = :candidate
            on conflict (id) do update set state = 'HELD', epoch = excluded.epoch, held_at = excluded.held_at,
              confirmed_at = excluded.confirmed_at
            """)
        .param("takeover", holder.takeoverId())
        .param("account", accountId)
        .param("candidate", candidateId)
        .param("journey", journeyId)
        .param("operator", holder.operatorId())
        .param("since", holder.since().atOffset(ZoneOffset.UTC))
        .update();
    // Written while all stood still, it may name nobody.
    jdbc.sql("update journey set owner_id = :operator where id = :journey")
        .param("operator", holder.operatorId())
        .param("journey", journeyId)
        .update();
  }
}
