package io.talaria.journal.inbox;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A web form that was handed in through a genuine link.
 *
 * @param key the same one is the same submission
 * @param journeyId the journey whose bot gave the link
 * @param fields as the provider named them
 * @param receivedAt when it reached us
 * @param late whether the link had expired by then
 */
public record Submission(
    String key,
    UUID candidateId,
    UUID journeyId,
    String formId,
    Map<String, String> fields,
    Instant receivedAt,
    boolean late) {}
