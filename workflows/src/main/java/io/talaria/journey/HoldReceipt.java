package io.talaria.journey;

import java.time.Instant;
import java.util.UUID;

/** Who holds the journey now and since when. */
public record HoldReceipt(UUID operatorId, String name, Instant since) {}
