package io.talaria.journey;

import java.util.UUID;

/** The holder is at it although they have not written: the journey does not go back to the bot. */
public record KeepHold(UUID requestId, UUID operatorId) implements RecruiterRequest {}
