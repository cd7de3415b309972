package io.talaria.journal.reading;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * WhatsApp's messaging limit leaves no room for planned starts that are due.
 *
 * @param people how many may be written to in 24 hours
 * @param waiting how many starts wait
 * @param next when room comes for the one that has waited longest; null when it is there by now
 */
public record FullLimit(int people, long waiting, @Nullable Instant next) {}
