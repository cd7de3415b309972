package io.talaria.journey;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who holds the journey.
 *
 * @param takeoverId the request id of the takeover, or of the hand-over
 * @param actedAt when they last wrote, scheduled, settled or said that they keep it; null means not
 *     since {@code since}
 * @param warnedAt when they were told that the journey goes back to the bot; null unless they were
 *     since they last acted
 */
public record Holder(
    UUID takeoverId,
    UUID operatorId,
    String name,
    Instant since,
    @Nullable Instant actedAt,
    @Nullable Instant warnedAt) {
  public Holder(UUID takeoverId, UUID operatorId, String name, Instant since) {
    this(takeoverId, operatorId, name, since, null, null);
  }
}
