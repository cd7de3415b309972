package io.talaria.journey.rule;

import io.talaria.journey.Ending;
import io.talaria.journey.JourneyState;
import io.talaria.journey.JourneyState.End;
import io.talaria.journey.MessageReceived;
import io.talaria.port.JourneyEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What an ended journey's candidate says of wanting messages; the journal keeps it for all. */
public final class OptOuts {
  private OptOuts() {}

  /**
   * What these messages, which came after the end, mean: a stop word opts out, whatever the ending
   * was; anything else after an opt-out takes it back. Objections are kept for whoever reads them.
   */
  public static List<JourneyEvent> afterEnd(
      JourneyState state, List<MessageReceived> messages, Instant now) {
    var events = new ArrayList<JourneyEvent>();
    End end = state.end();
    boolean optedOut = end != null && end.ending() == Ending.OPTED_OUT;
    for (MessageReceived message : messages) {
      String cause = message.id().toString();
      if (Reading.CLOSE.stops(message, state.plan())) {
        events.add(new JourneyEvent.CandidateOptedOut(cause, now, message.id()));
      } else if (optedOut) {
        events.add(new JourneyEvent.OptOutRevoked(cause, now, message.id()));
      }
      if (Reading.CLOSE.objects(message, state.plan())) {
        events.add(Objections.raisedEvent(message, now));
      }
    }
    return List.copyOf(events);
  }
}
