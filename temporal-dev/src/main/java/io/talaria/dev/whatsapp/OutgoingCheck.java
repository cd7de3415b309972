package io.talaria.dev.whatsapp;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Reads the body of a send as strictly as WhatsApp does: lengths count characters, limits are those
 * of the Cloud API's reference.
 */
@Component
class OutgoingCheck {
  private static final Set<String> MEDIA = Set.of("image", "audio", "video", "document", "sticker");

  private final ApprovedTemplates templates;

  OutgoingCheck(ApprovedTemplates templates) {
    this.templates = templates;
  }

  /**
   * @throws GraphRefusal naming the parameter that WhatsApp would name
   */
  Outgoing read(JsonNode body) {
    if (!body.path("messaging_product").asString("").equals("whatsapp")) {
      throw new GraphRefusal(100, "The parameter messaging_product is required.");
    }
    String to = digits(body.path("to").asString(body.path("recipient").asString("")));
    require(!to.isEmpty(), 131008, "The parameter to is required.");
    JsonNode data = body.path("biz_opaque_callback_data");
    String key = data.isMissingNode() || data.isNull() ? null : data.asString("");
    require(key == null || key.length() <= 512, 100, "Param biz_opaque_callback_data is too long");
    String type = body.path("type").asString("text");
    JsonNode content = body.path(type);
    require(content.isObject(), 131008, "The parameter " + type + " is required.");
    return switch (type) {
      case "text" -> text(to, content, key, body);
      case "interactive" -> interactive(to, content, key, body);
      case "template" -> template(to, content, key, body);
      default -> {
        require(MEDIA.contains(type), 100, "Param type must be one of the supported types");
        require(content.has("id") || content.has("link"), 131008, type + " needs an id or a link.");
        String shown = "[" + type + "] " + content.path("caption").asString("");
        yield new Outgoing(to, type, shown.strip(), List.of(), null, key, body);
      }
    };
  }

  private static Outgoing text(String to, JsonNode content, @Nullable String key, JsonNode body) {
    String text = content.path("body").asString("");
    within("text['body']", text, 1, 4096);
    return new Outgoing(to, "text", text, List.of(), null, key, body);
  }

  private static Outgoing interactive(
      String to, JsonNode content, @Nullable String key, JsonNode body) {
    String kind = content.path("type").asString("");
    String text = content.path("body").path("text").asString("");
    JsonNode action = content.path("action");
    List<Choice> choices = new ArrayList<>();
    String label = null;
    switch (kind) {
      case "button" -> {
        within("interactive['body']['text']", text, 1, 1024);
        require(
            action.path("buttons").size() >= 1 && action.path("buttons").size() <= 3,
            131009,
            "Button count must be between 1 and 3.");
        for (JsonNode button : action.path("buttons")) {
          JsonNode reply = button.path("reply");
          choices.add(choice(reply, 256, 20, "button_reply"));
        }
      }
      case "list" -> {
        within("interactive['body']['text']", text, 1, 4096);
        label = action.path("button").asString("");
        within("interactive['action']['button']", label, 1, 20);
        require(action.path("sections").size() <= 10, 131009, "Section count must be at most 10.");
        for (JsonNode section : action.path("sections")) {
          section.path("rows").forEach(row -> choices.add(choice(row, 200, 24, "list_reply")));
        }
        require(
            !choices.isEmpty() && choices.size() <= 10,
            131009,
            "Total row count must be between 1 and 10.");
      }
      default -> throw new GraphRefusal(131009, "Interactive type " + kind + " is not simulated.");
    }
    long ids = choices.stream().map(Choice::id).distinct().count();
    require(ids == choices.size(), 131009, "Duplicated ids are not allowed.");
    return new Outgoing(to, "interactive", text, choices, label, key, body);
  }

  private static Choice choice(JsonNode node, int idLimit, int titleLimit, String reply) {
    String id = node.path("id").asString("");
    String title = node.path("title").asString("");
    within("id", id, 1, idLimit);
    within("title", title, 1, titleLimit);
    String description = node.path("description").asString("");
    within("description", description, 0, 72);
    return new Choice(id, title, description.isEmpty() ? null : description, reply);
  }

  private Outgoing template(String to, JsonNode content, @Nullable String key, JsonNode body) {
    String name = content.path("name").asString("");
    String language = content.path("language").path("code").asString("");
    require(name.matches("[a-z0-9_]{1,512}"), 132001, "Template name (" + name + ") is not valid");
    require(!language.isEmpty(), 131008, "The parameter template['language'] is required.");
    List<String> parameters =
        content
            .path("components")
            .valueStream()
            .filter(component -> component.path("type").asString("").equalsIgnoreCase("body"))
            .flatMap(component -> component.path("parameters").valueStream())
            .map(parameter -> parameter.path("text").asString(""))
            .toList();
    return new Outgoing(
        to, "template", shown(name, language, parameters), List.of(), null, key, body);
  }

  private String shown(String name, String language, List<String> parameters) {
    return templates
        .text(name, language, parameters)
        .orElseGet(
            () -> ("[" + name + " · " + language + "] " + String.join(" · ", parameters)).strip());
  }

  private static void within(String parameter, String value, int least, int most) {
    int length = value.codePointCount(0, value.length());
    require(length >= least, 131008, "Param " + parameter + " is required.");
    require(
        length <= most,
        131009,
        "Param " + parameter + " must be at most " + most + " characters long.");
  }

  private static void require(boolean holds, int code, String details) {
    if (!holds) {
      throw new GraphRefusal(code, details);
    }
  }

  private static String digits(String number) {
    return number.replaceAll("[^0-9]", "");
  }
}
