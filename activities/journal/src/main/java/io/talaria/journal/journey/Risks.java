package io.talaria.journal.journey;

import io.talaria.journey.JourneyState;
import io.talaria.journey.RiskScore;
import io.talaria.journey.RiskScore.Band;
import io.talaria.journey.rule.Risk;
import io.talaria.journey.rule.RiskFacts;
import io.talaria.port.JourneyWrite;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The score of a journey and its history. The score moves with the clock while nothing is written;
 * so each write keeps the one of its moment, for lists, and a card reckons anew from the state.
 */
@Component
public class Risks {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JdbcClient jdbc;
  private final StagePace pace;

  Risks(JdbcClient jdbc, StagePace pace) {
    this.jdbc = jdbc;
    this.pace = pace;
  }

  /** The score of this state at this moment. */
  public RiskScore of(UUID accountId, JourneyState state, Instant at) {
    return Risk.of(
        RiskFacts.of(
            state,
            at,
            pace.usual(accountId, state.plan().definition(), state.talk().stage()).orElse(null)));
  }

  /**
   * Keeps a score in the history whose band is another one than before, or of which the team is
   * told; no-op for any other. Codes and numbers, no words.
   */
  void moved(JourneyWrite write, boolean told, double before, RiskScore score, Instant at) {
    if (!told && Band.of(before) == Band.of(score.value())) {
      return;
    }
    jdbc.sql(
            """
            insert into risk_assessment (id, account_id, journey_id, at, risk, factors)
            values (:id, :account, :journey, :at, :risk, :factors::jsonb)
            on conflict (journey_id, at) do nothing
            """)
        .param("id", UUID.randomUUID())
        .param("account", write.accountId())
        .param("journey", write.state().journeyId())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("risk", score.value())
        .param("factors", JSON.writeValueAsString(score.factors()))
        .update();
  }
}
