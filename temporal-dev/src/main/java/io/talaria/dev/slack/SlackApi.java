package io.talaria.dev.slack;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The Slack methods that the desk calls. Slack answers 200 even to what it refuses. */
@RestController
class SlackApi {
  /** Longer than any caller waits, so that all of them see a time-out. */
  private static final Duration DROPPED = Duration.ofSeconds(60);

  private final SlackSettings settings;
  private final Channel channel;
  private final JsonMapper json;

  SlackApi(SlackSettings settings, Channel channel, JsonMapper json) {
    this.settings = settings;
    this.channel = channel;
    this.json = json;
  }

  /** What the page and the tests see. */
  record Everything(List<Post> posts, Channel.Misbehaviour misbehaviour) {}

  @PostMapping("/api/auth.test")
  ResponseEntity<Map<String, Object>> authTest(HttpServletRequest request) throws IOException {
    ResponseEntity<Map<String, Object>> refusal = refusal(request, read(request));
    return refusal != null
        ? refusal
        : ResponseEntity.ok(
            Map.of(
                "ok", true, "team", "Demo", "user", "talaria", "team_id", "T0", "user_id", "U0"));
  }

  @PostMapping("/api/chat.postMessage")
  ResponseEntity<Map<String, Object>> postMessage(HttpServletRequest request)
      throws IOException, InterruptedException {
    JsonNode call = read(request);
    ResponseEntity<Map<String, Object>> refusal = refusal(request, call);
    if (refusal != null) {
      return refusal;
    }
    String to = text(call, "channel");
    if (to.isEmpty()) {
      return no("channel_not_found");
    }
    if (text(call, "text").isEmpty() && !call.has("blocks")) {
      return no("no_text");
    }
    JsonNode blocks = call.get("blocks");
    if (blocks != null && (!blocks.isArray() || blocks.size() > 50)) {
      return no("invalid_blocks");
    }
    String thread = text(call, "thread_ts");
    Post post = channel.post(to, thread.isEmpty() ? null : thread, text(call, "text"), blocks);
    if (channel.dropThisAnswer()) {
      Thread.sleep(DROPPED);
    }
    return ResponseEntity.ok(
        Map.of("ok", true, "channel", to, "ts", post.ts(), "message", Map.of("text", post.text())));
  }

  @PostMapping("/api/chat.update")
  ResponseEntity<Map<String, Object>> update(HttpServletRequest request) throws IOException {
    JsonNode call = read(request);
    ResponseEntity<Map<String, Object>> refusal = refusal(request, call);
    if (refusal != null) {
      return refusal;
    }
    String ts = text(call, "ts");
    if (!channel.update(ts, text(call, "text"), call.get("blocks"))) {
      return no("message_not_found");
    }
    return ResponseEntity.ok(
        Map.of("ok", true, "channel", text(call, "channel"), "ts", ts, "text", text(call, "text")));
  }

  @GetMapping("/simulator/slack")
  Everything everything() {
    return new Everything(channel.all(), channel.misbehaviour());
  }

  @PutMapping("/simulator/slack/misbehaviour")
  Channel.Misbehaviour misbehave(@RequestBody Channel.Misbehaviour asked) {
    channel.misbehave(asked);
    return asked;
  }

  private @Nullable ResponseEntity<Map<String, Object>> refusal(
      HttpServletRequest request, JsonNode call) {
    if (channel.tooManyNow()) {
      return ResponseEntity.status(429)
          .header("Retry-After", "1")
          .body(Map.of("ok", false, "error", "ratelimited"));
    }
    String bearer = "Bearer " + settings.botToken();
    if (!bearer.equals(request.getHeader("Authorization"))
        && !settings.botToken().equals(text(call, "token"))) {
      return no("invalid_auth");
    }
    String error = channel.misbehaviour().error();
    return error.isEmpty() ? null : no(error);
  }

  private static ResponseEntity<Map<String, Object>> no(String error) {
    return ResponseEntity.ok(Map.of("ok", false, "error", error));
  }

  /** Slack takes JSON and forms; in a form, blocks are JSON in a field. */
  private JsonNode read(HttpServletRequest request) throws IOException {
    String type = request.getContentType();
    if (type != null && type.startsWith("application/json")) {
      return json.readTree(request.getInputStream().readAllBytes());
    }
    ObjectNode call = json.createObjectNode();
    request
        .getParameterMap()
        .forEach(
            (name, values) -> {
              if (name.equals("blocks")) {
                call.set(name, json.readTree(values[0]));
              } else {
                call.put(name, values[0]);
              }
            });
    return call;
  }

  private static String text(JsonNode call, String name) {
    return call.path(name).asString("");
  }
}
