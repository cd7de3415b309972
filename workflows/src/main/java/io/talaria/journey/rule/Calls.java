package io.talaria.journey.rule;

import io.talaria.journey.JourneyState;
import io.talaria.journey.MessageReceived;
import io.talaria.journey.Mode;
import java.util.Optional;

/** What a candidate's open messages ask for in words that every definition understands. */
final class Calls {
  private Calls() {}

  static Optional<MessageReceived> toStop(JourneyState state, Reading reading) {
    return state.inbox().open().stream()
        .filter(message -> reading.stops(message, state.plan()))
        .filter(message -> !Cancelling.isAsked(state, message))
        .findFirst();
  }

  static Optional<MessageReceived> forPerson(JourneyState state, Reading reading) {
    return Objections.calling(state)
        .or(
            () ->
                state.inbox().open().stream()
                    .filter(message -> reading.asksForPerson(message, state.plan()))
                    .findFirst());
  }

  /** The other system answers; that a person is wanted the team hears all the same. */
  static boolean whileWatched(JourneyState state, Reading reading) {
    return state.watched()
        && state.mode() == Mode.BOT
        && state.needsHuman() == null
        && forPerson(state, reading).isPresent();
  }
}
