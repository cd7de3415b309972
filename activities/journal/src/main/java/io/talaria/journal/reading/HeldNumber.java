package io.talaria.journal.reading;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A number whose sends WhatsApp refuses for the account's sake.
 *
 * @param definition what candidates who write to it go through; null for a number that nobody has
 *     configured any more
 * @param since when WhatsApp refused the first one
 * @param code WhatsApp's number; null when it gave none
 * @param triedAt when a send was let through last
 * @param waiting how many sends wait
 */
public record HeldNumber(
    String id,
    @Nullable String definition,
    Instant since,
    @Nullable Integer code,
    Instant triedAt,
    long waiting) {}
