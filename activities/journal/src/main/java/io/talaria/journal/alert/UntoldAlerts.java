package io.talaria.journal.alert;

import io.talaria.journal.Sealed;
import io.talaria.journey.JourneyState;
import io.talaria.port.Desk.Alert;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What journeys had to tell the team when they were written last. Their runs tell it at once; those
 * that were lost before don't, and may have no successor for long: a held journey's has nothing to
 * do by itself, and one that has ended gets none.
 */
@Component
public class UntoldAlerts {
  private final JdbcClient jdbc;
  private final Sealed sealed;

  UntoldAlerts(JdbcClient jdbc, Sealed sealed) {
    this.jdbc = jdbc;
    this.sealed = sealed;
  }

  /**
   * @param generation with {@code revision}: the write that decided them
   */
  public record Untold(UUID journeyId, long generation, long revision, List<Alert> alerts) {}

  /**
   * Takes some journeys whose last write was so long ago and had something to tell, the oldest
   * first. Each is given out once in that time, to one caller.
   */
  @Transactional
  public List<UUID> take(Duration overdue, int limit) {
    // Index journey_untold, which holds next to nothing.
    return jdbc.sql(
            """
            update journey set untold_since = now()
            where id in (
              select id from journey
              where untold_since < now() - make_interval(secs => :overdue)
              order by untold_since limit :limit for update skip locked)
            returning id
            """)
        .param("overdue", overdue.toMillis() / 1000.0)
        .param("limit", limit)
        .query(UUID.class)
        .list();
  }

  /** What this journey had to tell; empty when it has nothing to tell any more. */
  @Transactional(readOnly = true)
  public Optional<Untold> of(UUID journeyId) {
    return jdbc.sql(
            """
            select candidate_id, generation, revision, sealed_state from journey
            where id = :id and untold_since is not null and sealed_state is not null
            """)
        .param("id", journeyId)
        .query(
            (row, n) ->
                new Untold(
                    journeyId,
                    row.getLong(2),
                    row.getLong(3),
                    sealed
                        .json(row.getObject(1, UUID.class), row.getBytes(4), JourneyState.class)
                        .pendingAlerts()))
        .optional();
  }

  /** All of it was told, or needn't be. No-op when the journey has been written since. */
  @Transactional
  public void settled(Untold untold) {
    jdbc.sql(
            """
            update journey set untold_since = null
            where id = :id and generation = :generation and revision = :revision
            """)
        .param("id", untold.journeyId())
        .param("generation", untold.generation())
        .param("revision", untold.revision())
        .update();
  }
}
