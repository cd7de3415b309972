package io.talaria.journey;

import io.talaria.port.Outbound;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A recruiter's words that wait for their time.
 *
 * @param id the request's id, from which the send's key is made
 * @param upTo seq of the newest message that its writer had seen; what came later stays unanswered
 * @param problem key of the sentence why it did not leave at its time; it waits for a person then
 */
public record Scheduled(
    UUID id,
    UUID operatorId,
    String operatorName,
    Outbound content,
    Instant at,
    long upTo,
    @Nullable String problem) {}
