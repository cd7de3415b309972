package io.talaria.dev.storm;

import io.talaria.dev.storm.check.Violation;
import io.talaria.dev.storm.fault.Injected;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One run, as it is kept: a line of JSON.
 *
 * @param calmMillis from the end of the load until nothing was under way any more
 * @param waitedFor what held only after so many milliseconds of calm
 * @param counts what was said, sent, refused, taken over
 * @param violations what didn't hold; empty for a clean run
 */
public record RunReport(
    long seed,
    String engine,
    Instant begun,
    long millis,
    long calmMillis,
    Map<String, Long> waitedFor,
    List<Injected> faults,
    Map<String, Integer> counts,
    List<Violation> violations) {

  public boolean clean() {
    return violations.isEmpty();
  }
}
