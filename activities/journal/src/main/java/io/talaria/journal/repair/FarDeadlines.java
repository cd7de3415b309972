package io.talaria.journal.repair;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Leases and deadlines that lie further ahead than any is given: the database's clock was set back
 * after they were written, or another machine serves it, whose clock is behind. Left alone, what a
 * dead caller held would wait for as long: a message for its answer, a takeover for its receipt.
 */
@Component
public class FarDeadlines {
  /** No lease and no call is given as much; two machines of one database differ by less. */
  private static final Duration FAR = Duration.ofMinutes(1);

  /** The longest lease, and longer than the longest call: whoever is at it may finish. */
  private static final Duration ANEW = Duration.ofSeconds(30);

  /** Of a kind, at once: the planner then takes each by its key. */
  private static final int MOST = 500;

  private final JdbcClient jdbc;

  FarDeadlines(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Gives them anew, from now, up to 500 of each kind; what was begun in the future counts as begun
   * now. No-op while the clock goes forward. Several may run at once.
   *
   * @return how many rows it changed
   */
  @Transactional
  public int shorten() {
    // Each reads a partial index of open rows that the sweepers read anyway. A locked row is in
    // somebody's hands, and is looked at again the next time.
    return jdbc.sql(
            """
            with deliveries as (
              update webhook_delivery set lease_until = now() + make_interval(secs => :anew)
              where id in (select id from webhook_delivery
                           where done_at is null
                             and lease_until > now() + make_interval(secs => :far)
                           limit :most for update skip locked)
              returning 1),
            messages as (
              update message
              set lease_until = case when lease_until > now() + make_interval(secs => :far)
                                then now() + make_interval(secs => :anew) else lease_until end,
                  signalled_at = case when signalled_at > now() then now() else signalled_at end
              where id in (select id from message
                           where direction = 'IN' and taken_in_at is null
                             and (lease_until > now() + make_interval(secs => :far)
                                  or signalled_at > now() + make_interval(secs => :far))
                           limit :most for update skip locked)
              returning 1),
            facts as (
              update journey_outbox set lease_until = now() + make_interval(secs => :anew)
              where id in (select id from journey_outbox
                           where done_at is null
                             and lease_until > now() + make_interval(secs => :far)
                           limit :most for update skip locked)
              returning 1),
            sends as (
              update send_intent set not_after = now() + make_interval(secs => :anew)
              where key in (select key from send_intent
                            where state = 'SENDING'
                              and not_after > now() + make_interval(secs => :far)
                            limit :most for update skip locked)
              returning 1),
            takeovers as (
              update takeover set requested_at = now()
              where id in (select id from takeover
                           where state in ('REQUESTED', 'HELD') and confirmed_at is null
                             and requested_at > now() + make_interval(secs => :far)
                           limit :most for update skip locked)
              returning 1)
            select (select count(*) from deliveries) + (select count(*) from messages)
              + (select count(*) from facts) + (select count(*) from sends)
              + (select count(*) from takeovers)
            """)
        .param("far", FAR.toSeconds())
        .param("anew", ANEW.toSeconds())
        .param("most", MOST)
        .query(Integer.class)
        .single();
  }
}
