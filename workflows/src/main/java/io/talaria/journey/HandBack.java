package io.talaria.journey;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The holder gives the journey back to the bot; the summary is for the team. */
public record HandBack(UUID requestId, UUID operatorId, @Nullable String summary) {}
