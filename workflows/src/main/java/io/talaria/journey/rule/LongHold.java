package io.talaria.journey.rule;

import io.talaria.journey.JourneyState;
import io.talaria.port.Delivery;
import io.talaria.port.Outbound;
import io.talaria.port.Turn.Reason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a send that has waited for hours since its number is held. The team was told of
 * the number, once; to be told of each journey as well helps nobody.
 */
public final class LongHold {
  private LongHold() {}

  /** What becomes of it. */
  public enum Fate {
    /** It goes on waiting: it is as right later as now. */
    WAIT,
    /** Free text can't reach the candidate any more: as if WhatsApp had said so. */
    WINDOW_CLOSED,
    /** It is of no use any more, or somebody must know that it didn't leave. */
    GIVE_UP
  }

  /**
   * Decides.
   *
   * @param reason why the bot says it; null for a person's words
   */
  public static Fate of(
      JourneyState state, Delivery delivery, @Nullable Reason reason, Instant now) {
    if (reason == Reason.OPT_OUT || isStale(state, delivery, reason)) {
      return Fate.GIVE_UP;
    }
    return delivery.content() instanceof Outbound.Template
            || ServiceWindow.isOpen(state.silence().windowFrom(), now)
        ? Fate.WAIT
        : Fate.WINDOW_CLOSED;
  }

  /** What was to be said at a time, such as a reminder; first words have time. */
  private static boolean isStale(JourneyState state, Delivery delivery, @Nullable Reason reason) {
    return reason == Reason.DUE && !PlannedStarts.wereFirstWords(state, delivery.key());
  }
}
