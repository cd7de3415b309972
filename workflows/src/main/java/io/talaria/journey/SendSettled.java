package io.talaria.journey;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a status told of a send that was UNCERTAIN, or a failure after WhatsApp had accepted it.
 *
 * @param key the intent's key
 * @param arrived whether WhatsApp has it
 * @param errorCode WhatsApp's error, when it failed
 * @param treatment what that error means, a name of the error table; null when it arrived or
 *     WhatsApp gave no number
 */
public record SendSettled(
    String key,
    boolean arrived,
    @Nullable Integer errorCode,
    @Nullable String treatment,
    Instant at) {}
