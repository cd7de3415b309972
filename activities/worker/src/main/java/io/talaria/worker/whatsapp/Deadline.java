package io.talaria.worker.whatsapp;

import java.time.Duration;

/**
 * A moment by this process's monotonic clock, which goes on while the process is frozen.
 *
 * @param nanos of {@link System#nanoTime}
 */
record Deadline(long nanos) {
  static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  /** What is left; negative when it has passed. */
  Duration left() {
    return Duration.ofNanos(nanos - System.nanoTime());
  }

  boolean passed() {
    return left().isNegative();
  }

  Deadline minus(Duration time) {
    return new Deadline(nanos - time.toNanos());
  }
}
