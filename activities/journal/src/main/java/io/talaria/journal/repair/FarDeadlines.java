package io.talaria.journal.repair;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Leases and deadlines that lie further ahead than any is given: the database's clock was set back
 * after they were written. Left alone, what a dead caller held would wait for as long as the clock
 * went back: a message for its answer, a takeover for its receipt.
 */
@Component
public class FarDeadlines {
  /** No lease and no call is given as much; two machines of one database differ by less. */
  private static final Duration FAR = Duration.ofMinutes(1);

  /** The longest lease, and longer than the longest call: whoever is at it may finish. */
  private static final Duration ANEW = Duration.ofSeconds(30);

  private final JdbcClient jdbc;

  FarDeadlines(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Gives them anew, from now; what was begun in the future counts as begun now. No-op while the
   * clock goes forward. Several may run at once.
   *
   * @return how many rows it changed
   */
  @Transactional
  public int shorten() {
    // Each reads a partial index of open rows that the sweepers read anyway. A locked row is in
    // somebody's hands, and is looked at again the next time.
    return jdbc.sql(
            """
            with far as (select now() + make_interval(secs => :far) as beyond,
                                now() + make_interval(secs => :anew) as anew),
            deliveries as (
              update webhook_delivery set lease_until = far.anew from far
              where id in (select id from webhook_delivery, far
                           where done_at is null and lease_until > far.beyond for update of webhook_delivery skip locked)
              returning 1),
            messages as (
              update message set signalled_at = case when signalled_at > far.beyond then now() else signalled_at end,
                lease_until = case when lease_until > far.beyond then far.anew else lease_until end
              from far
              where id in (select id from message, far
                           where direction = 'IN' and taken_in_at is null
                             and (lease_until > far.beyond or signalled_at > far.beyond) for update of message skip locked)
              returning 1),
            facts as (
              update journey_outbox set lease_until = far.anew from far
              where id in (select id from journey_outbox, far
                           where done_at is null and lease_until > far.beyond for update of journey_outbox skip locked)
              returning 1),
            sends as (
              update send_intent set not_after = far.anew from far
              where key in (select key from send_intent, far
                            where state = 'SENDING' and not_after > far.beyond for update of send_intent skip locked)
              returning 1),
            takeovers as (
              update takeover set requested_at = now() from far
              where id in (select id from takeover, far
                           where state = 'REQUESTED' and requested_at > far.beyond for update of takeover skip locked)
              returning 1)
            select (select count(*) from deliveries) + (select count(*) from messages)
              + (select count(*) from facts) + (select count(*) from sends)
              + (select count(*) from takeovers)
            """)
        .param("far", FAR.toSeconds())
        .param("anew", ANEW.toSeconds())
        .query(Integer.class)
        .single();
  }
}
