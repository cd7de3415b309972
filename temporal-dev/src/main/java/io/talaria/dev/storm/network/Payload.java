package io.talaria.dev.storm.network;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Webhook bodies in WhatsApp's shape; a delivery may carry many entries. */
final class Payload {
  private static final String DISPLAYED = "15550783881";
  private static final String ACCOUNT = "102290129340398";

  private Payload() {}

  /** One entry with a candidate's message. */
  static Map<String, Object> message(
      String wamid, String number, String name, String text, @Nullable Choice tapped, Instant at) {
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("from", number);
    message.put("id", wamid);
    message.put("timestamp", String.valueOf(at.getEpochSecond()));
    if (tapped == null) {
      message.put("type", "text");
      message.put("text", Map.of("body", text));
    } else {
      message.put("type", "interactive");
      message.put(
          "interactive",
          Map.of(
              "type",
              tapped.reply(),
              tapped.reply(),
              Map.of("id", tapped.id(), "title", tapped.title())));
    }
    return value(
        Map.of(
            "contacts",
            List.of(Map.of("profile", Map.of("name", name), "wa_id", number)),
            "messages",
            List.of(message)));
  }

  /** One entry with the status of a send. */
  static Map<String, Object> status(
      String wamid, String number, @Nullable String key, String status, Instant at) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("id", wamid);
    body.put("status", status);
    body.put("timestamp", String.valueOf(at.getEpochSecond()));
    body.put("recipient_id", number);
    if (key != null) {
      body.put("biz_opaque_callback_data", key);
    }
    if (status.equals("failed")) {
      body.put(
          "errors",
          List.of(
              Map.of(
                  "code",
                  131_026,
                  "title",
                  "Message undeliverable",
                  "error_data",
                  Map.of("details", "Message undeliverable"))));
    }
    return value(Map.of("statuses", List.of(body)));
  }

  /** A delivery of these entries' values. */
  static Map<String, Object> delivery(List<Map<String, Object>> values) {
    List<Map<String, Object>> entries =
        values.stream()
            .map(
                value ->
                    Map.<String, Object>of(
                        "id",
                        ACCOUNT,
                        "changes",
                        List.of(Map.of("value", value, "field", "messages"))))
            .toList();
    return Map.of("object", "whatsapp_business_account", "entry", entries);
  }

  private static Map<String, Object> value(Map<String, Object> content) {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("messaging_product", "whatsapp");
    value.put(
        "metadata",
        Map.of("display_phone_number", DISPLAYED, "phone_number_id", Network.NUMBER_ID));
    value.putAll(content);
    return value;
  }
}
