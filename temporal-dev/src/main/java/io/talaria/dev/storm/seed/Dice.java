package io.talaria.dev.storm.seed;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Chance that can be had again. Each use has a stream of its own, named for what it decides, so
 * that one more throw here changes nothing there.
 */
public final class Dice {
  private static final RandomGeneratorFactory<RandomGenerator> ALGORITHM =
      RandomGeneratorFactory.of("L64X128MixRandom");

  private final RandomGenerator random;

  private Dice(RandomGenerator random) {
    this.random = random;
  }

  /** The same seed and name throw the same, on every machine. */
  public static Dice of(long seed, String name) {
    long mixed = seed * 0x9E3779B97F4A7C15L;
    for (int i = 0; i < name.length(); i++) {
      mixed = (mixed ^ name.charAt(i)) * 0x100000001B3L;
    }
    return new Dice(ALGORITHM.create(mixed));
  }

  public synchronized boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  /** From {@code least} to {@code most}, both included. */
  public synchronized int between(int least, int most) {
    return random.nextInt(least, most + 1);
  }

  public synchronized <T> T pick(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  public synchronized double fraction() {
    return random.nextDouble();
  }
}
