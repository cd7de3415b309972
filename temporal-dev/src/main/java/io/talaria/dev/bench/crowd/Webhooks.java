package io.talaria.dev.bench.crowd;

import io.talaria.dev.whatsapp.Signature;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Posts bodies to the gateway as Meta does, signed. */
final class Webhooks implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).executor(threads).build();
  private final URI address;
  private final String secret;

  Webhooks(URI address, String secret) {
    this.address = address;
    this.secret = secret;
  }

  /** The status that was answered; 0 when nothing was. */
  CompletableFuture<Integer> post(String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .header("X-Hub-Signature-256", Signature.of(bytes, secret))
            .POST(HttpRequest.BodyPublishers.ofByteArray(bytes))
            .build();
    return http.sendAsync(request, HttpResponse.BodyHandlers.discarding())
        .handle((answer, failure) -> failure == null ? answer.statusCode() : 0);
  }

  @Override
  public void close() {
    http.shutdownNow();
    threads.shutdownNow();
  }
}
