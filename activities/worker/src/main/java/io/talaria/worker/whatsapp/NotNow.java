package io.talaria.worker.whatsapp;

import io.talaria.journal.send.Treatment;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The retryable failure of a governed send, with the wait that WhatsApp's rules ask for, or ours.
 */
final class NotNow {
  static final String TYPE = "NotNow";

  private static final int LONGEST_PAIR_WAIT = 4;
  private static final int LONGEST_WAIT = 6;

  /** Less than between two trials of a held number, so that those who wait don't miss one. */
  private static final Duration WHILE_HELD = Duration.ofSeconds(30);

  /** By then most of what left at once is over, when hundreds of reminders are due together. */
  private static final Duration WITHOUT_ROOM = Duration.ofMinutes(1);

  private NotNow() {}

  static ApplicationFailure failure(@Nullable String treatment, int times) {
    return failure(treatment, delay(treatment, times));
  }

  /** The number sends nothing for so long, since WhatsApp said that it sends too much. */
  static ApplicationFailure whileResting(Duration left) {
    return failure(Treatment.THROTTLE.name(), left);
  }

  /**
   * The number makes as many calls as it may, and nobody waits for a reminder: it is tried again
   * after one to two minutes, not at the same time as all others.
   */
  static ApplicationFailure withoutRoom(String key) {
    long spread = Math.floorMod((long) key.hashCode(), WITHOUT_ROOM.toMillis());
    return of("The number has no room for reminders now", WITHOUT_ROOM.plusMillis(spread)).build();
  }

  private static ApplicationFailure failure(@Nullable String treatment, Duration delay) {
    ApplicationFailure.Builder failure = of("WhatsApp refuses for now: " + treatment, delay);
    // What the journey goes by when this was the last attempt.
    return treatment == null ? failure.build() : failure.setDetails(treatment).build();
  }

  private static ApplicationFailure.Builder of(String message, Duration delay) {
    return ApplicationFailure.newBuilder()
        .setType(TYPE)
        .setMessage(message)
        .setNextRetryDelay(delay);
  }

  /**
   * 4^X seconds for one recipient, X = 0, 1, 2 …, as WhatsApp asks; half a minute while the number
   * is held; else 2^X.
   *
   * @param times how often the send was refused so, this one included
   */
  static Duration delay(@Nullable String treatment, int times) {
    int x = times - 1;
    if (Treatment.ACCOUNT.name().equals(treatment)) {
      return WHILE_HELD;
    }
    return Treatment.PAIR_RATE.name().equals(treatment)
        ? Duration.ofSeconds((long) Math.pow(4, Math.min(x, LONGEST_PAIR_WAIT)))
        : Duration.ofSeconds((long) Math.pow(2, Math.min(x, LONGEST_WAIT)));
  }
}
