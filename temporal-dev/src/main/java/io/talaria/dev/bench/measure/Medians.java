package io.talaria.dev.bench.measure;

import java.util.Collection;
import java.util.List;

/** Figures that one outlier doesn't move. */
final class Medians {
  private Medians() {}

  /** 0 of nothing. */
  static double of(Collection<? extends Number> values) {
    List<Double> sorted = values.stream().map(Number::doubleValue).sorted().toList();
    if (sorted.isEmpty()) {
      return 0;
    }
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : (sorted.get(half - 1) + sorted.get(half)) / 2;
  }

  static double rounded(double value) {
    return Math.round(value * 100) / 100.0;
  }
}
