package io.talaria.journey.rule;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * WhatsApp's pace for one recipient: a message every six seconds, and up to 45 at once that are
 * borrowed from the future; beyond it error 131056. One moment is all that must be remembered: when
 * the messages sent so far would have been due at the even pace. See
 * https://developers.facebook.com/docs/whatsapp/cloud-api/overview#pair-rate-limits.
 */
public final class PairPace {
  /** One message each. */
  static final Duration EVERY = Duration.ofSeconds(6);

  /** So many may go at once. */
  static final int BURST = 45;

  private static final Duration BORROWED = EVERY.multipliedBy(BURST - 1L);

  private PairPace() {}

  /** When the next message may go: now, or later. */
  public static Instant freeAt(@Nullable Instant paced, Instant now) {
    if (paced == null) {
      return now;
    }
    Instant free = paced.minus(BORROWED);
    return free.isAfter(now) ? free : now;
  }

  /** What is remembered after a message went. */
  public static Instant after(@Nullable Instant paced, Instant now) {
    Instant from = paced == null || paced.isBefore(now) ? now : paced;
    return from.plus(EVERY);
  }
}
