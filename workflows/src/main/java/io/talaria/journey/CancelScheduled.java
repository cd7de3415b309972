package io.talaria.journey;

import java.util.UUID;

/** A scheduled reply is not to leave. Refused when it has left by now. */
public record CancelScheduled(UUID requestId, UUID operatorId, UUID scheduled)
    implements RecruiterRequest {}
