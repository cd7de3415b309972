package io.talaria.journal.journey;

import io.talaria.port.Journal;
import io.talaria.port.JourneyEvent.PlannedStartVoid;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Planned starts, where a journey begins: the one that is due is used up in the commit that begins
 * its journey; one that the candidate forestalls is void. Each under the lock of the candidate's
 * brake, so that a cancelled start never begins.
 */
@Component
class PlannedBeginnings {
  private final JdbcClient jdbc;

  PlannedBeginnings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whether a run that no message began may begin a journey; locks the row that says so. */
  boolean isDue(Journal.Open request) {
    UUID planned = request.planned();
    return planned != null
        && jdbc.sql(
                """
                select id from planned_start
                where id = :id and candidate_id = :candidate and state = 'PLANNED' and at <= now()
                  and not exists (select 1 from opt_out
                    where candidate_id = :candidate and revoked_at is null)
                for update
                """)
            .param("id", planned)
            .param("candidate", request.candidateId())
            .query(UUID.class)
            .optional()
            .isPresent();
  }

  /**
   * The journey begins as planned.
   *
   * @return the planned time
   */
  Instant begun(Journal.Open request, UUID journeyId) {
    return jdbc.sql(
            """
            update planned_start set state = 'STARTED', journey_id = :journey, settled_at = now()
            where id = :id returning at
            """)
        .param("journey", journeyId)
        .param("id", request.planned())
        .query((row, n) -> at(row))
        .single();
  }

  /** The candidate wrote before the time that was planned; what is told of it, if it was. */
  Optional<PlannedStartVoid> overtaken(UUID candidateId, UUID journeyId, Instant now) {
    // Index planned_start_one; the others have no such row, and pay one look.
    return jdbc.sql(
            """
            update planned_start
            set state = 'VOID', reason = 'wrote_first', journey_id = :journey, settled_at = now()
            where candidate_id = :candidate and state = 'PLANNED'
            returning at, id, planned_by
            """)
        .param("journey", journeyId)
        .param("candidate", candidateId)
        .query(
            (row, n) ->
                new PlannedStartVoid(
                    "planned:" + row.getObject("id", UUID.class),
                    now,
                    at(row),
                    row.getString("planned_by")))
        .optional();
  }

  private static Instant at(ResultSet row) throws SQLException {
    return row.getObject("at", OffsetDateTime.class).toInstant();
  }
}
