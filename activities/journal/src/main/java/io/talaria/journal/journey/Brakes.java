package io.talaria.journal.journey;

import io.talaria.port.Journal.Brake;
import io.talaria.port.Journal.DropQueued;
import io.talaria.port.Journal.ReleaseBrake;
import io.talaria.port.Journal.Step;
import io.talaria.port.Journal.StopBot;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The fence of a takeover: a send may begin only under the brake's current epoch. */
@Component
public class Brakes {
  /** An epoch under which nothing may ever leave. */
  public static final long NOBODYS = -1;

  private final JdbcClient jdbc;

  Brakes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Locks the candidate's brake until the transaction ends, making it first when there is none. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Standing lock(UUID accountId, UUID candidateId) {
    return locked(candidateId)
        .orElseGet(
            () -> {
              jdbc.sql(
                      """
                      insert into brake (candidate_id, account_id) values (:candidate, :account)
                      on conflict (candidate_id) do nothing
                      """)
                  .param("candidate", candidateId)
                  .param("account", accountId)
                  .update();
              return locked(candidateId).orElseThrow();
            });
  }

  private Optional<Standing> locked(UUID candidateId) {
    return jdbc.sql(
            """
            select epoch, holder_id is not null or standstill from brake
            where candidate_id = :candidate for update
            """)
        .param("candidate", candidateId)
        .query((row, n) -> new Standing(row.getLong(1), row.getBoolean(2)))
        .optional();
  }

  /** A hold of the journey before ends with it; what is asked for right now stays raised. */
  @Transactional(propagation = Propagation.MANDATORY)
  long freeForNewJourney(UUID candidateId) {
    jdbc.sql(
            """
            with ended as (
              update takeover set state = 'RETURNED', returned_at = clock_timestamp(),
                returned_by = 'end:' || id
              where candidate_id = :candidate and state = 'HELD' returning id)
            update brake set epoch = epoch + 1, holder_id = null, takeover_id = null, raised_at = null
            where candidate_id = :candidate and takeover_id in (select id from ended)
            """)
        .param("candidate", candidateId)
        .update();
    return epoch(candidateId);
  }

  private long epoch(UUID candidateId) {
    return jdbc.sql("select epoch from brake where candidate_id = :candidate")
        .param("candidate", candidateId)
        .query(Long.class)
        .optional()
        .orElse(0L);
  }

  /** How the brake stands, and whether a person holds it or asks to, or all stand still. */
  @Transactional(readOnly = true)
  public Brake stands(UUID candidateId) {
    return jdbc.sql(
            "select epoch, holder_id is not null or standstill from brake where candidate_id = :candidate")
        .param("candidate", candidateId)
        .query((row, n) -> new Brake(row.getLong(1), row.getBoolean(2)))
        .optional()
        .orElse(new Brake(0, false));
  }

  /**
   * Makes sure that the brake stands at least at the takeover's epoch. Drops every send of the bot
   * that waits, whatever its epoch, and what other people have waiting under an older one, also a
   * holder from whom a lead takes the journey; what waits of the taker goes on. Idempotent; called
   * until {@link #botSendsMayLeave} says no.
   */
  @Transactional
  public void holdBack(StopBot request) {
    // The console raises the brake before it asks; whoever asks without a console hasn't.
    jdbc.sql(
            """
            update brake set epoch = :epoch, takeover_id = :takeover, raised_at = clock_timestamp(),
              holder_id = (select operator_id from takeover where id = :takeover)
            where candidate_id = :candidate and epoch < :epoch
            """)
        .param("epoch", request.epoch())
        .param("takeover", request.takeover())
        .param("candidate", request.candidateId())
        .update();
    jdbc.sql(
            """
            update send_intent set state = 'REJECTED', settled_at = clock_timestamp(), settled_by = 'brake'
            where candidate_id = :candidate and state = 'QUEUED'
              and (author = 'BOT' or (epoch < :epoch and operator_id is distinct from
                    (select operator_id from takeover where id = :takeover)))
            """)
        .param("candidate", request.candidateId())
        .param("epoch", request.epoch())
        .param("takeover", request.takeover())
        .update();
  }

  /**
   * Drops what waits of a journey, or the one send that is named, and raises the epoch against
   * sends whose row isn't written yet. A brake that a person holds or asks for stays as it is: it
   * stops those sends already.
   *
   * @return the epoch under which the journey goes on: the one that stands, also for a task that
   *     runs again after its commit, unless somebody holds the brake, who isn't to be outrun
   */
  @Transactional
  public long dropQueued(DropQueued request) {
    jdbc.sql(
            """
            update brake set epoch = epoch + 1
            where candidate_id = :candidate and epoch = :epoch and holder_id is null
            """)
        .param("candidate", request.candidateId())
        .param("epoch", request.epoch())
        .update();
    jdbc.sql(
            """
            update send_intent set state = 'REJECTED', settled_at = clock_timestamp(), settled_by = 'brake'
            where candidate_id = :candidate and journey_id = :journey and state = 'QUEUED'
              and key = coalesce(cast(:key as text), key)
            """)
        .param("candidate", request.candidateId())
        .param("journey", request.journeyId())
        .param("key", request.key())
        .update();
    Brake stands = stands(request.candidateId());
    return stands.held() ? request.epoch() : stands.epoch();
  }

  /** Whether a bot send's request may still leave, by the database's clock. */
  @Transactional(readOnly = true)
  public boolean botSendsMayLeave(UUID candidateId) {
    return jdbc.sql(
            """
            select exists (select 1 from send_intent
              where candidate_id = :candidate and author = 'BOT'
                and (state = 'QUEUED' or (state = 'SENDING' and not_after > clock_timestamp())))
            """)
        .param("candidate", candidateId)
        .query(Boolean.class)
        .single();
  }

  /**
   * Lets the bot speak again: hand-back, or a takeover that was refused. Idempotent: a takeover
   * that is over changes nothing. Neither does a run, or an attempt of its task, that a newer one
   * has overtaken: the newer one may hold the journey for the same person still.
   *
   * @return the epoch that stands, or {@link #NOBODYS} while a person has the brake, and for who
   *     was overtaken
   */
  @Transactional
  public long release(ReleaseBrake request) {
    jdbc.sql("select 1 from brake where candidate_id = :candidate for update")
        .param("candidate", request.candidateId())
        .query((row, n) -> n)
        .list();
    // A newer run gets its generation under the same lock.
    if (isOvertaken(request.candidateId(), request.by())) {
      return NOBODYS;
    }
    jdbc.sql(
            """
            update takeover set
              state = case state when 'HELD' then 'RETURNED' else 'REFUSED' end,
              returned_at = case state when 'HELD' then clock_timestamp() end,
              summary = coalesce(:summary, summary), outcome = coalesce(:outcome, outcome),
              notes = coalesce(:notes, notes), returned_by = :cause
            where id = :takeover and state in ('REQUESTED', 'HELD')
            """)
        .param("summary", request.summary())
        .param("outcome", request.outcome() == null ? null : request.outcome().name())
        .param("notes", request.notes())
        .param("cause", request.cause())
        .param("takeover", request.takeover())
        .update();
    // Somebody who holds the journey still (the refused takeover wasn't theirs) goes on holding it.
    jdbc.sql(
            """
            update brake b set epoch = b.epoch + 1,
              holder_id = held.operator_id, takeover_id = held.id,
              raised_at = case when held.id is null then null else b.raised_at end
            from (select 1) one left join lateral
              (select id, operator_id from takeover
               where candidate_id = :candidate and state = 'HELD'
               order by held_at desc limit 1) held on true
            where b.candidate_id = :candidate and b.takeover_id = :takeover
            """)
        .param("candidate", request.candidateId())
        .param("takeover", request.takeover())
        .update();
    // A brake that somebody else holds or raises stays shut, also for whoever gives back late what
    // was taken from them or handed over meanwhile: the epoch that stands belongs to its holder,
    // and
    // another one may have it again.
    return jdbc.sql(
            """
            select case when holder_id is null then epoch else :nobodys end
            from brake where candidate_id = :candidate
            """)
        .param("nobodys", NOBODYS)
        .param("candidate", request.candidateId())
        .query(Long.class)
        .single();
  }

  /** By a newer run, or by what a later attempt of the step's task has written. */
  private boolean isOvertaken(UUID candidateId, @Nullable Step step) {
    if (step == null) {
      return false;
    }
    // Index journey_candidate; a candidate has few journeys. Locked, so that nothing of a later
    // attempt is written beside this. A hand-over locks the other way round: should one meet a
    // release by an attempt that was given up, one of both is told of a deadlock, and done anew.
    return jdbc.sql(
            """
            select generation > :generation or (generation = :generation and revision > :revision
              and coalesce(task_at > cast(:taskAt as timestamptz), false))
            from journey where candidate_id = :candidate for share
            """)
        .param("candidate", candidateId)
        .param("generation", step.generation())
        .param("revision", step.revision())
        .param("taskAt", step.taskAt() == null ? null : step.taskAt().atOffset(ZoneOffset.UTC))
        .query(Boolean.class)
        .list()
        .contains(true);
  }
}
