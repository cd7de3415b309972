package io.talaria.journal.planned;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A journey that is to begin at a time.
 *
 * @param id the caller's request id
 * @param reason stable code of why it is void; null otherwise
 * @param journeyId which it began, or which was faster; null for neither
 * @param changedBy who planned another time for it or cancelled it last; null when nobody did
 */
public record PlannedStart(
    UUID id,
    UUID accountId,
    UUID candidateId,
    String numberId,
    String definition,
    Instant at,
    String plannedBy,
    State state,
    @Nullable String reason,
    @Nullable UUID journeyId,
    @Nullable String changedBy,
    @Nullable Instant changedAt) {

  /** How it stands. */
  public enum State {
    /** It may be changed and cancelled. */
    PLANNED,
    STARTED,
    CANCELLED,
    /** The candidate, or what they said before, was faster; the reason tells. */
    VOID
  }
}
