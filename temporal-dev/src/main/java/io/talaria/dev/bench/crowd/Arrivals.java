package io.talaria.dev.bench.crowd;

import java.time.Duration;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Random;

/**
 * When messages come: at random, as people write, with exponential gaps. Even gaps would let the
 * system rest between any two.
 */
public final class Arrivals implements Iterator<Duration> {
  private final Random random;
  private final double perSecond;
  private final Duration length;
  private Duration next;

  /**
   * @param length of the whole plan; nothing arrives after it
   */
  public Arrivals(double perSecond, Duration length, long seed) {
    this.random = new Random(seed);
    this.perSecond = perSecond;
    this.length = length;
    this.next = gap();
  }

  @Override
  public boolean hasNext() {
    return next.compareTo(length) < 0;
  }

  /** How long after the start the next one comes. */
  @Override
  public Duration next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Duration due = next;
    next = next.plus(gap());
    return due;
  }

  private Duration gap() {
    return Duration.ofNanos(Math.round(-Math.log(1 - random.nextDouble()) / perSecond * 1e9));
  }
}
