package io.talaria.journey;

import java.time.Instant;

/** What was decided about a proposal, and when; it leaves afterwards, as its bubbles show. */
public record ReviewReceipt(int version, Review.Fate fate, Instant at) {}
