package io.talaria.journey;

import java.time.Instant;

/** WhatsApp's own time of a send, told when it differs from our acceptance by over two minutes. */
public record SendTimed(String key, Instant at) {}
