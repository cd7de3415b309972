package io.talaria.journal.listing;

import java.util.List;

/**
 * A listing that fits a wish.
 *
 * @param score 0 to 1: the reasons' values by their weights
 * @param reasons in the order words, place, shift, workplace, must-haves; also those that speak
 *     against it
 */
public record Match(Listing listing, double score, List<Reason> reasons) {}
