package io.talaria.worker.whatsapp;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.springframework.stereotype.Component;

/** Thin HTTP: one call, one deadline over everything, no retry and no meaning. */
@Component
class GraphClient {
  /** As many as a number's usual load needs; those beyond are closed after their call. */
  private static final ConnectionPool CONNECTIONS = new ConnectionPool(32, 5, TimeUnit.MINUTES);

  private static final Duration CONNECT = Duration.ofSeconds(2);

  private final HttpUrl base;

  /**
   * Blocking: each call has its thread anyway, and hops between threads cost more than the call.
   */
  private final OkHttpClient http =
      new OkHttpClient.Builder()
          // With HTTP/1.1 a body that was not handed out is a request that was not made.
          .protocols(List.of(Protocol.HTTP_1_1))
          .connectionPool(CONNECTIONS)
          .dns(new TimedDns(Dns.SYSTEM, CONNECT))
          .connectTimeout(CONNECT)
          // The deadline is over the whole call instead.
          .readTimeout(Duration.ZERO)
          .writeTimeout(Duration.ZERO)
          .retryOnConnectionFailure(false)
          .followRedirects(false)
          .addNetworkInterceptor(new ConnectionProbe())
          .build();

  GraphClient(WhatsAppSettings settings) {
    this.base =
        Objects.requireNonNull(HttpUrl.get(settings.graphBaseUrl()), "an address of http or https")
            .newBuilder()
            .addPathSegment(settings.apiVersion())
            .build();
  }

  /** Posts to a number's messages. The deadline covers connecting, writing and the whole answer. */
  GraphAnswer post(String numberId, String token, byte[] json, Deadline deadline) {
    var body = new GatedBody(json, deadline);
    Request request =
        new Request.Builder()
            .url(messages(numberId))
            .header("Authorization", "Bearer " + token)
            .post(body)
            .build();
    try {
      return call(request, deadline);
    } catch (InterruptedIOException e) {
      return failed(
          body, Thread.currentThread().isInterrupted() ? "interrupted" : "no answer in time");
    } catch (IOException e) {
      return failed(body, e.getClass().getSimpleName());
    }
  }

  private GraphAnswer call(Request request, Deadline deadline) throws IOException {
    while (true) {
      long left = deadline.left().toNanos();
      if (left <= 0) {
        return new GraphAnswer.NotLeft("the time to send was over");
      }
      Call call = http.newCall(request);
      call.timeout().timeout(left, TimeUnit.NANOSECONDS);
      try (Response response = call.execute()) {
        return new GraphAnswer.Http(response.code(), response.body().string());
      } catch (ConnectionProbe.Closed another) {
        // The pool has one connection less, and in the end opens a new one.
      }
    }
  }

  private static GraphAnswer failed(GatedBody body, String why) {
    return body.left() ? new GraphAnswer.Silent(why) : new GraphAnswer.NotLeft(why);
  }

  private HttpUrl messages(String numberId) {
    return base.newBuilder().addPathSegment(numberId).addPathSegment("messages").build();
  }
}
