package io.talaria.journal.journey;

import io.talaria.port.JourneyWrite;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The only end-to-end acknowledgement of a message: the journey's own write says that it has it.
 */
@Component
class TakenIn {
  private final JdbcClient jdbc;

  TakenIn(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void mark(JourneyWrite write) {
    if (write.takenIn().isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            update message set taken_in_at = clock_timestamp(), taken_in_by = :generation,
                               journey_id = :journey
            where id = any(:ids) and candidate_id = :candidate and taken_in_at is null
            """)
        .param("generation", write.state().generation())
        .param("journey", write.state().journeyId())
        .param("ids", write.takenIn().toArray(UUID[]::new))
        .param("candidate", write.candidateId())
        .update();
  }

  /** The queue's row quotes the newest message of the transcript, whoever wrote it. */
  void showLastMessage(UUID journeyId, UUID candidateId) {
    // Unique index (candidate_id, seq), read backwards: one row.
    jdbc.sql(
            """
            update journey j set sealed_last_text = m.sealed_text, last_author = m.author, last_at = m.sent_at
            from (select sealed_text, author, sent_at from message
                  where candidate_id = :candidate order by seq desc limit 1) m
            where j.id = :journey
            """)
        .param("candidate", candidateId)
        .param("journey", journeyId)
        .update();
  }
}
