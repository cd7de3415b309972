package io.talaria.dev.whatsapp;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Every send that WhatsApp accepted, in order: the truth against which promises are measured. */
@Component
class Ledger {
  private final List<Entry> entries = new ArrayList<>();

  /**
   * @param key {@code biz_opaque_callback_data}
   * @param at when it was accepted, by the machine's clock
   */
  record Entry(
      String wamid,
      String from,
      String to,
      String type,
      JsonNode body,
      @Nullable String key,
      Instant at) {}

  synchronized void add(Entry entry) {
    entries.add(entry);
  }

  synchronized List<Entry> all() {
    return List.copyOf(entries);
  }
}
