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
    notifyAll();
  }

  /**
   * What came after the first {@code known} entries; waits for the first of them at most this long.
   */
  synchronized List<Entry> after(int known, long waitMillis) throws InterruptedException {
    long end = System.nanoTime() + waitMillis * 1_000_000;
    while (entries.size() <= known) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return List.of();
      }
      wait(left);
    }
    return List.copyOf(entries.subList(known, entries.size()));
  }
}
