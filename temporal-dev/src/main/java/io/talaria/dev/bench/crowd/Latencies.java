package io.talaria.dev.bench.crowd;

import java.time.Duration;
import org.HdrHistogram.SynchronizedHistogram;

/**
 * Durations to the microsecond. Each is measured from the moment at which it was due, not from when
 * the generator came round to it: a stall counts for everybody who would have come during it.
 */
public final class Latencies {
  private static final long LONGEST_MICROS = Duration.ofMinutes(30).toMillis() * 1000;

  private final SynchronizedHistogram histogram = new SynchronizedHistogram(LONGEST_MICROS, 3);

  public void add(Duration duration) {
    histogram.recordValue(Math.clamp(duration.toNanos() / 1000, 0, LONGEST_MICROS));
  }

  public long count() {
    return histogram.getTotalCount();
  }

  /** In milliseconds; 0 when nothing was measured. */
  public double millis(double percentile) {
    return count() == 0 ? 0 : histogram.getValueAtPercentile(percentile) / 1000.0;
  }

  public double maxMillis() {
    return histogram.getMaxValue() / 1000.0;
  }
}
