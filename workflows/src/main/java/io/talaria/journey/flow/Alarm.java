package io.talaria.journey.flow;

import io.temporal.workflow.Promise;
import io.temporal.workflow.TimerOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Sleeps until a deadline or until something comes, with as few timers as possible: a later
 * deadline never re-arms a timer that is set, a nearer one gets one of its own. Whoever is woken
 * looks again at what is due.
 *
 * <p>{@code Workflow.await(Duration, …)} isn't used: the timer of a satisfied await is not
 * cancelled and fires later, for four events.
 */
final class Alarm {
  private final TreeMap<Instant, Promise<Void>> armed = new TreeMap<>();

  /**
   * Returns at the deadline, when {@code news} is true, or when an earlier timer fires.
   *
   * @param deadline null to wait for news alone
   * @param what is due then; stands in the Temporal Web UI
   */
  void sleepUntil(@Nullable Instant deadline, String what, BooleanSupplier news) {
    forgetFired();
    if (deadline != null && (armed.isEmpty() || armed.firstKey().isAfter(deadline))) {
      Duration left =
          Duration.between(Instant.ofEpochMilli(Workflow.currentTimeMillis()), deadline);
      armed.put(
          deadline, Workflow.newTimer(left, TimerOptions.newBuilder().setSummary(what).build()));
    }
    Workflow.await(() -> news.getAsBoolean() || anyFired());
  }

  private boolean anyFired() {
    return armed.values().stream().anyMatch(Promise::isCompleted);
  }

  private void forgetFired() {
    armed.values().removeIf(Promise::isCompleted);
  }
}
