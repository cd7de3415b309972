package io.talaria.journey.flow;

import io.talaria.journey.JourneyState;
import io.talaria.journey.Outgoing.Saying;
import io.talaria.port.Delivery;
import io.talaria.port.Delivery.Author;
import io.talaria.port.Delivery.Basis;
import io.talaria.port.Delivery.Claim;
import io.talaria.port.JourneyWrite;
import io.talaria.port.Proposal;
import io.talaria.port.TurnKey;
import org.jspecify.annotations.Nullable;

/** The bubble of a reply that is to be said next. The first one claims the reply's turn. */
final class DueBubble {
  private DueBubble() {}

  /**
   * @param after what to record with it; null to leave that to the caller
   */
  static Delivery of(Book book, Saying saying, @Nullable JourneyWrite after) {
    int position = saying.next();
    Proposal proposal = saying.proposal();
    return book.delivery(
        TurnKey.bubble(saying.key(), position),
        position,
        Author.BOT,
        null,
        proposal.messages().get(position),
        position == 0 ? claim(book.state(), saying) : null,
        proposal.waitsForArrival(position + 1),
        after);
  }

  private static Claim claim(JourneyState state, Saying saying) {
    Proposal proposal = saying.proposal();
    var basis = new Basis(state.generation(), state.revision());
    return new Claim(saying.key(), proposal.inputIds(), proposal, basis);
  }
}
