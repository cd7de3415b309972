package io.talaria.dev.bench.crowd;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/** So many messages in flight, always: the next is written when a reply was accepted. */
public final class ClosedLoop {
  private static final long PATIENCE_SECONDS = 60;

  private ClosedLoop() {}

  /**
   * @param answered replies accepted within the window
   * @param unanswered messages without a reply after a minute
   */
  public record Outcome(long answered, long unanswered, Duration window, Latencies latencies) {
    public double perSecond() {
      return answered * 1e9 / window.toNanos();
    }
  }

  /** Ends with the window; what is in flight then is waited for, and not counted. */
  public static Outcome run(Crowd crowd, int inFlight, Duration window)
      throws InterruptedException {
    Instant end = Instant.now().plus(window);
    AtomicLong answered = new AtomicLong();
    AtomicLong unanswered = new AtomicLong();
    Latencies latencies = new Latencies();
    try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> loops = new ArrayList<>();
      for (int i = 0; i < inFlight; i++) {
        loops.add(
            writers.submit(
                () -> {
                  while (Instant.now().isBefore(end)) {
                    Candidate candidate = crowd.idle();
                    Exchange exchange =
                        crowd.writes(
                            candidate == null ? crowd.newcomer() : candidate, Instant.now());
                    try {
                      Reply reply = exchange.replied().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
                      if (reply.at().isBefore(end)) {
                        answered.incrementAndGet();
                        latencies.add(exchange.took(reply));
                      }
                    } catch (TimeoutException e) {
                      unanswered.incrementAndGet();
                    }
                  }
                  return null;
                }));
      }
      for (Future<?> loop : loops) {
        try {
          loop.get();
        } catch (ExecutionException e) {
          throw new IllegalStateException("A candidate could not write", e.getCause());
        }
      }
    }
    return new Outcome(answered.get(), unanswered.get(), window, latencies);
  }
}
