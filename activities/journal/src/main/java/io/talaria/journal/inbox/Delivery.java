package io.talaria.journal.inbox;

import java.time.Instant;
import java.util.UUID;

/**
 * A raw webhook body as it came.
 *
 * @param source such as {@code whatsapp}
 * @param attempts how often somebody began to work on it, this time included
 */
public record Delivery(UUID id, String source, byte[] body, Instant receivedAt, int attempts) {}
