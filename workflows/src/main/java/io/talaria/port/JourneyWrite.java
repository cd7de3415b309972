package io.talaria.port;

import io.talaria.journey.JourneyState;
import io.talaria.journey.JourneyState.Answered;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One state of a journey with what led to it.
 *
 * @param state ordered by its generation and revision
 * @param takenIn messages that this state has taken in
 * @param events keyed by their cause
 * @param answer to a recruiter's request, kept for whoever repeats it; null when there is none
 */
public record JourneyWrite(
    UUID accountId,
    UUID candidateId,
    JourneyState state,
    List<UUID> takenIn,
    List<JourneyEvent> events,
    @Nullable Answered answer) {

  /** A state that answers nobody's request. */
  public JourneyWrite(
      UUID accountId,
      UUID candidateId,
      JourneyState state,
      List<UUID> takenIn,
      List<JourneyEvent> events) {
    this(accountId, candidateId, state, takenIn, events, null);
  }
}
