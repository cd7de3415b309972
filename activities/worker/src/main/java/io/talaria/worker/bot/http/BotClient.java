package io.talaria.worker.bot.http;

import io.talaria.port.BotFault;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Thin HTTP: one signed request, one time-out over everything, no retry. */
@Component
class BotClient {
  /** Ten texts of the largest size are a sixth of that. */
  static final int LARGEST = 256 * 1024;

  private static final int TOO_MANY_REQUESTS = 429;

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Clock clock;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .followRedirects(HttpClient.Redirect.NEVER)
          .executor(threads)
          .build();

  BotClient() {
    this(Clock.systemUTC());
  }

  BotClient(Clock clock) {
    this.clock = clock;
  }

  /**
   * Posts a turn. A body that is too large or never ends is not read to its end.
   *
   * @param time for connecting, writing and the whole answer
   */
  BotReply post(BotSettings.Endpoint bot, byte[] json, Duration time) {
    long timestamp = clock.instant().getEpochSecond();
    HttpRequest request =
        HttpRequest.newBuilder(bot.address())
            .header("Content-Type", "application/json")
            .header("Accept", "application/json")
            .header("User-Agent", "Talaria")
            .header("X-Talaria-Timestamp", String.valueOf(timestamp))
            .header("X-Talaria-Signature", Signature.of(bot.secret(), timestamp, json))
            .POST(HttpRequest.BodyPublishers.ofByteArray(json))
            .build();
    var open = new AtomicReference<@Nullable InputStream>();
    CompletableFuture<HttpResponse<InputStream>> sent =
        http.sendAsync(request, BodyHandlers.ofInputStream());
    CompletableFuture<BotReply> read =
        sent.thenApplyAsync(response -> read(response, open), threads);
    try {
      return read.get(time.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      return failed(BotFault.SLOW);
    } catch (ExecutionException e) {
      return failed(fault(e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return failed(BotFault.SLOW);
    } finally {
      sent.cancel(true);
      close(open.get());
    }
  }

  private static BotReply read(
      HttpResponse<InputStream> response, AtomicReference<@Nullable InputStream> open) {
    open.set(response.body());
    int status = response.statusCode();
    if (status < 200 || status > 299) {
      return failed(
          status >= 500
              ? BotFault.SERVER_ERROR
              : status == TOO_MANY_REQUESTS ? BotFault.BUSY : BotFault.REFUSED);
    }
    String type = response.headers().firstValue("Content-Type").orElse("");
    if (!isJson(type)) {
      return failed(BotFault.NOT_JSON);
    }
    try (InputStream body = response.body()) {
      byte[] bytes = body.readNBytes(LARGEST + 1);
      return bytes.length > LARGEST ? failed(BotFault.TOO_LARGE) : new BotReply.Json(bytes);
    } catch (IOException e) {
      return failed(BotFault.BROKEN);
    }
  }

  private static boolean isJson(String contentType) {
    String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return type.equals("application/json") || type.endsWith("+json");
  }

  private static BotFault fault(@Nullable Throwable cause) {
    for (Throwable e = cause; e != null; e = e.getCause()) {
      if (e instanceof ConnectException
          || e instanceof UnresolvedAddressException
          || e instanceof HttpConnectTimeoutException) {
        return BotFault.DOWN;
      }
      if (e instanceof HttpTimeoutException) {
        return BotFault.SLOW;
      }
    }
    return BotFault.BROKEN;
  }

  private static BotReply failed(BotFault fault) {
    return new BotReply.Failed(fault);
  }

  private static void close(@Nullable InputStream body) {
    try {
      if (body != null) {
        body.close();
      }
    } catch (IOException e) {
      // Nobody reads from it any more.
    }
  }
}
