package io.talaria.worker.bot;

/**
 * What may be one way or the other, read off one number digit by digit. Zero is the plainest of
 * all, so that a number which shrinks tells what matters.
 */
final class Dice {
  private long left;

  Dice(long variety) {
    this.left = variety;
  }

  /** From 0 to below {@code sides}. */
  int of(int sides) {
    int side = (int) (left % sides);
    left /= sides;
    return side;
  }

  /** Once in so many times. */
  boolean once(int times) {
    return of(times) == times - 1;
  }
}
