package io.talaria.dev.examplebot;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The door of the example bot: checks the signature, answers each turn once, or misbehaves. */
@RestController
class ExampleBot {
  private static final Duration SLOW = Duration.ofMinutes(1);
  private static final int LARGE = 5 * 1024 * 1024;
  private static final int REMEMBERED = 1000;

  private final ExampleBotSettings settings;
  private final JsonMapper json;
  private final List<JsonNode> turns = new CopyOnWriteArrayList<>();
  private final Map<String, String> answered =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
          return size() > REMEMBERED;
        }
      };
  private volatile Misbehaviour misbehaviour = Misbehaviour.NONE;

  ExampleBot(ExampleBotSettings settings, JsonMapper json) {
    this.settings = settings;
    this.json = json;
  }

  /** What tests and people see: the turns that came, and how the bot misbehaves. */
  record Everything(List<JsonNode> turns, Misbehaviour misbehaviour) {}

  /** A wish that the bot misbehave. */
  record Wish(Misbehaviour misbehaviour) {}

  @PostMapping("/example-bot/turns")
  ResponseEntity<String> turn(
      HttpServletRequest request,
      @RequestHeader(name = "X-Talaria-Timestamp", required = false) @Nullable String timestamp,
      @RequestHeader(name = "X-Talaria-Signature", required = false) @Nullable String signature)
      throws IOException, InterruptedException {
    byte[] body = request.getInputStream().readAllBytes();
    if (!TurnSignature.isGenuine(settings.secret(), body, timestamp, signature)) {
      return ResponseEntity.status(401).body("{\"error\":\"not signed by Talaria\"}");
    }
    JsonNode turn = json.readTree(body);
    turns.add(turn);
    return switch (misbehaviour) {
      case NONE -> ok(answer(turn));
      case SLOW -> {
        Thread.sleep(SLOW);
        yield ok(answer(turn));
      }
      case DOWN -> ResponseEntity.status(503).body("{}");
      case HTML ->
          ResponseEntity.ok().contentType(MediaType.TEXT_HTML).body("<html>Welcome</html>");
      case LARGE -> ok("{\"why\":\"" + "x".repeat(LARGE) + "\"}");
      case RUBBISH -> ok("{\"messages\": [{\"te");
      case UNKNOWN_STAGE -> ok("{\"messages\":[{\"text\":\"Hi\"}],\"stage\":\"onboarding\"}");
      case LONG_TEXT -> ok("{\"messages\":[{\"text\":\"" + "x".repeat(5000) + "\"}]}");
    };
  }

  /** The same turn asked again has the same answer. */
  private synchronized String answer(JsonNode turn) {
    return answered.computeIfAbsent(
        turn.path("id").asString(), id -> json.writeValueAsString(Agent.answer(turn)));
  }

  private static ResponseEntity<String> ok(String body) {
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(body);
  }

  @GetMapping("/simulator/example-bot")
  Everything everything() {
    return new Everything(List.copyOf(turns), misbehaviour);
  }

  @PutMapping("/simulator/example-bot/misbehaviour")
  Wish misbehave(@RequestBody Wish wish) {
    misbehaviour = wish.misbehaviour();
    return wish;
  }
}
