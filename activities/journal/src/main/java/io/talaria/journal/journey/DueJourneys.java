package io.talaria.journal.journey;

import io.talaria.journey.Waking;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Open journeys that sleep and are due, for whoever wakes them. */
@Component
public class DueJourneys {
  /** Later than its own timer fires, by the engine's clock and the journal's. */
  private static final Duration LATE = Duration.ofSeconds(30);

  /** The engine's clock may be behind, and a journey that is woken too early sets a timer more. */
  private static final Duration EARLIEST = Duration.ofSeconds(1);

  private final JdbcClient jdbc;

  DueJourneys(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param at its deadline
   */
  public record DueJourney(UUID candidateId, Instant at) {}

  /**
   * Takes some that are due, those first that are due longest. Each is given out once for its
   * deadline, to one caller.
   */
  public List<DueJourney> take(Waking waking, int most) {
    // What was under way when the journal was told is no sleep. The journey counts from a later
    // moment than that, so less than it goes by.
    Duration sleep = waking.from().multipliedBy(3).dividedBy(5);
    // Index journey_due. What was given out moves its deadline by acting.
    return jdbc.sql(
            """
            update journey set woken_at = now()
            where id in (
              select id from journey
              where status = 'OPEN'
                and due_at between now() - make_interval(secs => :latest)
                  and now() - make_interval(secs => :earliest)
                and due_at > moved_at + make_interval(secs => :sleep)
                and (woken_at is null or woken_at < due_at)
              order by due_at limit :most for update skip locked)
            returning candidate_id, due_at
            """)
        .param("latest", seconds(waking.grace().plus(LATE)))
        .param("earliest", seconds(EARLIEST))
        .param("sleep", seconds(sleep))
        .param("most", most)
        .query(
            (row, n) ->
                new DueJourney(
                    row.getObject(1, UUID.class),
                    row.getObject(2, OffsetDateTime.class).toInstant()))
        .list();
  }

  /** Gives one back, since it could not be woken; no-op when it has acted since. */
  public void giveBack(DueJourney journey) {
    jdbc.sql(
            """
            update journey set woken_at = null
            where candidate_id = :candidate and status = 'OPEN' and due_at = :at
            """)
        .param("candidate", journey.candidateId())
        .param("at", journey.at().atOffset(ZoneOffset.UTC))
        .update();
  }

  private static double seconds(Duration time) {
    return time.toMillis() / 1000.0;
  }
}
