package io.talaria.worker;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A neighbour over HTTP that keeps what it was sent and answers as it is told. */
public final class FakeHttp {
  /** What the neighbour got. */
  public record Got(String path, String authorization, String body) {}

  /** What it answers; null hangs up without a word. */
  public record Answer(int status, String body, String header, String value) {
    public static Answer of(int status, String body) {
      return new Answer(status, body, "X-Fake", "yes");
    }
  }

  private final HttpServer server;
  private final List<Got> got = new CopyOnWriteArrayList<>();
  private volatile Function<Got, Answer> behaviour = request -> Answer.of(200, "{}");

  public FakeHttp() {
    try {
      server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 100);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Forgets what came and answers like this from now on. */
  public void answers(Function<Got, Answer> next) {
    got.clear();
    behaviour = next;
  }

  public List<Got> got() {
    return List.copyOf(got);
  }

  /** Requests whose body has this in it. */
  public List<Got> got(String within) {
    return got.stream().filter(request -> request.body().contains(within)).toList();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      Got request =
          new Got(
              exchange.getRequestURI().getPath(),
              exchange.getRequestHeaders().getFirst("Authorization"),
              body);
      got.add(request);
      Answer answer = behaviour.apply(request);
      if (answer == null) {
        return;
      }
      byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.getResponseHeaders().add(answer.header(), answer.value());
      exchange.sendResponseHeaders(answer.status(), bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }
}
