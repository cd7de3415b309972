package io.talaria.journal.reading;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A number of which WhatsApp limits what it sends unasked, since people blocked or reported it.
 *
 * @param definition what candidates who write to it go through; null for a number that nobody has
 *     configured any more
 * @param since when WhatsApp said so
 * @param until when what waits goes on by itself
 * @param waiting how many planned starts are due and wait
 */
public record ReportedNumber(
    String id, @Nullable String definition, Instant since, Instant until, long waiting) {}
