package io.talaria.journey.rule;

import io.talaria.journey.JourneyState;
import io.talaria.journey.Outgoing.Saying;
import io.talaria.port.JourneyEvent;
import io.talaria.port.JourneyEvent.InterviewBooked;
import io.talaria.port.JourneyEvent.InterviewGivenBack;
import io.talaria.port.JourneyEvent.ListingChosen;
import io.talaria.port.JourneyEvent.ListingsOffered;
import io.talaria.port.Kept;
import java.time.Instant;
import java.util.List;

/** What a reply came to beside its words, as events. */
final class KeptEvents {
  private KeptEvents() {}

  /**
   * Of the reply that was said to its end.
   *
   * @param before the state in which it was still to be said
   * @param cause the reply's key; with any other one nothing was said to its end
   */
  static List<JourneyEvent> of(JourneyState before, String cause, Instant at) {
    Saying saying = before.outgoing().saying();
    if (saying == null || !saying.key().equals(cause) || saying.proposal().kept() == null) {
      return List.of();
    }
    return saying.proposal().kept().stream()
        .map(kept -> event(kept, cause + "#" + kept.step(), at))
        .toList();
  }

  private static JourneyEvent event(Kept kept, String cause, Instant at) {
    return switch (kept) {
      case Kept.Booked booked -> new InterviewBooked(cause, at, booked.step(), booked.at());
      case Kept.GivenBack back -> new InterviewGivenBack(cause, at, back.step(), back.at());
      case Kept.Offered offered ->
          new ListingsOffered(
              cause,
              at,
              offered.step(),
              offered.listings().stream().map(Kept.Listed::listing).toList());
      case Kept.Chosen chosen -> new ListingChosen(cause, at, chosen.step(), chosen.listing());
    };
  }
}
