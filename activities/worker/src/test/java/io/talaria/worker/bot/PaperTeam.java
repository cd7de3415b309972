package io.talaria.worker.bot;

import io.talaria.journey.JourneyState;
import io.talaria.journey.Mode;
import io.talaria.journey.Review;
import io.talaria.journey.rule.Escalating;
import io.talaria.journey.rule.Reviews;
import io.talaria.journey.rule.Silences;
import io.talaria.port.Desk;
import java.time.Instant;

/** Who is told of a journey on paper. */
final class PaperTeam {
  private final PaperBook book;
  private Instant told = Instant.EPOCH;

  /** Whether the team was told of somebody who waits for them, and nobody has acted yet. */
  boolean called;

  PaperTeam(PaperBook book) {
    this.book = book;
  }

  void tell(JourneyState after, Desk.Kind kind) {
    String episode = after.journeyId() + ":" + kind + ":" + after.silence().episodes();
    book.record(Escalating.told(after, kind, episode, book.now));
    told(kind);
  }

  void told(Desk.Kind kind) {
    book.note("! " + kind);
    told = book.now;
    Instant waits = book.state.silence().weOweSince();
    called |= waits != null || book.state.needsHuman() != null || book.state.inReview() != null;
  }

  void needs(String reason) {
    JourneyState calling = Reviews.closed(book.state, Review.Fate.PERSON_CALLED, book.now);
    tell(Silences.alerted(calling.withNeedsHuman(reason), false, false), Desk.Kind.NEEDS_HUMAN);
  }

  /**
   * Whether a person knows of this journey, in which nothing is to come: they hold it, or were
   * told.
   *
   * @param spoken when the bot spoke last
   */
  boolean knows(Instant spoken) {
    Instant waits = book.state.silence().weOweSince();
    if (book.state.mode() == Mode.HUMAN) {
      return waits == null || !told.isBefore(waits);
    }
    return !told.isBefore(spoken);
  }
}
