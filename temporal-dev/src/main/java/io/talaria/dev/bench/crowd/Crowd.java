package io.talaria.dev.bench.crowd;

import io.talaria.dev.whatsapp.Wamids;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** All candidates of a run. Those with nothing open and a question to answer stand ready. */
public final class Crowd implements AutoCloseable {
  private final Map<String, Candidate> byNumber = new ConcurrentHashMap<>();
  private final BlockingQueue<Candidate> ready = new LinkedBlockingQueue<>();
  private final AtomicLong numbers = new AtomicLong();
  private final AtomicLong replies = new AtomicLong();
  private final Bodies bodies;
  private final Webhooks webhooks;
  private final LedgerFeed feed;
  private volatile BiConsumer<Candidate, Reply> onReply = (candidate, reply) -> {};

  public Crowd(URI gateway, URI simulators, String phoneNumberId, String appSecret) {
    this.bodies = new Bodies(phoneNumberId);
    this.webhooks = new Webhooks(gateway.resolve("/webhooks/whatsapp"), appSecret);
    this.feed = new LedgerFeed(simulators, this::hear);
  }

  /** Somebody who hasn't written yet. */
  public Candidate newcomer() {
    Candidate candidate = new Candidate(numbers.incrementAndGet());
    byNumber.put(candidate.number, candidate);
    return candidate;
  }

  /** Somebody who was asked and hasn't answered; null when everybody waits for us. */
  public @Nullable Candidate idle() {
    Candidate candidate = ready.poll();
    if (candidate != null) {
      candidate.stepsDown();
    }
    return candidate;
  }

  /** From now on only who holds this candidate writes for them. */
  public Candidate reserve(Candidate candidate) {
    candidate.reserve();
    ready.remove(candidate);
    return candidate;
  }

  /** At most so many of those who stand ready; they stay. */
  public List<Candidate> some(int count) {
    return ready.stream().limit(count).toList();
  }

  public int ready() {
    return ready.size();
  }

  /** How many replies WhatsApp has accepted so far. */
  public long replies() {
    return replies.get();
  }

  /** Also told of every reply, from the thread that reads the ledger. */
  public void onReply(BiConsumer<Candidate, Reply> listener) {
    onReply = listener;
  }

  /** Taps the first choice of what was asked; a newcomer says hello. */
  public Exchange writes(Candidate candidate, Instant due) {
    return candidate
        .asked()
        .filter(Reply::asks)
        .map(
            asked -> {
              String wamid = Wamids.next(candidate.number);
              return post(
                  candidate, wamid, due, bodies.tap(candidate, wamid, Instant.now(), asked));
            })
        .orElseGet(() -> says(candidate, "oi", due));
  }

  public Exchange says(Candidate candidate, String text, Instant due) {
    String wamid = Wamids.next(candidate.number);
    return post(candidate, wamid, due, bodies.text(candidate, wamid, Instant.now(), text));
  }

  private Exchange post(Candidate candidate, String wamid, Instant due, String body) {
    Exchange exchange = new Exchange(candidate, wamid, due);
    candidate.wrote(exchange);
    webhooks
        .post(body)
        .thenAccept(
            status -> {
              if (status == 200) {
                exchange.acknowledged().complete(Duration.between(due, Instant.now()));
              } else {
                exchange
                    .acknowledged()
                    .completeExceptionally(new IllegalStateException("answered " + status));
              }
            });
    return exchange;
  }

  /** WhatsApp tells what became of a reply; completes with how long the gateway took. */
  public CompletableFuture<Duration> status(
      Candidate candidate, Reply of, String status, Instant at, Instant due) {
    return webhooks
        .post(bodies.status(candidate, of, status, at))
        .thenCompose(
            answer ->
                answer == 200
                    ? CompletableFuture.completedFuture(Duration.between(due, Instant.now()))
                    : CompletableFuture.failedFuture(
                        new IllegalStateException("answered " + answer)));
  }

  /**
   * Lets so many newcomers say hello and waits until each has its first question.
   *
   * @param atOnce how many wait for their greeting at a time
   * @return those that were greeted within a minute of their hello
   */
  public List<Candidate> welcome(int count, int atOnce) throws InterruptedException {
    Semaphore places = new Semaphore(atOnce);
    List<CompletableFuture<Candidate>> greeted = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      places.acquire();
      Exchange hello = writes(newcomer(), Instant.now());
      greeted.add(
          hello
              .replied()
              .orTimeout(60, TimeUnit.SECONDS)
              .handle(
                  (reply, failure) -> {
                    places.release();
                    return hello.candidate();
                  }));
    }
    CompletableFuture.allOf(greeted.toArray(CompletableFuture[]::new)).join();
    return greeted.stream().map(CompletableFuture::join).filter(Candidate::isAsked).toList();
  }

  private void hear(Reply reply) {
    replies.incrementAndGet();
    Candidate candidate = byNumber.get(reply.to());
    if (candidate == null) {
      return;
    }
    for (Exchange exchange : candidate.heard(reply)) {
      exchange.replied().complete(reply);
    }
    if (candidate.stepsUp()) {
      ready.add(candidate);
    }
    onReply.accept(candidate, reply);
  }

  @Override
  public void close() {
    feed.close();
    webhooks.close();
  }
}
