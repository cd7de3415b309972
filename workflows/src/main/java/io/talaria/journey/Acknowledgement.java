package io.talaria.journey;

import java.time.Instant;
import java.util.UUID;

/**
 * Who saw to what the team was told of: also the answer to {@link AcknowledgeAlert}, which names
 * whoever was first.
 */
public record Acknowledgement(UUID operatorId, String operatorName, Instant at) {}
