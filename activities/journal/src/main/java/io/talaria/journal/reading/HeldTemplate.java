package io.talaria.journal.reading;

import java.time.Instant;

/**
 * A template that WhatsApp paused.
 *
 * @param language WhatsApp's code, such as {@code pt_BR}
 * @param until when it is tried again
 */
public record HeldTemplate(String name, String language, Instant since, Instant until) {}
