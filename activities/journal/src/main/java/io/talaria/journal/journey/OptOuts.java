package io.talaria.journal.journey;

import io.talaria.port.JourneyEvent.CandidateOptedOut;
import io.talaria.port.JourneyEvent.OptOutRevoked;
import io.talaria.port.JourneyWrite;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who wants no messages. One row for each time that somebody said so, kept for good: it names the
 * message with the words. It holds over all journeys until the candidate writes again.
 */
@Component
class OptOuts {
  private final JdbcClient jdbc;

  OptOuts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void said(JourneyWrite write, CandidateOptedOut event) {
    jdbc.sql(
            """
            insert into opt_out (message_id, account_id, candidate_id, journey_id, channel, said_at)
            values (:message, :account, :candidate, :journey, 'whatsapp', :at)
            on conflict (message_id) do nothing
            """)
        .param("message", event.messageId())
        .param("account", write.accountId())
        .param("candidate", write.candidateId())
        .param("journey", write.state().journeyId())
        .param("at", event.at().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** The candidate wrote something else after it. */
  void revoked(JourneyWrite write, OptOutRevoked event) {
    revoke(write.candidateId(), event.at(), "WROTE_AGAIN", event.messageId());
  }

  /** A message of the candidate began a new journey: they are greeted as anybody is. */
  void revokedByNewJourney(UUID candidateId, Instant at) {
    revoke(candidateId, at, "NEW_JOURNEY", null);
  }

  private void revoke(UUID candidateId, Instant at, String how, @Nullable UUID with) {
    jdbc.sql(
            """
            update opt_out set revoked_at = :at, revoked_by = :how, revoked_with = :with
            where candidate_id = :candidate and revoked_at is null
            """)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("how", how)
        .param("with", with)
        .param("candidate", candidateId)
        .update();
  }
}
