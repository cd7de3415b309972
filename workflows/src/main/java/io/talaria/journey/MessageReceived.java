package io.talaria.journey;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A candidate's message, already in the journal.
 *
 * @param id the journal's id of the message
 * @param seq its place among the candidate's messages
 * @param sentAt WhatsApp's timestamp, whole seconds
 * @param kind what it was; {@code UNSUPPORTED} has no text
 * @param text what was typed, or the title of the tapped choice; empty for unsupported kinds
 * @param choiceId id of the tapped button or row
 * @param numberId the number it was written to; the journey answers there
 */
public record MessageReceived(
    UUID id,
    long seq,
    Instant sentAt,
    Kind kind,
    String text,
    @Nullable String choiceId,
    String numberId) {

  /** What the bot can understand of a message. */
  public enum Kind {
    TEXT,
    CHOICE,
    UNSUPPORTED
  }
}
