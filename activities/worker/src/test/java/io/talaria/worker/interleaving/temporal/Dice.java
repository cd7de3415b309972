package io.talaria.worker.interleaving.temporal;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * What a seed decides. Asked about the same thing it answers the same, whoever asks and in whatever
 * order: threads meet as they like, and a seed stays the same life.
 */
record Dice(long seed) {
  /**
   * @param what strings and numbers only: other hash codes change with the process
   */
  SplittableRandom about(Object... what) {
    return new SplittableRandom(seed * 0x9E3779B97F4A7C15L ^ Arrays.hashCode(what));
  }

  int below(int bound, Object... what) {
    return about(what).nextInt(bound);
  }

  boolean oneIn(int times, Object... what) {
    return below(times, what) == 0;
  }

  UUID id(Object... what) {
    SplittableRandom random = about(what);
    return new UUID(random.nextLong(), random.nextLong());
  }
}
