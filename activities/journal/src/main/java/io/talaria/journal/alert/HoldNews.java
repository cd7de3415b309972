package io.talaria.journal.alert;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the team is to hear of a number: that it is held, or that it sends again.
 *
 * @param id of the hold
 * @param definition what candidates who write to the number go through; null for one that nobody
 *     has configured any more
 * @param code WhatsApp's number; null when it gave none
 * @param detail WhatsApp's words
 * @param liftedAt null while it is held
 * @param waiting how many of its sends wait
 * @param again whether it may have been told already
 */
public record HoldNews(
    UUID id,
    String numberId,
    @Nullable String definition,
    Instant since,
    @Nullable Integer code,
    @Nullable String detail,
    @Nullable Instant liftedAt,
    long waiting,
    boolean again) {}
