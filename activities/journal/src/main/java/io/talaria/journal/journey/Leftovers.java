package io.talaria.journal.journey;

import java.time.Duration;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What a lost run left behind and may still try, when another run goes on with its journey. */
@Component
class Leftovers {
  /** Between the clocks of a worker and of PostgreSQL, and between a signal and its mark. */
  private static final Duration SKEW = Duration.ofMinutes(1);

  private final JdbcClient jdbc;

  Leftovers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Raises the epoch, so that an attempt of the lost run that wakes up may not send; cancels what
   * waited to be sent, which whoever decides the same send again may send after all, since it never
   * left; has the candidate's open messages signalled at once, and told again what became of sends
   * since the last state. A send under way is left to the reaper. Under the lock of the brake's
   * row.
   *
   * @return the epoch that holds now; who held the journey holds it under that one
   */
  @Transactional(propagation = Propagation.MANDATORY)
  long close(UUID candidateId) {
    // A takeover that is being asked for has raised it already, and its epoch is on its way to the
    // journey.
    jdbc.sql(
            """
            update brake set epoch = epoch + 1
            where candidate_id = :candidate
              and not exists (select 1 from takeover
                              where id = brake.takeover_id and state = 'REQUESTED')
            """)
        .param("candidate", candidateId)
        .update();
    holdUnderStandingEpoch(candidateId);
    jdbc.sql(
            """
            update send_intent set state = 'REJECTED', settled_at = clock_timestamp(), settled_by = 'repair'
            where candidate_id = :candidate and state = 'QUEUED'
            """)
        .param("candidate", candidateId)
        .update();
    jdbc.sql(
            """
            update message set signalled_at = null, lease_until = null
            where candidate_id = :candidate and direction = 'IN' and taken_in_at is null
            """)
        .param("candidate", candidateId)
        .update();
    tellFactsAgain(candidateId);
    return jdbc.sql("select epoch from brake where candidate_id = :candidate")
        .param("candidate", candidateId)
        .query(Long.class)
        .single();
  }

  /**
   * The lost run may have had them and never written what they led to, or they were told while no
   * run was there. Whoever has them already does nothing.
   */
  private void tellFactsAgain(UUID candidateId) {
    // Unique index of journey_outbox, by the keys of the candidate's messages.
    jdbc.sql(
            """
            update journey_outbox set done_at = null, lease_until = null
            where kind in ('SEND_SETTLED', 'SEND_TIMED', 'SEND_DELIVERED')
              and intent_key in (select intent_key from message
                where candidate_id = :candidate and direction = 'OUT')
              and done_at > coalesce(
                (select task_at - make_interval(secs => :skew) from journey
                  where candidate_id = :candidate and status = 'OPEN'), '-infinity')
            """)
        .param("candidate", candidateId)
        .param("skew", SKEW.toSeconds())
        .update();
  }

  /**
   * Who holds the journey holds it under the epoch that stands, which is the one that its run is
   * given. It may be that of a takeover which is being asked for: refused, it gives the brake back
   * to the holder under the epoch that this row tells.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  void holdUnderStandingEpoch(UUID candidateId) {
    jdbc.sql(
            """
            update takeover t set epoch = b.epoch from brake b
            where b.candidate_id = :candidate and t.candidate_id = :candidate and t.state = 'HELD'
            """)
        .param("candidate", candidateId)
        .update();
  }
}
