package io.talaria.journey;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody of the team says whether nobody wants to lose this candidate. It counts instead of the
 * definition's rule, and decides nothing about the candidate.
 *
 * @param requestId the caller's; repeated, it changes nothing
 */
public record CandidateMarked(UUID requestId, UUID operatorId, boolean highValue, Instant at) {}
