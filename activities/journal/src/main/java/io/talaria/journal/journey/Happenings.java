package io.talaria.journal.journey;

import io.talaria.journal.event.Events;
import io.talaria.journey.JourneyState;
import io.talaria.port.JourneyEvent;
import io.talaria.port.JourneyEvent.CandidateAtRisk;
import io.talaria.port.JourneyEvent.CandidateStateChanged;
import io.talaria.port.JourneyEvent.JourneyEnded;
import io.talaria.port.JourneyEvent.JourneyStarted;
import io.talaria.port.JourneyEvent.OperatorHandback;
import io.talaria.port.JourneyEvent.OperatorHandover;
import io.talaria.port.JourneyEvent.OperatorMessage;
import io.talaria.port.JourneyEvent.OperatorTakeover;
import io.talaria.port.JourneyEvent.OwnerSilent;
import io.talaria.port.JourneyEvent.ReviewDecided;
import io.talaria.port.JourneyEvent.ReviewRequested;
import io.talaria.port.JourneyEvent.ScheduledNotSent;
import io.talaria.port.JourneyEvent.StageCompleted;
import io.talaria.port.JourneyEvent.StageEntered;
import io.talaria.port.JourneyEvent.StageSkipped;
import io.talaria.port.JourneyEvent.TakeoverExplained;
import io.talaria.port.JourneyWrite;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Appends what happened to a journey, and keeps the tables that show it: visits, takeovers, risk.
 */
@Component
class Happenings {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JdbcClient jdbc;
  private final Events events;
  private final StageVisits visits;
  private final Holds holds;
  private final ProactiveMessages proactive;

  Happenings(
      JdbcClient jdbc,
      Events events,
      StageVisits visits,
      Holds holds,
      ProactiveMessages proactive) {
    this.jdbc = jdbc;
    this.events = events;
    this.visits = visits;
    this.holds = holds;
    this.proactive = proactive;
  }

  void append(JourneyWrite write, Instant now) {
    JourneyState state = write.state();
    UUID journey = state.journeyId();
    for (JourneyEvent event : write.events()) {
      String type = event.getClass().getSimpleName();
      boolean told =
          events.appendNow(
              write.accountId(),
              write.candidateId(),
              journey,
              type,
              event.cause(),
              event.at(),
              event);
      if (!told) {
        // Its tables were kept in the commit that told it first. A frozen worker that wakes later
        // must not, by telling it again, undo what happened since.
        continue;
      }
      switch (event) {
        case StageEntered entered ->
            visits.entered(write.accountId(), journey, entered.stage(), entered.at());
        case StageSkipped skipped -> visits.skipped(write.accountId(), journey, skipped);
        case StageCompleted completed -> visits.completed(journey, completed);
        case JourneyEnded ended -> visits.ended(journey, ended);
        case CandidateAtRisk atRisk -> assess(write, atRisk);
        case OperatorTakeover takeover -> holds.taken(write, takeover);
        case OperatorHandback handback -> holds.returned(journey, handback);
        case OperatorHandover handover -> holds.passed(write, handover);
        case OperatorMessage message -> proactive.left(write, message);
        case TakeoverExplained ignored -> {}
        case OwnerSilent ignored -> {}
        case ReviewRequested ignored -> {}
        case ReviewDecided ignored -> {}
        case ScheduledNotSent ignored -> {}
        case JourneyStarted ignored -> {}
        case CandidateStateChanged ignored -> {}
      }
    }
    proactive.answered(write);
    if (!state.over()) {
      visits.onlyIn(journey, state.talk().stage(), now);
    }
  }

  private void assess(JourneyWrite write, CandidateAtRisk event) {
    Risk risk = Risk.of(write.state(), event.at());
    jdbc.sql(
            """
            insert into risk_assessment (id, account_id, journey_id, at, risk, factors)
            values (:id, :account, :journey, :at, :risk, :factors::jsonb)
            on conflict (journey_id, at) do nothing
            """)
        .param("id", UUID.randomUUID())
        .param("account", write.accountId())
        .param("journey", write.state().journeyId())
        .param("at", event.at().atOffset(ZoneOffset.UTC))
        .param("risk", risk.risk())
        .param("factors", JSON.writeValueAsString(risk.factors()))
        .update();
  }
}
