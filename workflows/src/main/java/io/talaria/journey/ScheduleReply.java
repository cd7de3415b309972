package io.talaria.journey;

import io.talaria.port.Outbound;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A recruiter writes something that leaves at a time: as a reply while a person holds the journey
 * then, beside the bot otherwise. Where it can't leave then, the team is told and it waits to be
 * changed or cancelled.
 *
 * @param requestId also the id of the scheduled reply, and of its send
 * @param at within {@link #LONGEST}
 * @param replaces the scheduled reply that this one changes; refused when that has left by now
 */
public record ScheduleReply(
    UUID requestId,
    UUID operatorId,
    String operatorName,
    Outbound content,
    Instant at,
    @Nullable UUID replaces)
    implements RecruiterRequest {
  /** How far ahead a reply may be scheduled. */
  public static final Duration LONGEST = Duration.ofDays(30);
}
