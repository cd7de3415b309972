package io.talaria.journey;

import java.time.Instant;

/** A send has arrived whose arrival the next bubble waits for. */
public record SendDelivered(String key, Instant at) {}
