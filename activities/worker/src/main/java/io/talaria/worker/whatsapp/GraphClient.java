package io.talaria.worker.whatsapp;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/** Thin HTTP: one call, one deadline over everything, no retry and no meaning. */
@Component
class GraphClient {
  private final WhatsAppSettings settings;
  private final HttpClient http;

  GraphClient(WhatsAppSettings settings) {
    this.settings = settings;
    this.http =
        HttpClient.newBuilder()
            // With HTTP/1.1 a body that was not handed out is a request that was not made.
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .followRedirects(HttpClient.Redirect.NEVER)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
  }

  /** Posts to a number's messages. The deadline covers connecting, writing and the whole answer. */
  GraphAnswer post(String numberId, String token, byte[] json, Deadline deadline) {
    var body = new GatedBody(json, deadline);
    HttpRequest request =
        HttpRequest.newBuilder(messages(numberId))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(body)
            .build();
    if (deadline.passed()) {
      return new GraphAnswer.NotLeft("the time to send was over");
    }
    CompletableFuture<HttpResponse<String>> call = http.sendAsync(request, BodyHandlers.ofString());
    try {
      HttpResponse<String> response =
          call.get(Math.max(0, deadline.left().toNanos()), TimeUnit.NANOSECONDS);
      return new GraphAnswer.Http(response.statusCode(), response.body());
    } catch (TimeoutException e) {
      call.cancel(true);
      return failed(body, "no answer in time");
    } catch (ExecutionException e) {
      return failed(
          body, e.getCause() == null ? "failed" : e.getCause().getClass().getSimpleName());
    } catch (InterruptedException e) {
      call.cancel(true);
      Thread.currentThread().interrupt();
      return failed(body, "interrupted");
    }
  }

  private static GraphAnswer failed(GatedBody body, String why) {
    return body.left() ? new GraphAnswer.Silent(why) : new GraphAnswer.NotLeft(why);
  }

  private URI messages(String numberId) {
    String base = settings.graphBaseUrl().toString().replaceAll("/+$", "");
    return URI.create("%s/%s/%s/messages".formatted(base, settings.apiVersion(), numberId));
  }
}
