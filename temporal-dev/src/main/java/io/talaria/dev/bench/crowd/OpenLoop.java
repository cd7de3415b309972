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

/** Messages come when they come, whatever the system does meanwhile; statuses may too. */
public final class OpenLoop implements AutoCloseable {
  /** How long after the reply each status comes, on average. */
  private static final List<Step> STEPS =
      List.of(new Step("sent", 200), new Step("delivered", 900), new Step("read", 4000));

  private record Step(String status, long millis) {}

  /** How replies are followed by their statuses. */
  public enum Following {
    /** Not at all. */
    NONE,
    /** Each by its three, some time after it. */
    EACH,
    /** By {@link #tell}, at a rate that doesn't fall when replies come late. */
    PACED
  }

  /** A status that is still to be told. */
  private record Pending(Candidate candidate, Reply reply, String status) {}

  private final Crowd crowd;
  private final ScheduledThreadPoolExecutor clock =
      new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("clock").factory());
  private final Queue<Pending> pending = new ConcurrentLinkedQueue<>();
  private final Queue<Exchange> exchanges = new ConcurrentLinkedQueue<>();
  private final Latencies acknowledged = new Latencies();
  private final Latencies replied = new Latencies();
  private final AtomicLong statuses = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();

  public OpenLoop(Crowd crowd, Following following) {
    this.crowd = crowd;
    crowd.onReply(
        switch (following) {
          case NONE -> (candidate, reply) -> {};
          case EACH -> this::follow;
          case PACED -> this::queue;
        });
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

  /**
   * Tells the statuses of replies as these moments come, beside {@link #run}. When all are told,
   * the last one is told again: WhatsApp repeats itself too.
   */
  public void tell(Arrivals arrivals) throws InterruptedException {
    Instant start = Instant.now();
    Pending last = null;
    while (arrivals.hasNext()) {
      Instant due = start.plus(arrivals.next());
      Duration wait = Duration.between(Instant.now(), due);
      if (wait.isPositive()) {
        Thread.sleep(wait);
      }
      Pending next = pending.poll();
      last = next == null ? last : next;
      if (last != null) {
        tell(last, due);
      }
    }
  }

  private void queue(Candidate candidate, Reply reply) {
    STEPS.forEach(step -> pending.add(new Pending(candidate, reply, step.status())));
  }

  private void follow(Candidate candidate, Reply reply) {
    for (Step step : STEPS) {
      long wait = (long) (-Math.log(1 - ThreadLocalRandom.current().nextDouble()) * step.millis());
      Pending status = new Pending(candidate, reply, step.status());
      Instant due = Instant.now().plusMillis(wait);
      clock.schedule(() -> tell(status, due), wait, TimeUnit.MILLISECONDS);
    }
  }

  private void tell(Pending status, Instant due) {
    statuses.incrementAndGet();
    crowd
        .status(status.candidate(), status.reply(), status.status(), Instant.now(), due)
        .whenComplete(this::acknowledged);
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
