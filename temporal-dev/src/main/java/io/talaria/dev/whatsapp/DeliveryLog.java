package io.talaria.dev.whatsapp;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.springframework.stereotype.Component;

/** The last calls in both directions, for the page. */
@Component
class DeliveryLog {
  private static final int KEPT = 200;

  private final Deque<Entry> entries = new ArrayDeque<>();
  private final Audience audience;
  private long total;

  /**
   * @param way {@code out}: a webhook to Talaria; {@code in}: a call from Talaria
   * @param tone {@code plain}, {@code odd} for what misbehaved on request, {@code unknown} for an
   *     answer that was dropped, {@code bad} for a refusal or a failure
   */
  record Entry(long number, Instant at, String way, String what, String outcome, String tone) {}

  DeliveryLog(Audience audience) {
    this.audience = audience;
  }

  synchronized void add(String way, String what, String outcome, String tone) {
    Entry entry = new Entry(++total, Instant.now(), way, what, outcome, tone);
    entries.addFirst(entry);
    if (entries.size() > KEPT) {
      entries.removeLast();
    }
    audience.tell("delivery", entry);
  }

  /** Newest first. */
  synchronized List<Entry> last() {
    return List.copyOf(entries);
  }

  /** The end of a wamid tells two apart on a screen. */
  static String shortly(String wamid) {
    return "…"
        + wamid.substring(Math.max(0, wamid.length() - 4)).toLowerCase(java.util.Locale.ROOT);
  }
}
