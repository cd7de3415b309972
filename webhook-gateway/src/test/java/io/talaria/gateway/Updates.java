package io.talaria.gateway;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** Webhook bodies in WhatsApp's shapes, in words of our own. */
public final class Updates {
  public static final String NUMBER = "106540352242922";
  public static final String BUSINESS = "900100200300";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Updates() {}

  public static String newWamid() {
    return "wamid." + UUID.randomUUID();
  }

  /** A phone number in Brazil that nobody else in these tests has. */
  public static String newPhone() {
    long digits = Math.floorMod(UUID.randomUUID().getMostSignificantBits(), 100_000_000L);
    return "55119%08d".formatted(digits);
  }

  public static Map<String, Object> text(String phone, String wamid, long at, String text) {
    return message(phone, wamid, at, "text", Map.of("body", text));
  }

  public static Map<String, Object> message(
      String phone, String wamid, long at, String type, Object content) {
    Map<String, Object> message = new LinkedHashMap<>();
    if (phone != null) {
      message.put("from", phone);
    }
    if (wamid != null) {
      message.put("id", wamid);
    }
    message.put("timestamp", String.valueOf(at));
    message.put("type", type);
    message.put(type, content);
    return message;
  }

  public static Map<String, Object> status(String wamid, String status, long at, String key) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("id", wamid);
    body.put("status", status);
    body.put("timestamp", String.valueOf(at));
    if (key != null) {
      body.put("biz_opaque_callback_data", key);
    }
    if (status.equals("failed")) {
      body.put("errors", List.of(Map.of("code", 131026, "title", "Message undeliverable")));
    }
    return body;
  }

  /** The same status with a price in this category. */
  public static Map<String, Object> priced(Map<String, Object> status, String category) {
    Map<String, Object> priced = new LinkedHashMap<>(status);
    priced.put(
        "pricing",
        Map.of("billable", true, "pricing_model", "PMP", "type", "regular", "category", category));
    return priced;
  }

  public static Map<String, Object> contact(String phone, String name) {
    return Map.of("wa_id", phone, "profile", Map.of("name", name));
  }

  public static String delivery(Map<String, Object> value) {
    Map<String, Object> full = new LinkedHashMap<>();
    full.put("messaging_product", "whatsapp");
    full.put("metadata", Map.of("phone_number_id", NUMBER));
    full.putAll(value);
    return JSON.writeValueAsString(
        Map.of(
            "object",
            "whatsapp_business_account",
            "entry",
            List.of(
                Map.of(
                    "id",
                    BUSINESS,
                    "changes",
                    List.of(Map.of("field", "messages", "value", full))))));
  }

  @SafeVarargs
  public static String messages(Map<String, Object>... messages) {
    return delivery(Map.of("messages", List.of(messages)));
  }

  @SafeVarargs
  public static String statuses(Map<String, Object>... statuses) {
    return delivery(Map.of("statuses", List.of(statuses)));
  }
}
