package io.talaria.worker.interleaving;

import java.time.Duration;
import java.time.Instant;

/** A life's own time. */
final class Clock {
  private Instant now = Instant.parse("2026-03-02T12:00:00Z");

  Instant now() {
    return now;
  }

  void passes(Duration time) {
    now = now.plus(time);
  }
}
