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
import org.slf4j.Logger;

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

  /**
   * The engine ends a run whose task grows over 4 MB, by some thousand things that are done in one.
   */
  private static final int MOST_WITHOUT_SLEEP = 50;

  private static final Logger LOG = Workflow.getLogger(Alarm.class);

  private final EngineTime time;
  private final TreeMap<Instant, Timer> armed = new TreeMap<>();

  private int doneWithoutSleep;

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
    doneWithoutSleep = 0;
    time.await(() -> news.getAsBoolean() || armed.values().stream().anyMatch(Timer::fired));
    forgetFired();
  }

  /** Sleeps so long, or until {@code news} is true. */
  void rest(Duration pause, String why, BooleanSupplier news) {
    sleepUntil(time.now().plus(pause), why, news);
  }

  /** One more thing is to be done; true when so many were without sleep that it leads nowhere. */
  boolean circles() {
    doneWithoutSleep++;
    if (doneWithoutSleep <= MOST_WITHOUT_SLEEP || !Versions.CIRCLES_REST.atLeast(1)) {
      return false;
    }
    LOG.error(
        "Journey {} did {} things without sleep and rests for a while; the end of its history in"
            + " Temporal says which it does again and again",
        Workflow.getInfo().getWorkflowId(),
        MOST_WITHOUT_SLEEP);
    return true;
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
