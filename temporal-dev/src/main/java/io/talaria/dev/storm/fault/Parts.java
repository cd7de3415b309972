package io.talaria.dev.storm.fault;

import io.talaria.dev.storm.seed.Fault;
import io.talaria.dev.storm.seed.Fault.Target;
import io.talaria.dev.up.Stack;
import io.talaria.dev.up.StartFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** Hurts a part of the installation, and heals it. One fault at a time befalls a part. */
public final class Parts {
  public static final String WORKER = "worker";
  public static final String SECOND_WORKER = "worker-2";

  /** Somebody who starts what has ended tries so long; a part may need others that are away too. */
  private static final Duration RESTART = Duration.ofSeconds(120);

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

  private final Stack stack;
  private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();

  public Parts(Stack stack) {
    this.stack = stack;
  }

  /** False when another fault has one of its parts for longer than one waits. */
  boolean claim(Fault fault) throws InterruptedException {
    List<ReentrantLock> claimed = new ArrayList<>();
    for (ReentrantLock lock : locks(fault)) {
      if (!lock.tryLock(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
        claimed.forEach(ReentrantLock::unlock);
        return false;
      }
      claimed.add(lock);
    }
    return true;
  }

  void free(Fault fault) {
    locks(fault).forEach(ReentrantLock::unlock);
  }

  void kill(Target target, int downMillis) throws InterruptedException {
    if (target == Target.POSTGRES) {
      stack.crashDatabase();
      return;
    }
    stack.kill(name(target));
    Thread.sleep(downMillis);
    start(name(target));
  }

  void stop(Target target, int downMillis) throws InterruptedException {
    if (target == Target.POSTGRES) {
      stack.withDatabaseEnded(data -> Thread.sleep(downMillis));
      return;
    }
    stack.stop(name(target));
    Thread.sleep(downMillis);
    start(name(target));
  }

  void pause(Target target, int millis) throws InterruptedException {
    signal(target, "STOP");
    try {
      Thread.sleep(millis);
    } finally {
      signal(target, "CONT");
    }
  }

  void signal(Target target, String signal) {
    if (target == Target.POSTGRES) {
      stack.signalDatabase(signal);
    } else {
      stack.signal(name(target), signal);
    }
  }

  /** Freezes or wakes the workers, so that somebody can look while nothing moves. */
  public void freezeWorkers(boolean frozen) {
    signal(Target.WORKER, frozen ? "STOP" : "CONT");
    signal(Target.SECOND_WORKER, frozen ? "STOP" : "CONT");
  }

  /** Brings the second worker, or sends it away in good order; no-op when it is as asked. */
  public void second(boolean wanted) throws InterruptedException {
    if (wanted && !stack.runs(SECOND_WORKER)) {
      start(SECOND_WORKER);
    } else if (!wanted) {
      stack.stop(SECOND_WORKER);
    }
  }

  boolean hasSecond() {
    return stack.runs(SECOND_WORKER);
  }

  void leave(boolean dies) {
    if (dies) {
      stack.forget(SECOND_WORKER);
    } else {
      stack.stop(SECOND_WORKER);
    }
  }

  /** As a service manager does: again, until it answers. */
  private void start(String name) throws InterruptedException {
    Instant end = Instant.now().plus(RESTART);
    while (true) {
      try {
        stack.restart(name);
        return;
      } catch (StartFailure e) {
        if (Instant.now().isAfter(end)) {
          throw e;
        }
        stack.forget(name);
        Thread.sleep(300);
      }
    }
  }

  /** Of its part; of a takeover from a frozen worker also the one that is to answer meanwhile. */
  private List<ReentrantLock> locks(Fault fault) {
    return fault.kind() == Fault.Kind.TAKE_IN_THE_GAP
        ? List.of(lock(fault.target()), lock(Target.SECOND_WORKER))
        : List.of(lock(fault.target()));
  }

  private ReentrantLock lock(Target target) {
    return locks.computeIfAbsent(name(target), n -> new ReentrantLock());
  }

  private static String name(Target target) {
    return switch (target) {
      case WORKER -> WORKER;
      case SECOND_WORKER -> SECOND_WORKER;
      case GATEWAY, TEMPORAL, POSTGRES -> target.name().toLowerCase(Locale.ROOT);
    };
  }
}
