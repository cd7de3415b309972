package io.talaria.journey.flow;

import io.talaria.journey.JourneyState;
import io.talaria.journey.rule.Holding;
import io.talaria.port.Journal;
import org.jspecify.annotations.Nullable;

/** The brake as the journey's sends meet it, and the epoch under which they leave. */
final class SendBrake {
  private static final long NONE = -1;

  private final Book book;
  private @Nullable String met;

  /** The epoch under which the last look found it open; a new run looks once more. */
  private long foundOpen = NONE;

  SendBrake(Book book) {
    this.book = book;
  }

  /** Whether a send met a brake of which the journey doesn't know yet. */
  boolean isMet() {
    return met != null;
  }

  /** This send met a brake. */
  void meets(String key) {
    met = key;
  }

  /** The journey knows how the brake stands. */
  void known() {
    met = null;
  }

  /**
   * Looks how the brake stands that a send met. After a takeover that was announced but never came,
   * the bot goes on under the new epoch. Where nobody holds it, and none has since the last look,
   * that send's row was dropped under the epoch that stands: it leaves under another one only.
   *
   * @return whether somebody holds the brake still
   */
  boolean look() {
    String key = met;
    known();
    Journal.Brake brake = book.journal().brake(book.start().candidateId());
    boolean inVain = !brake.held() && brake.epoch() == foundOpen;
    foundOpen = brake.held() ? NONE : brake.epoch();
    if (!brake.held()) {
      goOnUnder(brake.epoch());
    }
    if (inVain && Versions.BRAKES_OUTRUN.atLeast(1)) {
      dropQueued(key);
    }
    return brake.held();
  }

  /** Makes sure that nothing which waits will leave. */
  void dropQueued() {
    dropQueued(null);
  }

  /**
   * Makes sure that this send won't leave.
   *
   * @param key null for all that wait
   */
  void dropQueued(@Nullable String key) {
    JourneyState state = book.state();
    goOnUnder(
        book.journal()
            .dropQueued(
                new Journal.DropQueued(
                    book.start().candidateId(), state.journeyId(), state.hold().epoch(), key)));
  }

  private void goOnUnder(long epoch) {
    book.hold(Holding.braked(book.state(), epoch));
  }
}
