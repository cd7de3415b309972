package io.talaria.port;

import io.talaria.journey.JourneyState;
import java.util.List;
import java.util.UUID;

/**
 * One state of a journey with what led to it.
 *
 * @param state ordered by its generation and revision
 * @param takenIn messages that this state has taken in
 * @param events keyed by their cause
 */
public record JourneyWrite(
    UUID accountId,
    UUID candidateId,
    JourneyState state,
    List<UUID> takenIn,
    List<JourneyEvent> events) {}
