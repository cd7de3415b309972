package io.talaria.journey;

import io.talaria.port.Outbound;
import java.util.UUID;

/**
 * The holder writes to the candidate: free text inside the service window, a template outside.
 *
 * @param requestId unique in the journal; a double click is one message
 */
public record Reply(UUID requestId, UUID operatorId, Outbound content)
    implements RecruiterRequest {}
