package io.talaria.journal.reading;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Numbers over all journeys, which every open page asks for at every change. One count serves all
 * who asked before it began, and counting takes at most a twentieth of the time: what it costs
 * grows neither with the pages nor with the messages, and a page is the later the more journeys
 * there are. Whoever asks gets a count that began after the asking, so that nothing which the asker
 * knows of is missing.
 */
final class Recount<K, V> {
  /** Rest after a count, in durations of that count. */
  private static final int REST = 19;

  private static final Duration LONGEST_REST = Duration.ofSeconds(5);

  private final ConcurrentMap<K, Line<V>> lines = new ConcurrentHashMap<>();

  /** Must not be called in a transaction: it may wait for some seconds. */
  V of(K what, Supplier<V> count) {
    return lines.computeIfAbsent(what, key -> new Line<>()).next(count);
  }

  private static final class Line<V> {
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable V value;
    private long begun = System.nanoTime();
    private long restUntil = begun;

    V next(Supplier<V> count) {
      long asked = System.nanoTime();
      lock.lock();
      try {
        V known = value;
        if (known != null && begun - asked > 0) {
          return known;
        }
        rest();
        begun = System.nanoTime();
        try {
          V counted = count.get();
          value = counted;
          return counted;
        } finally {
          long took = System.nanoTime() - begun;
          restUntil = begun + took + Math.min(took * REST, LONGEST_REST.toNanos());
        }
      } finally {
        lock.unlock();
      }
    }

    private void rest() {
      while (restUntil - System.nanoTime() > 0 && !Thread.currentThread().isInterrupted()) {
        LockSupport.parkNanos(restUntil - System.nanoTime());
      }
    }
  }
}
