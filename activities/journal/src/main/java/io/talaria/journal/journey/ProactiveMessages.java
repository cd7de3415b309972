package io.talaria.journal.journey;

import io.talaria.journal.AtCommit;
import io.talaria.port.JourneyEvent.OperatorMessage;
import io.talaria.port.JourneyWrite;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Recruiters' own initiatives and what they came to: whether the candidate answered. */
@Component
class ProactiveMessages {
  private final JdbcClient jdbc;
  private final AtCommit atCommit;

  ProactiveMessages(JdbcClient jdbc, AtCommit atCommit) {
    this.jdbc = jdbc;
    this.atCommit = atCommit;
  }

  /** It left, or may have. What the holder of a journey writes is no initiative. */
  void left(JourneyWrite write, OperatorMessage message) {
    if (!message.proactive()) {
      return;
    }
    jdbc.sql(
            """
            insert into proactive_message
              (id, account_id, candidate_id, journey_id, operator_id, intent_key, scheduled, sent_at)
            values (:id, :account, :candidate, :journey, :operator, :key, :scheduled, :at)
            on conflict (id) do nothing
            """)
        .param("id", UUID.fromString(message.cause()))
        .param("account", write.accountId())
        .param("candidate", write.candidateId())
        .param("journey", write.state().journeyId())
        .param("operator", message.operatorId())
        .param("key", message.key())
        .param("scheduled", message.scheduled())
        .param("at", message.at().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** The candidate wrote: that answers what had left before. Its index is mostly empty. */
  void answered(JourneyWrite write) {
    if (write.takenIn().isEmpty()) {
      return;
    }
    atCommit.run(
        """
        update proactive_message p set answered_at = first.at
        from (select open.id, min(m.recorded_at) as at from proactive_message open
              join message m on m.id = any(?) and m.recorded_at > open.sent_at
              where open.journey_id = ? and open.answered_at is null
              group by open.id) first
        where p.id = first.id
        """,
        write.takenIn().toArray(UUID[]::new),
        write.state().journeyId());
  }
}
