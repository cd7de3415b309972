package io.talaria.journey;

import java.util.UUID;

/**
 * Somebody of the team has seen what the team was told of this journey, and sees to it: nobody else
 * is told because nobody did. It changes nothing for the candidate, and nobody's hold.
 */
public record AcknowledgeAlert(UUID requestId, UUID operatorId, String operatorName)
    implements RecruiterRequest {}
