package io.talaria.journey.flow;

import io.temporal.workflow.Workflow;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * The engine's time as a run sees it. The SDK never lets it fall back within a run: when the clock
 * of the engine's machine is set back, it stands still until that clock is where it was. What a
 * timer has shown to be over is over all the same.
 */
final class EngineTime {
  private Instant passed = Instant.EPOCH;
  private Instant taskAt = now();

  Instant now() {
    Instant engines = Instant.ofEpochMilli(Workflow.currentTimeMillis());
    return passed.isAfter(engines) ? passed : engines;
  }

  /**
   * When the workflow task began in which the run woke last. Its calls move its time on, each by as
   * long as it took: that of a worker which was frozen in one by all the while. What tells attempts
   * of a task apart is when they began. A task that the engine prolongs in the middle of a call is
   * the same one: whoever runs it again goes through all of it.
   */
  Instant taskAt() {
    return taskAt;
  }

  /** Waits until this is so; woken by another task, the run is in that one from now on. */
  void await(Supplier<Boolean> until) {
    long task = Workflow.getInfo().getHistoryLength();
    Workflow.await(until);
    if (Workflow.getInfo().getHistoryLength() != task) {
      taskAt = now();
    }
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
