package io.talaria.journey.flow;

import io.temporal.workflow.Workflow;
import java.time.Instant;

/**
 * The engine's time as a run sees it. The SDK never lets it fall back within a run: when the clock
 * of the engine's machine is set back, it stands still until that clock is where it was. What a
 * timer has shown to be over is over all the same.
 */
final class EngineTime {
  private Instant passed = Instant.EPOCH;

  Instant now() {
    Instant engines = Instant.ofEpochMilli(Workflow.currentTimeMillis());
    return passed.isAfter(engines) ? passed : engines;
  }

  /** Whether the engine's time has not come as far, in the milliseconds in which it is told. */
  boolean isBehind(Instant moment) {
    return now().toEpochMilli() < moment.toEpochMilli();
  }

  /** From here on it is at least so late. */
  void passed(Instant moment) {
    if (moment.isAfter(passed)) {
      passed = moment;
    }
  }
}
