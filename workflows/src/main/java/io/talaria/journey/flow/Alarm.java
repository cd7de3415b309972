package io.talaria.journey.flow;

import io.talaria.journey.Waking;
import io.talaria.journey.flow.OwnScope.Begun;
import io.talaria.journey.rule.QuietHours;
import io.temporal.workflow.Promise;
import io.temporal.workflow.TimerOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
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
  private boolean rung;

  /**
   * @param over what is due has come, when it was set for
   * @param late whether it fires later than that, since somebody else is to wake the journey
   */
  private record Timer(
      Instant over, String what, Duration length, boolean late, Begun<Promise<Void>> set) {
    boolean fired() {
      return set.value().isCompleted();
    }
  }

  Alarm(EngineTime time) {
    this.time = time;
  }

  /** Somebody wakes the journey: it looks at what is due. */
  void ring() {
    rung = true;
  }

  /**
   * Returns at the deadline, when {@code news} is true, when somebody rings, or when an earlier
   * timer fires.
   *
   * @param deadline null to wait for news alone
   * @param what is due then; stands in the Temporal Web UI
   * @param waking how somebody rings who knows of the deadline; null when nobody does; asked only
   *     where one may have to be set
   */
  void sleepUntil(
      @Nullable Instant deadline,
      String what,
      Supplier<@Nullable Waking> waking,
      BooleanSupplier news) {
    boolean tooEarly = rung && deadline != null && isSetLate(deadline);
    rung = false;
    forgetFired();
    forgetNight(what);
    if (deadline != null && !deadline.isAfter(time.now())) {
      return;
    }
    if (deadline != null) {
      set(deadline, what, tooEarly ? Alarm::byNobody : waking);
    }
    doneWithoutSleep = 0;
    time.await(() -> rung || news.getAsBoolean() || armed.values().stream().anyMatch(Timer::fired));
    forgetFired();
  }

  private void set(Instant deadline, String what, Supplier<@Nullable Waking> waking) {
    if (!armed.isEmpty() && !armed.firstKey().isAfter(deadline)) {
      return;
    }
    Duration left = Duration.between(time.now(), deadline);
    Duration grace = grace(left, waking.get());
    Duration length = left.plus(grace);
    Instant fires = time.now().plus(length);
    if (armed.isEmpty() || armed.firstKey().isAfter(fires)) {
      var options = TimerOptions.newBuilder().setSummary(what).build();
      var set = OwnScope.begin(() -> Workflow.newTimer(length, options));
      // A timer that is cancelled fails, which the SDK would keep for somebody to look at.
      set.value().exceptionally(cancelled -> null);
      armed.put(fires, new Timer(deadline, what, length, grace.isPositive(), set));
    }
  }

  private static @Nullable Waking byNobody() {
    return null;
  }

  /** How much after the deadline the timer fires; zero where nobody else wakes the journey. */
  private static Duration grace(Duration sleep, @Nullable Waking waking) {
    return waking != null
            && sleep.compareTo(waking.from()) >= 0
            && Versions.WOKEN_WHEN_DUE.atLeast(1)
        ? waking.grace()
        : Duration.ZERO;
  }

  private boolean isSetLate(Instant deadline) {
    return armed.values().stream().anyMatch(t -> t.late() && t.over().equals(deadline));
  }

  /** Sleeps so long, or until {@code news} is true. */
  void rest(Duration pause, String why, BooleanSupplier news) {
    sleepUntil(time.now().plus(pause), why, Alarm::byNobody, news);
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
        over = timer.getValue().over();
      }
    }
    if (over != null && time.isBehind(over) && Versions.PAUSES_END.atLeast(1)) {
      time.passed(over);
    }
    armed.values().removeIf(Timer::fired);
    forgetOutrun();
  }

  /** What they were set for is done: somebody else was faster. */
  private void forgetOutrun() {
    Instant now = time.now();
    cancel(timer -> timer.late() && !timer.over().isAfter(now));
  }

  /**
   * Its timer ends with the send that it was set for: else thousands that left hours ago would wake
   * together when the night begins.
   */
  private void forgetNight(String what) {
    if (!what.equals(QuietHours.BEGIN)) {
      cancel(timer -> timer.what().equals(QuietHours.BEGIN));
    }
  }

  private void cancel(Predicate<Timer> unneeded) {
    List<Timer> cancelled = armed.values().stream().filter(unneeded).toList();
    armed.values().removeAll(cancelled);
    cancelled.forEach(timer -> timer.set().scope().cancel());
  }
}
