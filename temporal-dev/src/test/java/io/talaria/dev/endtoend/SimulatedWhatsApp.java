package io.talaria.dev.endtoend;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The simulator as a test drives it. */
final class SimulatedWhatsApp {
  private static final String API = "/simulator/whatsapp";

  private final HttpClient http = HttpClient.newHttpClient();
  private final JsonMapper json = JsonMapper.shared();
  private final String base;

  SimulatedWhatsApp(String base) {
    this.base = base;
  }

  /** One accepted send, as the ledger tells it. */
  record Sent(String wamid, String to, String type, String text, String key) {}

  void candidate(String number, String name) {
    ask("POST", API + "/phones", Map.of("number", number, "name", name));
  }

  void says(String number, String text) {
    ask("POST", API + "/phones/" + number + "/messages", Map.of("text", text));
  }

  /** Taps the first choice of the newest message that shows some. */
  void tapsFirstChoice(String number) {
    JsonNode asked =
        lines(number).stream()
            .filter(line -> !line.path("choices").isEmpty())
            .reduce((first, second) -> second)
            .orElseThrow(() -> new AssertionError("Nothing to tap on"));
    ask(
        "POST",
        API + "/phones/" + number + "/taps",
        Map.of(
            "wamid",
            asked.path("wamid").asString(),
            "choice",
            asked.path("choices").get(0).path("id").asString()));
  }

  List<JsonNode> lines(String number) {
    return stream(ask("GET", API, null).path("phones"))
        .filter(phone -> phone.path("number").asString().equals(number))
        .flatMap(phone -> stream(phone.path("lines")))
        .toList();
  }

  /** What the business sent to this number, in order. */
  List<Sent> ledger(String number) {
    return stream(ask("GET", "/ledger", null))
        .filter(entry -> entry.path("to").asString().equals(number))
        .map(
            entry ->
                new Sent(
                    entry.path("wamid").asString(),
                    entry.path("to").asString(),
                    entry.path("type").asString(),
                    text(entry.path("body")),
                    entry.path("key").asString("")))
        .toList();
  }

  /** Switches on top of what is on. */
  void misbehaves(Map<String, Object> switches) {
    ObjectNode now = (ObjectNode) ask("GET", API, null).path("misbehaviour");
    switches.forEach(now::putPOJO);
    ask("PUT", API + "/misbehaviour", now);
  }

  void behaves() {
    misbehaves(
        Map.of(
            "duplicate",
            false,
            "reorder",
            false,
            "dropAnswers",
            0,
            "throttle",
            false,
            "refuse",
            0,
            "slowMillis",
            0,
            "lateSeconds",
            0,
            "badSignature",
            false,
            "away",
            false));
  }

  private static String text(JsonNode body) {
    String text = body.path("text").path("body").asString("");
    return text.isEmpty() ? body.path("interactive").path("body").path("text").asString("") : text;
  }

  private JsonNode ask(String method, String path, Object body) {
    var publisher =
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Content-Type", "application/json")
            .method(method, publisher)
            .build();
    try {
      var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new AssertionError(path + " answered " + answer.statusCode() + ": " + answer.body());
      }
      return json.readTree(answer.body());
    } catch (IOException e) {
      throw new AssertionError(path + " is away", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static java.util.stream.Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
