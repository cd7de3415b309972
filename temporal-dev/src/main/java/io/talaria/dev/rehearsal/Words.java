package io.talaria.dev.rehearsal;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** Durations for people. */
final class Words {
  private Words() {}

  /** Such as {@code 7 days}, {@code 25 h}, {@code 11 h 30 min} or {@code 30 s}. */
  static String of(Duration time) {
    // Whole seconds: the test server's clock runs on while a journey's step is done.
    Duration whole = time.plusMillis(500).truncatedTo(ChronoUnit.SECONDS);
    if (whole.toHours() >= 48 && whole.toSeconds() % Duration.ofDays(1).toSeconds() == 0) {
      return whole.toDays() + " days";
    }
    String parts =
        part(whole.toHours(), " h ")
            + part(whole.toMinutesPart(), " min ")
            + part(whole.toSecondsPart(), " s ");
    return parts.isEmpty() ? "0 s" : parts.strip();
  }

  private static String part(long amount, String unit) {
    return amount == 0 ? "" : amount + unit;
  }
}
