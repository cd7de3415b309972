package io.talaria.dev.bench.measure;

import java.time.Duration;

/**
 * How long and how much: the whole run, or a quick one that shows whether all of it works.
 *
 * @param seed of the random arrivals
 */
public record Scale(boolean quick, long seed) {
  /**
   * Of an installation, under full load and once: the second compiler goes on for some minutes
   * before it has what a message passes.
   */
  Duration compiling() {
    return Duration.ofSeconds(quick ? 10 : 300);
  }

  /** Of the bare shape, which has less to compile. */
  Duration bareWarmUp() {
    return Duration.ofSeconds(quick ? 5 : 60);
  }

  /** Of one measure, which has caches of its own. */
  Duration warmUp() {
    return Duration.ofSeconds(quick ? 5 : 20);
  }

  /** Of an open-loop measure. */
  Duration window() {
    return Duration.ofSeconds(quick ? 15 : 60);
  }

  /** Of one round, the bare shape's or ours. */
  Duration round() {
    return Duration.ofSeconds(quick ? 5 : 15);
  }

  int rounds() {
    return quick ? 2 : 5;
  }

  int of(int whole) {
    return quick ? Math.max(1, whole / 10) : whole;
  }
}
