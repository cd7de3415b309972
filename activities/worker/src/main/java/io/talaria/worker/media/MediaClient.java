package io.talaria.worker.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/** Thin HTTP: one GET with a token, one deadline over all of its answer, no retry, no meaning. */
@Component
class MediaClient {
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          // The token goes where we send it, and nowhere else.
          .followRedirects(HttpClient.Redirect.NEVER)
          .executor(threads)
          .build();

  /** An answer; its body is still on its way, and fails when the time is over. */
  record Answer(int status, InputStream body) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      body.close();
    }
  }

  /**
   * @throws IOException when no answer comes in time
   */
  Answer get(URI uri, String token, Duration longest) throws IOException {
    long end = System.nanoTime() + longest.toNanos();
    HttpRequest request =
        HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + token).build();
    CompletableFuture<HttpResponse<InputStream>> call =
        http.sendAsync(request, BodyHandlers.ofInputStream());
    try {
      HttpResponse<InputStream> response = call.get(longest.toNanos(), TimeUnit.NANOSECONDS);
      InputStream body = response.body();
      CompletableFuture.delayedExecutor(
              Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS, threads)
          .execute(() -> cut(body));
      return new Answer(response.statusCode(), body);
    } catch (TimeoutException e) {
      call.cancel(true);
      throw new IOException("No answer in time", e);
    } catch (ExecutionException e) {
      throw new IOException("No answer", e.getCause());
    } catch (InterruptedException e) {
      call.cancel(true);
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Interrupted");
    }
  }

  /** Whoever reads it still is told by an exception; no-op when it was read. */
  private static void cut(InputStream body) {
    try {
      body.close();
    } catch (IOException e) {
      // It is closed then.
    }
  }
}
