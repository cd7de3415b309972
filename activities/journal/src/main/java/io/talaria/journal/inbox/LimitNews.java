package io.talaria.journal.inbox;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What WhatsApp tells of how many people may be written to unasked in 24 hours.
 *
 * @param business id of the WhatsApp business account that was told; the limit is its portfolio's
 * @param accounts whose numbers the gateway answers; which of them are of that business nobody says
 * @param people null for as many as one likes
 */
public record LimitNews(
    String business, List<UUID> accounts, @Nullable Integer people, Instant at) {}
