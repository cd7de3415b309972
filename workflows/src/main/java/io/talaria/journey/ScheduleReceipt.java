package io.talaria.journey;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a scheduled reply stands.
 *
 * @param at when it leaves; null when it was cancelled
 * @param needsWindow whether the candidate must write again before, since it is free text and the
 *     service window will have closed by then
 */
public record ScheduleReceipt(UUID scheduled, @Nullable Instant at, boolean needsWindow) {}
