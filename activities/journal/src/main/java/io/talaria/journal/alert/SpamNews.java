package io.talaria.journal.alert;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the team is to hear of a number that people blocked or reported: what it sends unasked
 * waits.
 *
 * @param id of the hold
 * @param definition what candidates who write to the number go through; null for one that nobody
 *     has configured any more
 * @param until when it goes on by itself
 * @param waiting how many planned starts are due and wait
 * @param again whether it may have been told already
 */
public record SpamNews(
    UUID id,
    String numberId,
    @Nullable String definition,
    Instant since,
    Instant until,
    long waiting,
    boolean again) {}
