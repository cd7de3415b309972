package io.talaria.journal.planned;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A planned start as a person reads it in a list.
 *
 * @param name of the candidate; null where nobody told it
 * @param phone masked; null for people without one
 * @param zone where the candidate's clock is read, an IANA name; null when nobody knows
 * @param optIn when and how the candidate agreed to be written to
 * @param plannedAt when it was planned
 * @param settledAt when it began, was cancelled or became void; null while it is planned
 */
public record ListedStart(
    PlannedStart start,
    @Nullable String name,
    @Nullable String phone,
    @Nullable String zone,
    String optIn,
    Instant plannedAt,
    @Nullable Instant settledAt) {}
