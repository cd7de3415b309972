package io.talaria.dev.bench.crowd;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what WhatsApp accepts as it is accepted. */
final class LedgerFeed implements AutoCloseable {
  /** Lets a few gather, so that reading doesn't compete with what is measured. */
  private static final long GATHER_MILLIS = 5;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final AtomicBoolean ends = new AtomicBoolean();
  private final String address;
  private final Consumer<Reply> hears;
  private final Thread thread;

  LedgerFeed(URI simulators, Consumer<Reply> hears) {
    this.address = simulators + "/ledger?wait=2000&after=";
    this.hears = hears;
    this.thread = Thread.ofPlatform().daemon().name("ledger").start(this::read);
  }

  private void read() {
    int known = 0;
    JsonMapper json = JsonMapper.shared();
    while (!ends.get()) {
      try {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + known)).build();
        try (InputStream body =
            http.send(request, HttpResponse.BodyHandlers.ofInputStream()).body()) {
          JsonNode entries = json.readTree(body);
          for (JsonNode entry : entries) {
            known++;
            hears.accept(Reply.of(entry));
          }
        }
        Thread.sleep(GATHER_MILLIS);
      } catch (IOException e) {
        // The simulators end with the installation, perhaps before we do.
        if (!pause()) {
          return;
        }
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private static boolean pause() {
    try {
      Thread.sleep(200);
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }

  @Override
  public void close() {
    ends.set(true);
    thread.interrupt();
    http.shutdownNow();
  }
}
