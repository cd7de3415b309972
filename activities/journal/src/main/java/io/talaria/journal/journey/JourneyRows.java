package io.talaria.journal.journey;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A candidate's journeys as runs find them and take them over, under the candidate's lock. */
@Component
class JourneyRows {
  private final JdbcClient jdbc;

  JourneyRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The journey that this run opened before. */
  Optional<JourneyRow> ofRun(UUID candidateId, String runId) {
    // Index journey_candidate; a candidate has few journeys.
    return jdbc.sql(
            "select %s from journey where candidate_id = :candidate and run_id = :run"
                .formatted(JourneyRow.COLUMNS))
        .param("candidate", candidateId)
        .param("run", runId)
        .query(JourneyRow::read)
        .optional();
  }

  /**
   * The journey that a lost run left open. Locked: what that run is just writing is waited for.
   * Read before it, and taken over after it, the journey would go on without the messages that this
   * write calls taken in.
   */
  Optional<JourneyRow> leftOpen(UUID candidateId) {
    return jdbc.sql(
            """
            select %s from journey
            where candidate_id = :candidate and status = 'OPEN' for update
            """
                .formatted(JourneyRow.COLUMNS))
        .param("candidate", candidateId)
        .query(JourneyRow::read)
        .optional();
  }

  /** Higher than that of any run of the candidate. */
  long nextGeneration(UUID candidateId) {
    return jdbc.sql(
            "select coalesce(max(generation), 0) + 1 from journey where candidate_id = :candidate")
        .param("candidate", candidateId)
        .query(Long.class)
        .single();
  }

  /** The run has it from now on: what an older generation writes is refused. */
  JourneyRow goOn(JourneyRow left, String runId, long generation) {
    jdbc.sql(
            """
            update journey set run_id = :run, generation = :generation, revision = 0, state_hash = null
            where id = :id
            """)
        .param("run", runId)
        .param("generation", generation)
        .param("id", left.id())
        .update();
    return new JourneyRow(
        left.id(), generation, left.definition(), left.plan(), left.language(), left.sealedState());
  }
}
