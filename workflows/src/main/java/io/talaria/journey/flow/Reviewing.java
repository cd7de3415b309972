package io.talaria.journey.flow;

import io.talaria.journey.Answered;
import io.talaria.journey.JourneyState;
import io.talaria.journey.Review.Decided;
import io.talaria.journey.Review.Fate;
import io.talaria.journey.Review.Waiting;
import io.talaria.journey.ReviewDecision;
import io.talaria.journey.ReviewReceipt;
import io.talaria.journey.rule.Reviews;
import io.talaria.port.Desk;
import java.util.List;
import java.util.Objects;

/**
 * What becomes of a proposal that waits for a recruiter. Until then nothing of it has left, and
 * nobody has claimed its turn: that happens as for every reply, in the commit that writes the first
 * SENDING.
 */
final class Reviewing {
  private final Book book;
  private final Team team;

  Reviewing(Book book, Team team) {
    this.book = book;
    this.team = team;
  }

  /** A recruiter decides; what they let leave is said from now on, after they were answered. */
  void decide(ReviewDecision request) {
    JourneyState before = book.state();
    switch (request.choice()) {
      case APPROVE, EDIT -> {
        JourneyState approved = Reviews.approved(before, request, book.now());
        book.answer(approved, List.of(), answer(request, approved));
      }
      case REJECT -> {
        JourneyState rejected = Reviews.rejected(before, request, book.now());
        String cause = waiting().key() + ":" + request.version();
        team.tellRejected(rejected, cause, answer(request, rejected));
      }
    }
  }

  /** Nobody decided in time. */
  void overdue() {
    JourneyState state = book.state();
    Fate fate = Reviews.overdue(state);
    switch (fate) {
      case OVERDUE_SENT -> book.record(Reviews.sent(state, book.now()), List.of());
      case OVERDUE_DROPPED -> book.record(Reviews.dropped(state, fate, book.now()), List.of());
      default -> {
        Waiting waiting = waiting();
        book.hold(Reviews.closed(state, fate, book.now()));
        String reason =
            Objects.requireNonNullElse(waiting.proposal().needsHuman(), "review_overdue");
        team.callPerson(reason, waiting.key() + ":" + waiting.version(), Desk.Kind.NEEDS_HUMAN);
      }
    }
  }

  /** What answers nobody can't reach the candidate any more. */
  void drop() {
    book.record(Reviews.dropped(book.state(), Fate.WINDOW_CLOSED, book.now()), List.of());
  }

  private Waiting waiting() {
    return Objects.requireNonNull(book.state().inReview(), "Nothing waits for review");
  }

  private static Answered answer(ReviewDecision request, JourneyState after) {
    Decided decided = Objects.requireNonNull(Objects.requireNonNull(after.review()).decided());
    var receipt = new ReviewReceipt(request.version(), decided.fate(), decided.at());
    return new Answered(request.requestId(), receipt);
  }
}
