package io.talaria.worker.bot.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.talaria.port.BotFault;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each way in which a bot from outside can fail, over a real connection. */
class BotClientTest {
  private static final Duration SOON = Duration.ofMillis(400);
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final byte[] TURN = "{\"contract\":1}".getBytes(UTF_8);

  private final CountDownLatch never = new CountDownLatch(1);
  private HttpServer server;

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 10);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  @AfterEach
  void end() {
    never.countDown();
    server.stop(0);
  }

  @Test
  void an_answer_in_json_is_handed_on() {
    bot(exchange -> answer(exchange, 200, "application/json; charset=utf-8", "{}"));

    assertThat(post(LONG)).isInstanceOfSatisfying(BotReply.Json.class, this::isEmptyObject);
  }

  private void isEmptyObject(BotReply.Json json) {
    assertThat(json.body()).asString(UTF_8).isEqualTo("{}");
  }

  @Test
  void the_request_is_signed_with_its_time() {
    var headers = new AtomicReference<Headers>();
    bot(
        exchange -> {
          headers.set(exchange.getRequestHeaders());
          answer(exchange, 200, "application/json", "{}");
        });

    post(LONG);

    assertThat(headers.get().getFirst("X-Talaria-Timestamp")).isEqualTo("1772452800");
    // printf '1772452800.{"contract":1}' | openssl dgst -sha256 -hmac a-secret-of-16ch
    assertThat(headers.get().getFirst("X-Talaria-Signature"))
        .isEqualTo("sha256=d2c0a72f197f74be5e28f321dc1f73b1989b84fe6210463aa192257b4a2b74a3");
  }

  @ParameterizedTest
  @CsvSource({
    "500, SERVER_ERROR",
    "503, SERVER_ERROR",
    "429, BUSY",
    "401, REFUSED",
    "404, REFUSED",
    "302, REFUSED"
  })
  void statuses_have_their_names(int status, BotFault fault) {
    bot(exchange -> answer(exchange, status, "application/json", "{}"));

    assertThat(post(LONG)).isEqualTo(new BotReply.Failed(fault));
  }

  @Test
  void a_page_of_html_is_no_json() {
    bot(exchange -> answer(exchange, 200, "text/html", "<html>Welcome</html>"));

    assertThat(post(LONG)).isEqualTo(new BotReply.Failed(BotFault.NOT_JSON));
  }

  @Test
  void nobody_who_listens_is_down() {
    URI nobody = URI.create("http://127.0.0.1:1/turns");

    assertThat(client().post(endpoint(nobody), TURN, LONG))
        .isEqualTo(new BotReply.Failed(BotFault.DOWN));
  }

  @Test
  void no_answer_in_time_is_slow() {
    bot(exchange -> await());

    assertThat(post(SOON)).isEqualTo(new BotReply.Failed(BotFault.SLOW));
  }

  @Test
  void an_answer_that_never_ends_is_slow() {
    bot(
        exchange -> {
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write('{');
          exchange.getResponseBody().flush();
          await();
        });

    assertThat(post(SOON)).isEqualTo(new BotReply.Failed(BotFault.SLOW));
  }

  @Test
  void five_megabytes_are_not_read() {
    bot(
        exchange -> {
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, 0);
          try (OutputStream body = exchange.getResponseBody()) {
            for (int i = 0; i < 5 * 1024; i++) {
              body.write(new byte[1024]);
            }
          }
        });

    assertThat(post(LONG)).isEqualTo(new BotReply.Failed(BotFault.TOO_LARGE));
  }

  @Test
  void a_connection_that_ends_in_the_middle_is_broken() {
    bot(
        exchange -> {
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, 100);
          exchange.getResponseBody().write('{');
          exchange.getResponseBody().flush();
          exchange.close();
        });

    assertThat(post(LONG)).isEqualTo(new BotReply.Failed(BotFault.BROKEN));
  }

  private BotReply post(Duration time) {
    URI url = URI.create("http://127.0.0.1:%d/turns".formatted(server.getAddress().getPort()));
    return client().post(endpoint(url), TURN, time);
  }

  private static BotClient client() {
    return new BotClient(Clock.fixed(Instant.parse("2026-03-02T12:00:00Z"), ZoneOffset.UTC));
  }

  private static BotSettings.Endpoint endpoint(URI url) {
    return new BotSettings.Endpoint(url, "a-secret-of-16ch", LONG, LONG);
  }

  private void await() {
    try {
      never.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private interface Behaviour {
    void handle(HttpExchange exchange) throws IOException;
  }

  private void bot(Behaviour behaviour) {
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            exchange.getRequestBody().readAllBytes();
            behaviour.handle(exchange);
          }
        });
  }

  private static void answer(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.getResponseHeaders().add("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
