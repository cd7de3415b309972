package io.talaria.dev.whatsapp;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A send that passed the checks.
 *
 * @param to the recipient's number, digits only
 * @param text what the candidate reads
 * @param listLabel the button that opens a list
 * @param key {@code biz_opaque_callback_data}
 */
record Outgoing(
    String to,
    String type,
    String text,
    List<Choice> choices,
    @Nullable String listLabel,
    @Nullable String key,
    JsonNode body) {

  boolean isTemplate() {
    return type.equals("template");
  }
}
