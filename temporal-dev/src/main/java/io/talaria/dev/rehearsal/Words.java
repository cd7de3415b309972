package io.talaria.dev.rehearsal;

import java.time.Duration;

/** Durations for people. */
final class Words {
  private Words() {}

  /** Such as {@code 7 days}, {@code 25 h} or {@code 30 s}. */
  static String of(Duration time) {
    if (time.toHours() >= 48 && time.toHours() % 24 == 0) {
      return time.toDays() + " days";
    }
    if (time.toMinutes() >= 60 && time.toMinutes() % 60 == 0) {
      return time.toHours() + " h";
    }
    return time.toSeconds() >= 120 ? time.toMinutes() + " min" : time.toSeconds() + " s";
  }
}
