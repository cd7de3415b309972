package io.talaria.dev.whatsapp;

import org.jspecify.annotations.Nullable;

/**
 * One button or one row of a list.
 *
 * @param reply how WhatsApp names the tap: {@code button_reply}, {@code list_reply} or {@code
 *     button} for a template's quick reply
 */
record Choice(String id, String title, @Nullable String description, String reply) {}
