package io.talaria.dev.whatsapp;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Posts signed webhooks and tries again, ever more seldom, until the gateway answers 200; given up
 * after 36 hours as Meta does. A phone's messages leave one after the other; statuses wait for
 * nobody.
 */
@Component
class Deliveries {
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);
  private static final Duration GIVEN_UP_AFTER = Duration.ofHours(36);

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final ExecutorService anyOrder = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, ExecutorService> inOrder = new ConcurrentHashMap<>();
  private final WhatsAppSettings settings;
  private final Switches switches;
  private final DeliveryLog log;
  private final JsonMapper json;

  Deliveries(WhatsAppSettings settings, Switches switches, DeliveryLog log, JsonMapper json) {
    this.settings = settings;
    this.switches = switches;
    this.log = log;
    this.json = json;
  }

  /** After the phone's earlier messages have arrived; then {@code arrived} runs. */
  void message(Phone phone, String what, Map<String, Object> payload, Runnable arrived) {
    inOrder
        .computeIfAbsent(
            phone.number, number -> Executors.newSingleThreadExecutor(Thread.ofVirtual().factory()))
        .execute(
            () -> {
              if (insist(what, json.writeValueAsBytes(payload))) {
                arrived.run();
              }
            });
  }

  /** After {@code wait}, independent of everything else. */
  void status(String what, Map<String, Object> payload, Duration wait) {
    byte[] body = json.writeValueAsBytes(payload);
    anyOrder.execute(
        () -> {
          if (pause(wait)) {
            insist(what, body);
          }
        });
  }

  private boolean insist(String what, byte[] body) {
    Duration pause = Duration.ofSeconds(1);
    Duration waited = Duration.ZERO;
    while (!post(what, body, waited.isZero() ? "plain" : "odd")) {
      if (!pause(pause) || waited.compareTo(GIVEN_UP_AFTER) > 0) {
        return false;
      }
      waited = waited.plus(pause);
      pause =
          pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0
              ? LONGEST_PAUSE
              : pause.multipliedBy(2);
    }
    if (switches.now().duplicate()) {
      anyOrder.execute(
          () -> {
            if (pause(Duration.ofMillis(ThreadLocalRandom.current().nextLong(5000)))) {
              post(what + " again", body, "odd");
            }
          });
    }
    return true;
  }

  private boolean post(String what, byte[] body, String tone) {
    boolean forged = switches.now().badSignature();
    String secret = forged ? settings.appSecret() + "-old" : settings.appSecret();
    HttpRequest request =
        HttpRequest.newBuilder(settings.webhook())
            .timeout(Duration.ofSeconds(10))
            .header("Content-Type", "application/json")
            .header("User-Agent", "facebookexternalua")
            .header("X-Hub-Signature-256", Signature.of(body, secret))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    long start = System.nanoTime();
    try {
      int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
      log.add("out", what, status + ", " + millis + " ms", status == 200 ? tone : "bad");
      return status == 200;
    } catch (IOException e) {
      log.add("out", what, "gateway away, again later", "bad");
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

  @PreDestroy
  void close() {
    anyOrder.shutdownNow();
    inOrder.values().forEach(ExecutorService::shutdownNow);
    http.shutdownNow();
  }
}
