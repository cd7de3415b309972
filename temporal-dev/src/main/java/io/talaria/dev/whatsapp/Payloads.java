package io.talaria.dev.whatsapp;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Webhook bodies in WhatsApp's shape. */
@Component
class Payloads {
  private final WhatsAppSettings settings;

  Payloads(WhatsAppSettings settings) {
    this.settings = settings;
  }

  Map<String, Object> text(Phone phone, Line line) {
    return message(phone, line, "text", Map.of("body", line.text()), null);
  }

  /** A file; the bytes are fetched by its id. */
  Map<String, Object> file(Phone phone, Line line, Map<String, Object> content) {
    return message(phone, line, line.type(), content, null);
  }

  /** A tapped button or list row, which answers the message that showed it. */
  Map<String, Object> tap(Phone phone, Line line, Line asked, Choice choice) {
    if (choice.reply().equals("button")) {
      var button = Map.of("payload", choice.id(), "text", choice.title());
      return message(phone, line, "button", button, asked.wamid());
    }
    Map<String, Object> reply = new LinkedHashMap<>();
    reply.put("id", choice.id());
    reply.put("title", choice.title());
    if (choice.description() != null) {
      reply.put("description", choice.description());
    }
    Map<String, Object> interactive = Map.of("type", choice.reply(), choice.reply(), reply);
    return message(phone, line, "interactive", interactive, asked.wamid());
  }

  /**
   * @param error code of a {@code failed} status; 0 for the others
   */
  Map<String, Object> status(
      Phone phone, String wamid, String status, Instant at, @Nullable Outgoing of, int error) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("id", wamid);
    body.put("status", status);
    body.put("timestamp", String.valueOf(at.getEpochSecond()));
    body.put("recipient_id", phone.number);
    if (of != null && of.key() != null) {
      body.put("biz_opaque_callback_data", of.key());
    }
    if (error != 0) {
      body.put("errors", List.of(error(error)));
      return envelope(Map.of("statuses", List.of(body)));
    }
    body.put("recipient_user_id", userId(phone));
    // Pricing comes once, with the first status that tells of a delivery in Meta's network.
    if (of != null && status.equals("sent")) {
      String category = of.isTemplate() ? "utility" : "service";
      body.put(
          "pricing",
          Map.of(
              "billable", true, "pricing_model", "PMP", "category", category, "type", "regular"));
    }
    return envelope(Map.of("contacts", List.of(contact(phone)), "statuses", List.of(body)));
  }

  private Map<String, Object> message(
      Phone phone, Line line, String type, Map<String, ?> content, @Nullable String answers) {
    Map<String, Object> body = new LinkedHashMap<>();
    if (answers != null) {
      body.put("context", Map.of("from", settings.displayNumber(), "id", answers));
    }
    body.put("from", phone.number);
    body.put("from_user_id", userId(phone));
    body.put("id", line.wamid());
    body.put("timestamp", String.valueOf(line.at().getEpochSecond()));
    body.put("type", type);
    body.put(type, content);
    return envelope(Map.of("contacts", List.of(contact(phone)), "messages", List.of(body)));
  }

  private Map<String, Object> envelope(Map<String, Object> content) {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("messaging_product", "whatsapp");
    value.put(
        "metadata",
        Map.of(
            "display_phone_number", settings.displayNumber(),
            "phone_number_id", settings.phoneNumberId()));
    value.putAll(content);
    var change = Map.of("value", value, "field", "messages");
    var entry = Map.of("id", settings.accountId(), "changes", List.of(change));
    return Map.of("object", "whatsapp_business_account", "entry", List.of(entry));
  }

  private static Map<String, Object> contact(Phone phone) {
    return Map.of(
        "profile", Map.of("name", phone.name), "wa_id", phone.number, "user_id", userId(phone));
  }

  private static Map<String, Object> error(int code) {
    return Map.of(
        "code", code,
        "title", GraphRefusal.title(code),
        "message", GraphRefusal.title(code),
        "error_data", Map.of("details", GraphRefusal.title(code)));
  }

  /** A business-scoped id that is stable for a number; the country in front is a stand-in. */
  private static String userId(Phone phone) {
    return "ZZ." + Long.toString(Long.parseLong(phone.number) * 7919, 10);
  }
}
