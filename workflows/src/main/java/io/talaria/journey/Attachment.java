package io.talaria.journey;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that a candidate sent. Only this reference travels; whether the bytes have been fetched,
 * and what they really are, stands in the journal.
 *
 * @param mediaId our id of it
 * @param mimeType as WhatsApp told it, unproved; {@code application/octet-stream} when it told none
 * @param fileName as the candidate named it; null for pictures
 */
public record Attachment(UUID mediaId, String mimeType, @Nullable String fileName) {}
