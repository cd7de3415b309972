package io.talaria.dev.bench.crowd;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Messages come when they come, whatever the system does meanwhile; each reply may be followed by
 * its three statuses.
 */
public final class OpenLoop implements AutoCloseable {
  /** How long after the reply each status comes, on average. */
  private static final List<Step> STEPS =
      List.of(new Step("sent", 200), new Step("delivered", 900), new Step("read", 4000));

  private record Step(String status, long millis) {}

  private final Crowd crowd;
  private final ScheduledThreadPoolExecutor clock =
      new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("clock").factory());
  private final Queue<Exchange> exchanges = new ConcurrentLinkedQueue<>();
  private final Latencies acknowledged = new Latencies();
  private final Latencies replied = new Latencies();
  private final AtomicLong statuses = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();

  /**
   * @param statuses whether replies are followed by their statuses
   */
  public OpenLoop(Crowd crowd, boolean statuses) {
    this.crowd = crowd;
    crowd.onReply(statuses ? this::statuses : (candidate, reply) -> {});
  }

  /** Writes them all, each when it is due; returns when the last one was written. */
  public void run(Arrivals arrivals) throws InterruptedException {
    Instant start = Instant.now();
    while (arrivals.hasNext()) {
      Instant due = start.plus(arrivals.next());
      Duration wait = Duration.between(Instant.now(), due);
      if (wait.isPositive()) {
        Thread.sleep(wait);
      }
      Candidate candidate = crowd.idle();
      Exchange exchange = crowd.writes(candidate == null ? crowd.newcomer() : candidate, due);
      exchanges.add(exchange);
      exchange.acknowledged().whenComplete(this::acknowledged);
      exchange.replied().thenAccept(reply -> replied.add(exchange.took(reply)));
    }
  }

  /**
   * Waits until every message has its reply.
   *
   * @return how many have none when the patience is over
   */
  public long drain(Duration patience) throws InterruptedException {
    Instant end = Instant.now().plus(patience);
    long open = open();
    while (open > 0 && Instant.now().isBefore(end)) {
      Thread.sleep(100);
      open = open();
    }
    return open;
  }

  private long open() {
    return exchanges.stream().filter(exchange -> !exchange.replied().isDone()).count();
  }

  private void statuses(Candidate candidate, Reply reply) {
    for (Step step : STEPS) {
      double wait = -Math.log(1 - ThreadLocalRandom.current().nextDouble()) * step.millis();
      Instant due = Instant.now().plusMillis((long) wait);
      clock.schedule(
          () -> {
            statuses.incrementAndGet();
            crowd
                .status(candidate, reply, step.status(), Instant.now(), due)
                .whenComplete(this::acknowledged);
          },
          (long) wait,
          TimeUnit.MILLISECONDS);
    }
  }

  private void acknowledged(Duration took, Throwable failure) {
    if (failure == null) {
      acknowledged.add(took);
    } else {
      refused.incrementAndGet();
    }
  }

  public List<Exchange> exchanges() {
    return List.copyOf(exchanges);
  }

  /** From due to 200, messages and statuses. */
  public Latencies acknowledged() {
    return acknowledged;
  }

  /** From due to accepted by WhatsApp. */
  public Latencies replied() {
    return replied;
  }

  /** How many statuses were delivered. */
  public long statuses() {
    return statuses.get();
  }

  /** How many webhooks were not answered 200. */
  public long refused() {
    return refused.get();
  }

  @Override
  public void close() {
    crowd.onReply((candidate, reply) -> {});
    clock.shutdownNow();
  }
}
