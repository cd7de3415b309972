package io.talaria.dev.bench.measure;

import java.time.Duration;

/**
 * How long and how much: the whole run, or a quick one that shows whether all of it works.
 *
 * @param seed of the random arrivals
 */
public record Scale(boolean quick, long seed) {
  /** Compilers and caches need this long before figures mean something. */
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
