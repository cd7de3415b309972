package io.talaria.journal.reading;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that could not be understood or keeps failing.
 *
 * @param item JSON pointer into the body; empty for the whole
 * @param reason stable code
 * @param retriedAt asked to be tried again and not answered yet
 * @param settledAs RECOVERED or DISCARDED
 */
public record Quarantined(
    UUID id,
    UUID deliveryId,
    String item,
    String reason,
    String detail,
    int attempts,
    Instant createdAt,
    @Nullable Instant retriedAt,
    @Nullable Instant settledAt,
    @Nullable String settledAs) {

  /** Whether somebody still has to decide. */
  public boolean open() {
    return settledAt == null;
  }
}
