package io.talaria.journey.flow;

import io.temporal.workflow.Promise;
import io.temporal.workflow.TimerOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
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
  /**
   * So short a wait is over when its timer has fired, whatever the engine's clock says: set back by
   * ten minutes, it would have a typing pause set anew for as long, and the candidate wait. A
   * longer wait is set anew, and ends when the clock says so.
   */
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final EngineTime time;
  private final TreeMap<Instant, Timer> armed = new TreeMap<>();

  private record Timer(Promise<Void> promise, Duration length) {
    boolean fired() {
      return promise.isCompleted();
    }
  }

  Alarm(EngineTime time) {
    this.time = time;
  }

  /**
   * Returns at the deadline, when {@code news} is true, or when an earlier timer fires.
   *
   * @param deadline null to wait for news alone
   * @param what is due then; stands in the Temporal Web UI
   */
  void sleepUntil(@Nullable Instant deadline, String what, BooleanSupplier news) {
    forgetFired();
    if (deadline != null && !deadline.isAfter(time.now())) {
      return;
    }
    if (deadline != null && (armed.isEmpty() || armed.firstKey().isAfter(deadline))) {
      Duration left = Duration.between(time.now(), deadline);
      var options = TimerOptions.newBuilder().setSummary(what).build();
      armed.put(deadline, new Timer(OwnScope.of(() -> Workflow.newTimer(left, options)), left));
    }
    Workflow.await(() -> news.getAsBoolean() || armed.values().stream().anyMatch(Timer::fired));
    forgetFired();
  }

  private void forgetFired() {
    Instant over = null;
    for (Map.Entry<Instant, Timer> timer : armed.entrySet()) {
      if (timer.getValue().fired() && timer.getValue().length().compareTo(PAUSE) <= 0) {
        over = timer.getKey();
      }
    }
    if (over != null && time.isBehind(over) && Versions.PAUSES_END.atLeast(1)) {
      time.passed(over);
    }
    armed.values().removeIf(Timer::fired);
  }
}
