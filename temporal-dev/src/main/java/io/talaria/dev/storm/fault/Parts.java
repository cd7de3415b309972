package io.talaria.dev.storm.fault;

import io.talaria.dev.storm.seed.Fault.Target;
import io.talaria.dev.up.Stack;
import io.talaria.dev.up.StartFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** Hurts a part of the installation, and heals it. One fault at a time befalls a part. */
public final class Parts {
  public static final String SECOND_WORKER = "worker-2";

  /** Somebody who starts what has ended tries so long; a part may need others that are away too. */
  private static final Duration RESTART = Duration.ofSeconds(120);

  private final Stack stack;
  private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();

  public Parts(Stack stack) {
    this.stack = stack;
  }

  /** False when another fault has this part. */
  boolean claim(Target target) {
    return lock(name(target)).tryLock();
  }

  void free(Target target) {
    lock(name(target)).unlock();
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
      stack.bounceDatabase(Duration.ofMillis(downMillis));
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

  /** Freezes or wakes the worker, so that somebody can look while nothing moves. */
  public void freezeWorker(boolean frozen) {
    signal(Target.WORKER, frozen ? "STOP" : "CONT");
  }

  /** A second worker comes, works, and is stopped or killed. */
  void join(int millis, boolean dies) throws InterruptedException {
    start(SECOND_WORKER);
    Thread.sleep(millis);
    if (dies) {
      stack.kill(SECOND_WORKER);
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

  private ReentrantLock lock(String name) {
    return locks.computeIfAbsent(name, n -> new ReentrantLock());
  }

  private static String name(Target target) {
    return target.name().toLowerCase(Locale.ROOT);
  }
}
