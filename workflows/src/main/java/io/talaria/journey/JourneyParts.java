package io.talaria.journey;

import io.talaria.definition.Plan;
import io.talaria.journey.JourneyState.End;
import io.talaria.journey.JourneyState.Inbox;
import io.talaria.journey.JourneyState.Talk;
import io.talaria.port.Appointment;
import io.talaria.port.Desk;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The components of a {@link JourneyState}, open to a change; records have no copy with another
 * value.
 */
final class JourneyParts {
  private final UUID journeyId;
  long generation;
  long revision;
  Plan plan;
  String numberId;
  Talk talk;
  Inbox inbox;
  Hold hold;
  Silence silence;
  @Nullable String needsHuman;
  @Nullable End end;
  List<Answered> requests;
  @Nullable List<Desk.Alert> alerts;
  Outgoing outgoing;
  @Nullable List<Appointment> agenda;
  @Nullable Review review;
  @Nullable Timing timing;
  @Nullable Phase phase;
  @Nullable Attention attention;
  @Nullable PlanMove move;

  JourneyParts(JourneyState state) {
    journeyId = state.journeyId();
    generation = state.generation();
    revision = state.revision();
    plan = state.plan();
    numberId = state.numberId();
    talk = state.talk();
    inbox = state.inbox();
    hold = state.hold();
    silence = state.silence();
    needsHuman = state.needsHuman();
    end = state.end();
    requests = state.requests();
    alerts = state.alerts();
    outgoing = state.outgoing();
    agenda = state.agenda();
    review = state.review();
    timing = state.timing();
    phase = state.phase();
    attention = state.attention();
    move = state.move();
  }

  JourneyState whole() {
    return new JourneyState(
        journeyId,
        generation,
        revision,
        plan,
        numberId,
        talk,
        inbox,
        hold,
        silence,
        needsHuman,
        end,
        requests,
        alerts,
        outgoing,
        agenda,
        review,
        timing,
        phase,
        attention,
        move);
  }
}
