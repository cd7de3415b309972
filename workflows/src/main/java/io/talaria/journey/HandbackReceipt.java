package io.talaria.journey;

import java.time.Instant;

/** When the bot may speak again. */
public record HandbackReceipt(Instant returnedAt) {}
