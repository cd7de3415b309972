package io.talaria.dev.storm.network;

import io.talaria.dev.storm.check.Evidence.Accepted;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A send as a candidate sees it.
 *
 * @param choices what can be tapped; empty for plain text
 */
public record Send(Accepted accepted, List<Choice> choices) {

  /** Whether somebody would answer it. */
  public boolean asks() {
    return !choices.isEmpty() || accepted.text().contains("?");
  }

  static String text(JsonNode body) {
    return switch (body.path("type").asString("text")) {
      case "interactive" -> body.path("interactive").path("body").path("text").asString("");
      case "template" -> "[template " + body.path("template").path("name").asString("") + "] ?";
      default -> body.path("text").path("body").asString("");
    };
  }

  static List<Choice> choices(JsonNode body) {
    List<Choice> choices = new ArrayList<>();
    JsonNode action = body.path("interactive").path("action");
    for (JsonNode button : action.path("buttons")) {
      choices.add(choice(button.path("reply"), "button_reply"));
    }
    for (JsonNode section : action.path("sections")) {
      section.path("rows").forEach(row -> choices.add(choice(row, "list_reply")));
    }
    return List.copyOf(choices);
  }

  private static Choice choice(JsonNode node, String reply) {
    return new Choice(node.path("id").asString(""), node.path("title").asString(""), reply);
  }
}
