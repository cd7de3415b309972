package io.talaria.worker.media;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A Graph API that has one file, and its bad days. */
final class FakeMedia {
  private final HttpServer server;

  /** Paths that were asked for, with the token. */
  final List<String> asked = new CopyOnWriteArrayList<>();

  volatile byte[] bytes = new byte[0];
  volatile int lookUp = 200;
  volatile int errorCode;
  volatile int download = 200;
  volatile Long toldSize;
  volatile String url;

  /** Stops in the middle of the bytes, for ever. */
  volatile boolean stalls;

  FakeMedia() {
    try {
      server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 100);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::lookUp);
    server.createContext("/bytes", this::download);
    server.start();
  }

  String base() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  void has(byte[] next) {
    asked.clear();
    bytes = next;
    lookUp = 200;
    errorCode = 0;
    download = 200;
    toldSize = null;
    url = base() + "/bytes/1";
    stalls = false;
  }

  private void lookUp(HttpExchange exchange) throws IOException {
    note(exchange);
    String json =
        lookUp == 200
            ? "{\"url\":\"%s\",\"id\":\"1\",\"mime_type\":\"x\"%s}"
                .formatted(url, toldSize == null ? "" : ",\"file_size\":" + toldSize)
            : "{\"error\":{\"code\":%d}}".formatted(errorCode);
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.sendResponseHeaders(lookUp, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private void download(HttpExchange exchange) throws IOException {
    note(exchange);
    try (exchange) {
      if (download != 200) {
        exchange.sendResponseHeaders(download, -1);
        return;
      }
      exchange.sendResponseHeaders(200, bytes.length);
      if (stalls) {
        exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
        exchange.getResponseBody().flush();
        Thread.sleep(60_000);
      } else {
        exchange.getResponseBody().write(bytes);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void note(HttpExchange exchange) {
    asked.add(
        exchange.getRequestURI() + " " + exchange.getRequestHeaders().getFirst("Authorization"));
  }
}
