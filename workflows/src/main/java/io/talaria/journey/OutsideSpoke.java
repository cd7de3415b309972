package io.talaria.journey;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A system that speaks beside Talaria told what it said or came to; the words are in the journal.
 *
 * @param id of its report
 * @param at when it said so; what the candidate wrote up to then is answered by it
 * @param key of its last message in the journal; null when it only told where the candidate stands
 * @param answers by step id; added to what is known
 * @param language null when it stays
 * @param stage null when it stays
 * @param step the question that is open; null when none of the definition's is
 * @param awaits whether the candidate owes an answer
 * @param needsHuman reason code when a person is needed; null when none is any more
 */
public record OutsideSpoke(
    UUID id,
    Instant at,
    @Nullable String key,
    Map<String, String> answers,
    @Nullable String language,
    @Nullable String stage,
    @Nullable String step,
    boolean awaits,
    @Nullable Ending ending,
    @Nullable String needsHuman) {}
