package io.talaria.journal.listing;

import org.jspecify.annotations.Nullable;

/**
 * What became of a row of a file.
 *
 * @param line where the row begins, from 1
 * @param reference null where the row has none
 * @param refusal null unless it was refused
 */
public record ImportedRow(
    int line, @Nullable String reference, Listings.Outcome outcome, @Nullable Refusal refusal) {}
