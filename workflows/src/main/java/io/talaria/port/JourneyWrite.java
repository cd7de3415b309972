package io.talaria.port;

import io.talaria.journey.Answered;
import io.talaria.journey.JourneyState;
import java.time.Instant;
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
 * @param taskAt when the engine began the workflow task that decided this, by its own clock: of two
 *     attempts of one task the later one counts; null for what no task decided
 */
public record JourneyWrite(
    UUID accountId,
    UUID candidateId,
    JourneyState state,
    List<UUID> takenIn,
    List<JourneyEvent> events,
    @Nullable Answered answer,
    @Nullable Instant taskAt)
    implements GivenLocally {

  /** A state that no task decided and that answers nobody's request. */
  public JourneyWrite(
      UUID accountId,
      UUID candidateId,
      JourneyState state,
      List<UUID> takenIn,
      List<JourneyEvent> events) {
    this(accountId, candidateId, state, takenIn, events, null, null);
  }
}
