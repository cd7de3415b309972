package io.talaria.journey;

import io.talaria.port.Outbound;
import java.util.UUID;

/**
 * A recruiter writes on their own initiative while the bot keeps the journey: its open question
 * stays open, and the candidate's silence counts from these words.
 *
 * @param content free text inside the service window, a template outside
 */
public record ProactiveMessage(UUID requestId, UUID operatorId, Outbound content)
    implements RecruiterRequest {}
