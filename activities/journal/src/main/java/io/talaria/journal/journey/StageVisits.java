package io.talaria.journal.journey;

import io.talaria.journal.AtCommit;
import io.talaria.port.JourneyEvent.JourneyEnded;
import io.talaria.port.JourneyEvent.StageCompleted;
import io.talaria.port.JourneyEvent.StageSkipped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When a journey was in which stage: what the funnel counts. */
@Component
class StageVisits {
  private final JdbcClient jdbc;
  private final AtCommit atCommit;

  StageVisits(JdbcClient jdbc, AtCommit atCommit) {
    this.jdbc = jdbc;
    this.atCommit = atCommit;
  }

  /** No-op while the journey is in that stage. */
  void entered(UUID accountId, UUID journeyId, String stage, Instant at) {
    jdbc.sql(
            """
            insert into stage_visit (id, account_id, journey_id, stage, entered_at)
            select :id, :account, :journey, :stage, :at
            where not exists (select 1 from stage_visit
              where journey_id = :journey and stage = :stage and left_at is null)
            on conflict (journey_id, stage, entered_at) do nothing
            """)
        .param("id", UUID.randomUUID())
        .param("account", accountId)
        .param("journey", journeyId)
        .param("stage", stage)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  void completed(UUID journeyId, StageCompleted event) {
    jdbc.sql(
            """
            update stage_visit set left_at = :at, left_as = 'COMPLETED'
            where journey_id = :journey and stage = :stage and left_at is null
            """)
        .param("at", event.at().atOffset(ZoneOffset.UTC))
        .param("journey", journeyId)
        .param("stage", event.stage())
        .update();
  }

  /** Nothing was asked in that stage. */
  void skipped(UUID accountId, UUID journeyId, StageSkipped event) {
    jdbc.sql(
            """
            insert into stage_visit (id, account_id, journey_id, stage, entered_at, left_at, left_as)
            values (:id, :account, :journey, :stage, :at, :at, 'SKIPPED')
            on conflict (journey_id, stage, entered_at) do nothing
            """)
        .param("id", UUID.randomUUID())
        .param("account", accountId)
        .param("journey", journeyId)
        .param("stage", event.stage())
        .param("at", event.at().atOffset(ZoneOffset.UTC))
        .update();
  }

  void ended(UUID journeyId, JourneyEnded event) {
    jdbc.sql(
            """
            update stage_visit set left_at = :at, left_as = :how
            where journey_id = :journey and left_at is null
            """)
        .param("at", event.at().atOffset(ZoneOffset.UTC))
        .param("how", event.ending().name())
        .param("journey", journeyId)
        .update();
  }

  /** Closes what a lost run left open in other stages than the one the journey is in. */
  void onlyIn(UUID journeyId, String stage, Instant at) {
    atCommit.run(
        """
        update stage_visit set left_at = ?, left_as = 'SKIPPED'
        where journey_id = ? and stage <> ? and left_at is null
        """,
        at.atOffset(ZoneOffset.UTC),
        journeyId,
        stage);
  }
}
