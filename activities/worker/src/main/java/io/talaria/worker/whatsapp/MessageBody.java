package io.talaria.worker.whatsapp;

import io.talaria.journal.send.Recipient;
import io.talaria.port.Outbound;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * The Cloud API's shape of what is said. See
 * https://developers.facebook.com/docs/whatsapp/cloud-api/reference/messages.
 */
final class MessageBody {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private MessageBody() {}

  /**
   * @param key comes back in every status, and is the only thread to a send of unknown outcome
   */
  static byte[] of(Recipient recipient, Outbound content, String key) {
    var body = new LinkedHashMap<String, Object>();
    body.put("messaging_product", "whatsapp");
    body.put("recipient_type", "individual");
    // Given both, WhatsApp takes "to"; an id in "to" is dropped without a word.
    body.put(recipient.kind() == Recipient.Kind.PHONE ? "to" : "recipient", recipient.value());
    body.putAll(content(content));
    body.put("biz_opaque_callback_data", key);
    return JSON.writeValueAsBytes(body);
  }

  /** Marks a message, and all before it, as read. */
  static byte[] read(String wamid) {
    return JSON.writeValueAsBytes(
        Map.of("messaging_product", "whatsapp", "status", "read", "message_id", wamid));
  }

  /** The same, and shows that an answer is being written. */
  static byte[] readAndTyping(String wamid) {
    return JSON.writeValueAsBytes(
        Map.of(
            "messaging_product",
            "whatsapp",
            "status",
            "read",
            "message_id",
            wamid,
            "typing_indicator",
            Map.of("type", "text")));
  }

  private static Map<String, Object> content(Outbound content) {
    return switch (content) {
      case Outbound.Text text ->
          Map.of("type", "text", "text", Map.of("body", text.body(), "preview_url", false));
      case Outbound.Buttons buttons ->
          interactive(
              "button",
              buttons.body(),
              Map.of("buttons", buttons.choices().stream().map(MessageBody::button).toList()));
      case Outbound.Choices choices ->
          interactive(
              "list",
              choices.body(),
              Map.of(
                  "button",
                  choices.button(),
                  "sections",
                  List.of(
                      Map.of("rows", choices.choices().stream().map(MessageBody::row).toList()))));
      case Outbound.Template template -> Map.of("type", "template", "template", of(template));
    };
  }

  private static Map<String, Object> interactive(
      String type, String body, Map<String, Object> action) {
    return Map.of(
        "type",
        "interactive",
        "interactive",
        Map.of("type", type, "body", Map.of("text", body), "action", action));
  }

  private static Map<String, Object> button(Outbound.Choice choice) {
    return Map.of("type", "reply", "reply", Map.of("id", choice.id(), "title", choice.title()));
  }

  private static Map<String, String> row(Outbound.Choice choice) {
    var row = new LinkedHashMap<String, String>();
    row.put("id", choice.id());
    row.put("title", choice.title());
    if (choice.description() != null) {
      row.put("description", choice.description());
    }
    return row;
  }

  private static Map<String, Object> of(Outbound.Template template) {
    var shape = new LinkedHashMap<String, Object>();
    shape.put("name", template.name());
    shape.put("language", Map.of("code", template.language()));
    if (!template.parameters().isEmpty()) {
      List<Map<String, String>> parameters =
          template.parameters().stream().map(p -> Map.of("type", "text", "text", p)).toList();
      shape.put("components", List.of(Map.of("type", "body", "parameters", parameters)));
    }
    return shape;
  }
}
