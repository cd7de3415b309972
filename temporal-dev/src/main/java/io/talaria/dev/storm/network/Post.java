package io.talaria.dev.storm.network;

import io.talaria.dev.storm.seed.Dice;
import io.talaria.dev.whatsapp.Signature;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/**
 * Delivers webhooks as badly as Meta may: alone or many in one body, in any order, twice, late, and
 * again until they are answered 200.
 */
public final class Post implements AutoCloseable {
  private static final String SECRET = "demo-app-secret";
  private static final Duration TIMEOUT = Duration.ofSeconds(8);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

  private final JsonMapper json = JsonMapper.shared();
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Item> batch = new ArrayList<>();
  private final AtomicInteger open = new AtomicInteger();
  private final AtomicInteger posted = new AtomicInteger();
  private final AtomicInteger twice = new AtomicInteger();
  private final URI webhook;
  private final Dice dice;
  private volatile boolean closed;

  /** Something to deliver; {@code acknowledged} runs at each 200, with its moment. */
  record Item(Map<String, Object> value, Consumer<Instant> acknowledged) {}

  public Post(int gatewayPort, long seed) {
    this.webhook = URI.create("http://127.0.0.1:" + gatewayPort + "/webhooks/whatsapp");
    this.dice = Dice.of(seed, "post");
    threads.execute(this::flush);
  }

  /** Takes an item and returns; it is delivered until somebody answers 200. */
  void deliver(Item item) {
    open.incrementAndGet();
    if (dice.chance(0.45)) {
      synchronized (batch) {
        batch.add(item);
      }
    } else {
      threads.execute(() -> insist(List.of(item)));
    }
  }

  /** The same in one body. */
  void deliver(List<Item> items) {
    open.addAndGet(items.size());
    threads.execute(() -> insist(items));
  }

  /** Items that nobody has acknowledged yet. */
  public int open() {
    return open.get();
  }

  /** Deliveries made, and among them those made twice although they were acknowledged. */
  public Map<String, Integer> counts() {
    return Map.of("deliveries", posted.get(), "delivered again", twice.get());
  }

  private void flush() {
    Random order = new Random(dice.between(0, Integer.MAX_VALUE - 1));
    while (!closed && pause(Duration.ofMillis(dice.between(50, 500)))) {
      List<Item> items;
      synchronized (batch) {
        items = new ArrayList<>(batch);
        batch.clear();
      }
      Collections.shuffle(items, order);
      for (int i = 0; i < items.size(); i += 25) {
        List<Item> body = List.copyOf(items.subList(i, Math.min(items.size(), i + 25)));
        threads.execute(() -> insist(body));
      }
    }
  }

  private void insist(List<Item> items) {
    byte[] body =
        json.writeValueAsBytes(Payload.delivery(items.stream().map(Item::value).toList()));
    Duration wait = Duration.ofMillis(200);
    boolean alsoNow = dice.chance(0.05);
    if (alsoNow) {
      again(body, 0);
    }
    while (!post(body)) {
      if (closed || !pause(wait)) {
        return;
      }
      Duration next = wait.multipliedBy(2);
      wait = next.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : next;
    }
    Instant now = Instant.now();
    items.forEach(item -> item.acknowledged().accept(now));
    open.addAndGet(-items.size());
    if (dice.chance(0.2)) {
      again(body, dice.between(0, 4000));
    }
  }

  private void again(byte[] body, int afterMillis) {
    twice.incrementAndGet();
    threads.execute(
        () -> {
          if (pause(Duration.ofMillis(afterMillis)) && !closed) {
            post(body);
          }
        });
  }

  private boolean post(byte[] body) {
    posted.incrementAndGet();
    HttpRequest request =
        HttpRequest.newBuilder(webhook)
            .timeout(TIMEOUT)
            .header("Content-Type", "application/json")
            .header("X-Hub-Signature-256", Signature.of(body, SECRET))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    // The request's own time-out ends with the answer's head; this one covers all of it.
    CompletableFuture<HttpResponse<Void>> call =
        http.sendAsync(request, HttpResponse.BodyHandlers.discarding());
    try {
      return call.get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS).statusCode() == 200;
    } catch (ExecutionException e) {
      return false;
    } catch (TimeoutException e) {
      call.cancel(true);
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static boolean pause(Duration wait) {
    try {
      Thread.sleep(wait);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() {
    closed = true;
    threads.shutdownNow();
    http.shutdownNow();
  }
}
