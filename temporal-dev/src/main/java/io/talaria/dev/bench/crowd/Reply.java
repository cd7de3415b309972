package io.talaria.dev.bench.crowd;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A send that WhatsApp accepted.
 *
 * @param tapType what a tap on it is called: {@code button_reply} or {@code list_reply}
 * @param choices what can be tapped; none on a text
 * @param at when it was accepted
 */
public record Reply(
    String wamid, String to, String key, String tapType, List<Choice> choices, Instant at) {

  record Choice(String id, String title) {}

  static Reply of(JsonNode entry) {
    JsonNode interactive = entry.path("body").path("interactive");
    List<Choice> choices = new ArrayList<>();
    interactive
        .path("action")
        .path("buttons")
        .forEach(button -> choices.add(choice(button.path("reply"))));
    interactive
        .path("action")
        .path("sections")
        .forEach(section -> section.path("rows").forEach(row -> choices.add(choice(row))));
    return new Reply(
        entry.path("wamid").asString(),
        entry.path("to").asString(),
        entry.path("key").asString(""),
        interactive.path("type").asString("").equals("list") ? "list_reply" : "button_reply",
        List.copyOf(choices),
        Instant.parse(entry.path("at").asString()));
  }

  private static Choice choice(JsonNode node) {
    return new Choice(node.path("id").asString(), node.path("title").asString());
  }

  /** Whether the bot asked something that a tap answers; its last words don't. */
  public boolean asks() {
    return !choices.isEmpty();
  }
}
