package io.talaria.journal.send;

import io.talaria.journey.SendSettled;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps a journey's count of uncertain sends, and tells its workflow when one is settled. */
@Component
class Uncertainty {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JdbcClient jdbc;

  Uncertainty(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void began(UUID journeyId) {
    count(journeyId, 1);
  }

  void ended(UUID journeyId) {
    count(journeyId, -1);
  }

  /** One less, and the fact on its way to the workflow. */
  void settled(String key, boolean arrived, @Nullable Integer errorCode) {
    UUID journey =
        jdbc.sql(
                """
                insert into journey_outbox (id, account_id, candidate_id, kind, intent_key, body)
                select :id, account_id, candidate_id, 'SEND_SETTLED', key, :body::jsonb
                from send_intent where key = :key
                on conflict (kind, intent_key, body) do nothing
                returning (select journey_id from send_intent where key = :key)
                """)
            .param("id", UUID.randomUUID())
            .param("key", key)
            .param("body", JSON.writeValueAsString(settledNow(key, arrived, errorCode)))
            .query(UUID.class)
            .single();
    ended(journey);
  }

  private static SendSettled settledNow(String key, boolean arrived, @Nullable Integer errorCode) {
    Treatment treatment = arrived ? null : ErrorTable.ofStatus(errorCode);
    return new SendSettled(
        key, arrived, errorCode, treatment == null ? null : treatment.name(), Instant.now());
  }

  private void count(UUID journeyId, int by) {
    jdbc.sql(
            """
            update journey set uncertain_sends = greatest(0, uncertain_sends + :by)
            where id = :journey
            """)
        .param("by", by)
        .param("journey", journeyId)
        .update();
  }
}
