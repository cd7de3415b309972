package io.talaria.journal.journey;

import io.talaria.journal.event.Events;
import io.talaria.journey.JourneyState;
import io.talaria.port.JourneyEvent;
import io.talaria.port.JourneyEvent.AlertAcknowledged;
import io.talaria.port.JourneyEvent.CandidateAtRisk;
import io.talaria.port.JourneyEvent.CandidateOptedOut;
import io.talaria.port.JourneyEvent.CandidateStateChanged;
import io.talaria.port.JourneyEvent.InterviewBooked;
import io.talaria.port.JourneyEvent.InterviewGivenBack;
import io.talaria.port.JourneyEvent.JourneyEnded;
import io.talaria.port.JourneyEvent.JourneyStarted;
import io.talaria.port.JourneyEvent.ListingChosen;
import io.talaria.port.JourneyEvent.ListingsOffered;
import io.talaria.port.JourneyEvent.ObjectionDecided;
import io.talaria.port.JourneyEvent.ObjectionRaised;
import io.talaria.port.JourneyEvent.OperatorHandback;
import io.talaria.port.JourneyEvent.OperatorHandover;
import io.talaria.port.JourneyEvent.OperatorMessage;
import io.talaria.port.JourneyEvent.OperatorTakeover;
import io.talaria.port.JourneyEvent.OptOutRevoked;
import io.talaria.port.JourneyEvent.OwnerSilent;
import io.talaria.port.JourneyEvent.PlanChanged;
import io.talaria.port.JourneyEvent.PlannedStartVoid;
import io.talaria.port.JourneyEvent.ReviewDecided;
import io.talaria.port.JourneyEvent.ReviewRequested;
import io.talaria.port.JourneyEvent.ScheduledNotSent;
import io.talaria.port.JourneyEvent.StageCompleted;
import io.talaria.port.JourneyEvent.StageEntered;
import io.talaria.port.JourneyEvent.StageSkipped;
import io.talaria.port.JourneyEvent.TakeoverExplained;
import io.talaria.port.JourneyEvent.UncertainSettled;
import io.talaria.port.JourneyWrite;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Appends what happened to a journey, and keeps the tables that show it: visits, takeovers,
 * opt-outs.
 */
@Component
class Happenings {
  private final Events events;
  private final StageVisits visits;
  private final Holds holds;
  private final ProactiveMessages proactive;
  private final OptOuts optOuts;

  Happenings(
      Events events,
      StageVisits visits,
      Holds holds,
      ProactiveMessages proactive,
      OptOuts optOuts) {
    this.events = events;
    this.visits = visits;
    this.holds = holds;
    this.proactive = proactive;
    this.optOuts = optOuts;
  }

  /**
   * What this write tells, and what its state tells without words.
   *
   * @param needed why a person was needed before it; null when nobody was
   */
  void append(JourneyWrite write, @Nullable String needed, Instant now) {
    JourneyState state = write.state();
    UUID journey = state.journeyId();
    List<JourneyEvent> happened = new ArrayList<>(write.events());
    if (needed != null
        && state.needsHuman() == null
        && happened.stream().noneMatch(Happenings::relieves)) {
      happened.add(relieved(state, now));
    }
    for (JourneyEvent event : happened) {
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
        case CandidateAtRisk ignored -> {}
        case OperatorTakeover takeover -> holds.taken(write, takeover);
        case OperatorHandback handback -> holds.returned(journey, handback);
        case OperatorHandover handover -> holds.passed(write, handover);
        case OperatorMessage message -> proactive.left(write, message);
        case CandidateOptedOut optedOut -> optOuts.said(write, optedOut);
        case OptOutRevoked revoked -> optOuts.revoked(write, revoked);
        case ObjectionRaised ignored -> {}
        case ObjectionDecided ignored -> {}
        case TakeoverExplained ignored -> {}
        case OwnerSilent ignored -> {}
        case ReviewRequested ignored -> {}
        case AlertAcknowledged ignored -> {}
        case ReviewDecided ignored -> {}
        case ScheduledNotSent ignored -> {}
        case JourneyStarted ignored -> {}
        case CandidateStateChanged ignored -> {}
        case InterviewBooked ignored -> {}
        case InterviewGivenBack ignored -> {}
        case ListingsOffered ignored -> {}
        case ListingChosen ignored -> {}
        case PlanChanged ignored -> {}
        case PlannedStartVoid ignored -> {}
        case UncertainSettled ignored -> {}
      }
    }
    proactive.answered(write);
    if (!state.over()) {
      visits.onlyIn(journey, state.talk().stage(), now);
    }
  }

  private static boolean relieves(JourneyEvent event) {
    return event instanceof OperatorTakeover
        || event instanceof OperatorHandback
        || event instanceof JourneyEnded;
  }

  /**
   * A lost step had called a person, which stands in the record, and it was decided otherwise when
   * it was done again.
   */
  private static JourneyEvent relieved(JourneyState state, Instant now) {
    String cause =
        "%s#needs_human:none@%d.%d"
            .formatted(state.journeyId(), state.generation(), state.revision());
    return new CandidateStateChanged(cause, now, "needs_human", null);
  }
}
