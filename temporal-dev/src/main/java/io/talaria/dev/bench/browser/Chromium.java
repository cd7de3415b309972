package io.talaria.dev.bench.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A headless Chromium; each window is a person of their own, with cookies of their own. */
public final class Chromium implements AutoCloseable {
  private static final Pattern LISTENING = Pattern.compile("DevTools listening on (ws://\\S+)");
  private static final long PATIENCE_SECONDS = 60;

  private final Process process;
  private final Path profile;
  private final HttpClient http = HttpClient.newHttpClient();
  private final JsonMapper json = JsonMapper.shared();
  private final AtomicInteger ids = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
  private final WebSocket socket;

  private Chromium(Process process, Path profile, URI address) {
    this.process = process;
    this.profile = profile;
    // Ended from outside, the measuring program has no time to close anything itself.
    Runtime.getRuntime().addShutdownHook(new Thread(this::end));
    this.socket = http.newWebSocketBuilder().buildAsync(address, new Ear()).join();
  }

  /** The program, where one is installed. */
  public static Optional<Path> installed() {
    Stream<Path> named =
        Optional.ofNullable(System.getenv("TALARIA_CHROMIUM")).map(Path::of).stream();
    Stream<Path> onPath =
        Stream.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
            .flatMap(
                name ->
                    Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                        .map(folder -> Path.of(folder, name)));
    return Stream.concat(named, onPath).filter(Files::isExecutable).findFirst();
  }

  public static Chromium start(Path program) {
    try {
      Path profile = Files.createTempDirectory("talaria-bench-browser");
      Process process =
          new ProcessBuilder(
                  program.toString(),
                  "--headless=new",
                  "--no-sandbox",
                  "--disable-gpu",
                  "--disable-background-networking",
                  "--disable-component-update",
                  "--disable-sync",
                  // Windows in the background must not be told later than the one in front.
                  "--disable-background-timer-throttling",
                  "--disable-renderer-backgrounding",
                  "--disable-backgrounding-occluded-windows",
                  "--window-size=1440,900",
                  "--lang=en-GB",
                  "--remote-debugging-port=0",
                  "--user-data-dir=" + profile,
                  "about:blank")
              .redirectErrorStream(true)
              .start();
      return new Chromium(process, profile, address(process));
    } catch (IOException e) {
      throw new UncheckedIOException("Chromium does not start", e);
    }
  }

  private static URI address(Process process) throws IOException {
    BufferedReader words = process.inputReader(StandardCharsets.UTF_8);
    String line = words.readLine();
    while (line != null) {
      Matcher matcher = LISTENING.matcher(line);
      if (matcher.find()) {
        // What it says later is thrown away, or it would stop at a full pipe.
        Thread.ofVirtual().start(() -> words.lines().forEach(more -> {}));
        return URI.create(matcher.group(1));
      }
      line = words.readLine();
    }
    throw new IOException("it ended at once");
  }

  /** Opens a page in a window of its own. */
  public Window open(String url) {
    String context =
        ask("Target.createBrowserContext", Map.of()).path("browserContextId").asString();
    String target =
        ask("Target.createTarget", Map.of("url", url, "browserContextId", context))
            .path("targetId")
            .asString();
    String session =
        ask("Target.attachToTarget", Map.of("targetId", target, "flatten", true))
            .path("sessionId")
            .asString();
    return new Window(this, session);
  }

  private JsonNode ask(String method, Map<String, Object> parameters) {
    return ask(method, parameters, null);
  }

  /** The answer's result; fails with the protocol's own words. */
  JsonNode ask(
      String method,
      Map<String, Object> parameters,
      @org.jspecify.annotations.Nullable String session) {
    int id = ids.incrementAndGet();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    asked.put(id, answer);
    Map<String, Object> message = new java.util.LinkedHashMap<>();
    message.put("id", id);
    message.put("method", method);
    message.put("params", parameters);
    if (session != null) {
      message.put("sessionId", session);
    }
    try {
      synchronized (socket) {
        socket.sendText(json.writeValueAsString(message), true).join();
      }
      JsonNode node = answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (node.has("error")) {
        throw new IllegalStateException(method + ": " + node.path("error"));
      }
      return node.path("result");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException(method + " was not answered", e);
    } finally {
      asked.remove(id);
    }
  }

  /** Hears answers; events aren't asked for. */
  private final class Ear implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        JsonNode message = json.readTree(text.toString());
        text.setLength(0);
        CompletableFuture<JsonNode> answer = asked.get(message.path("id").asInt(0));
        if (answer != null) {
          answer.complete(message);
        }
      }
      from.request(1);
      return CompletableFuture.completedStage(null);
    }
  }

  private void end() {
    List<ProcessHandle> family = process.descendants().toList();
    process.destroy();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    family.forEach(ProcessHandle::destroyForcibly);
    try (Stream<Path> files = Files.walk(profile)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | UncheckedIOException e) {
      // A folder in the system's place for such; nothing depends on it.
    }
  }

  @Override
  public void close() {
    socket.abort();
    http.shutdownNow();
    end();
  }
}
