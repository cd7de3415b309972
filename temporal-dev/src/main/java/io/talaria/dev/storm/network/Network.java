package io.talaria.dev.storm.network;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.talaria.dev.storm.check.Evidence.Accepted;
import io.talaria.dev.storm.check.Evidence.Call;
import io.talaria.dev.storm.seed.Dice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The side of the Cloud API that takes sends, with a ledger that no crash reaches: it lives in the
 * storm's own process. What a send meets is decided by the seed and the send's key.
 */
public final class Network implements AutoCloseable {
  /** WhatsApp's id of the number to which candidates write. */
  public static final String NUMBER_ID = "106540352242922";

  private static final int KIND_MILLIS = 20;

  private final JsonMapper json = JsonMapper.shared();
  private final HttpServer server;
  private final List<Accepted> ledger = new ArrayList<>();
  private final Calls calls = new Calls();
  private final Map<String, Integer> tries = new ConcurrentHashMap<>();
  private final Map<String, Integer> places = new ConcurrentHashMap<>();
  private final Map<String, Integer> sendsTo = new ConcurrentHashMap<>();
  private final Map<String, Integer> slowFor = new ConcurrentHashMap<>();
  private final Map<String, Integer> counts = new ConcurrentHashMap<>();
  private final Set<String> kind = ConcurrentHashMap.newKeySet();
  private final Set<String> asked = ConcurrentHashMap.newKeySet();
  private final AtomicInteger underWay = new AtomicInteger();
  private volatile long seed;
  private volatile Consumer<Send> phones = send -> {};

  public Network() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
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

  /** What is accepted from now on goes to these phones; what is met is this seed's. */
  public void serve(long newSeed, Consumer<Send> newPhones) {
    seed = newSeed;
    phones = newPhones;
    tries.clear();
    places.clear();
    sendsTo.clear();
    counts.clear();
  }

  /** The next send to this number is answered so much later. */
  public void slow(String number, int millis) {
    slowFor.put(number, millis);
  }

  /** From now on every send to this number is accepted and answered at once. */
  public void kindTo(String number) {
    kind.add(number);
  }

  /** Everything that was accepted, in order. */
  public List<Accepted> ledger() {
    synchronized (ledger) {
      return List.copyOf(ledger);
    }
  }

  /** Every request for a send, in the order in which they arrived. */
  public List<Call> calls() {
    return calls.all();
  }

  /** Whether a request for this send has arrived, whatever became of it. */
  public boolean hasSeen(String key) {
    return asked.contains(key);
  }

  /** Calls that have arrived and not been answered. */
  public int underWay() {
    return underWay.get();
  }

  /** How often each treatment was met since {@link #serve}. */
  public Map<String, Integer> counts() {
    return Map.copyOf(counts);
  }

  private void handle(HttpExchange exchange) throws IOException {
    underWay.incrementAndGet();
    try (exchange) {
      JsonNode body = json.readTree(exchange.getRequestBody().readAllBytes());
      Instant received = Instant.now();
      if (body.path("status").asString("").equals("read")) {
        answer(exchange, 200, Map.of("success", true));
        return;
      }
      String number = body.path("to").asString(body.path("recipient").asString(""));
      String key = body.path("biz_opaque_callback_data").asString("");
      asked.add(key);
      Mood mood = mood(number, key);
      counts.merge(described(mood), 1, Integer::sum);
      int place =
          calls.arrived(new Call(number, key, Send.text(body), received, mood.accepts(), null));
      String wamid = "";
      if (mood.accepts()) {
        wamid = accept(number, key, body, received);
      }
      Thread.sleep(mood.millis());
      switch (mood.answer()) {
        case PLAIN -> {
          if (mood.accepts()) {
            calls.confirmed(place);
          }
          plain(exchange, mood, number, wamid);
        }
        case BROKEN -> answer(exchange, 500, Map.of());
        // Closing without an answer ends the connection.
        case CUT -> {}
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      underWay.decrementAndGet();
    }
  }

  private Mood mood(String number, String key) {
    Integer slow = slowFor.remove(number);
    if (slow != null) {
      return Mood.slow(slow);
    }
    if (kind.contains(number)) {
      return Mood.slow(KIND_MILLIS);
    }
    int attempt = tries.merge(key, 1, Integer::sum);
    Mood mood = Mood.of(Dice.of(seed, "send %s, try %d".formatted(place(key, number), attempt)));
    // A network that is throttled for ever is another story than this one.
    return attempt > 2 && !mood.accepts() ? Mood.slow(30) : mood;
  }

  /** Ids in keys differ from run to run; which send to a number it is hardly does. */
  private String place(String key, String number) {
    return number.substring(Math.max(0, number.length() - 4))
        + "#"
        + places.computeIfAbsent(key, k -> sendsTo.merge(number, 1, Integer::sum));
  }

  private static String described(Mood mood) {
    String taken = mood.accepts() ? "accepted" : "not accepted";
    return switch (mood.answer()) {
      case PLAIN -> {
        if (mood.code() != 0) {
          yield "refused " + mood.code();
        }
        yield mood.millis() > 5000 ? "accepted, hung" : mood.millis() > 500 ? "slow" : "accepted";
      }
      case BROKEN -> taken + ", 500";
      case CUT -> taken + ", cut";
    };
  }

  private String accept(String number, String key, JsonNode body, Instant received) {
    String wamid = Wamids.next();
    String text = Send.text(body);
    Accepted accepted = new Accepted(wamid, number, key.isEmpty() ? null : key, text, received);
    synchronized (ledger) {
      ledger.add(accepted);
    }
    phones.accept(new Send(accepted, Send.choices(body)));
    return wamid;
  }

  private void plain(HttpExchange exchange, Mood mood, String number, String wamid)
      throws IOException {
    if (mood.code() == 0) {
      answer(
          exchange,
          mood.httpStatus(),
          Map.of(
              "messaging_product",
              "whatsapp",
              "contacts",
              List.of(Map.of("input", number, "wa_id", number)),
              "messages",
              List.of(Map.of("id", wamid))));
      return;
    }
    answer(
        exchange,
        mood.httpStatus(),
        Map.of(
            "error",
            Map.of(
                "message",
                "(#" + mood.code() + ")",
                "type",
                "OAuthException",
                "code",
                mood.code(),
                "error_data",
                Map.of("messaging_product", "whatsapp", "details", "Refused by the storm."))));
  }

  private void answer(HttpExchange exchange, int status, Map<String, ?> body) throws IOException {
    byte[] bytes = json.writeValueAsBytes(body);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
