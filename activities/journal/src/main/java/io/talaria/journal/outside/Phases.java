package io.talaria.journal.outside;

import io.talaria.journey.Phase;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Phases of numbers, and the journeys that don't know theirs yet. */
@Component
public class Phases {
  private final JdbcClient jdbc;

  Phases(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A journey whose phase isn't its number's. */
  public record Stray(UUID journeyId, UUID candidateId, Phase phase) {}

  /**
   * Writes a number's phase, as its settings name it; where it changes, journeys are to be told.
   */
  public void set(String numberId, Phase phase) {
    jdbc.sql(
            """
            update number set phase = :phase, phase_told = false, updated_at = now()
            where id = :id and phase <> :phase
            """)
        .param("id", numberId)
        .param("phase", phase.name())
        .update();
  }

  /** Whether a phase changed of which not every journey knows. */
  public boolean untold() {
    return jdbc.sql("select exists (select 1 from number where not phase_told)")
        .query(Boolean.class)
        .single();
  }

  /** Every journey knows its number's phase. */
  public void told() {
    jdbc.sql("update number set phase_told = true where not phase_told").update();
  }

  /**
   * A page of open journeys that don't know their number's phase, by their ids. Reads the open
   * journeys one after the other by their primary key: once per change, and now and then for those
   * whose candidate went to another number.
   *
   * @param after the last journey of the page before
   */
  public List<Stray> strays(UUID after, int limit) {
    return jdbc.sql(
            """
            select j.id, j.candidate_id, n.phase from journey j join number n on n.id = j.number_id
            where j.id > :after and j.status = 'OPEN' and coalesce(j.phase, 'CONTROL') <> n.phase
            order by j.id limit :limit
            """)
        .param("after", after)
        .param("limit", limit)
        .query(
            (row, n) ->
                new Stray(
                    row.getObject(1, UUID.class),
                    row.getObject(2, UUID.class),
                    Phase.valueOf(row.getString(3))))
        .list();
  }
}
