package io.talaria.journey;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What came from a candidate, already in the journal.
 *
 * <p>{@code attachment} and {@code form} are left out of the JSON when they are null, so that texts
 * look as they did before these were there.
 *
 * @param id the journal's id of the message
 * @param seq its place among the candidate's messages
 * @param sentAt WhatsApp's timestamp, whole seconds; of a form, when it reached us
 * @param kind what it was; {@code UNSUPPORTED} and {@code FORM} have no text
 * @param text what was typed, the title of the tapped choice, or the caption; empty for none
 * @param choiceId id of the tapped button or row
 * @param numberId the number it was written to; the journey answers there. Of a form, the number of
 *     the candidate's newest message before it
 * @param attachment set for a photo or a document
 * @param form set for a form
 */
public record MessageReceived(
    UUID id,
    long seq,
    Instant sentAt,
    Kind kind,
    String text,
    @Nullable String choiceId,
    String numberId,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Attachment attachment,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable FormAnswers form) {

  /** A message that is words or a tap alone. */
  public MessageReceived(
      UUID id,
      long seq,
      Instant sentAt,
      Kind kind,
      String text,
      @Nullable String choiceId,
      String numberId) {
    this(id, seq, sentAt, kind, text, choiceId, numberId, null, null);
  }

  /** What the bot can understand of a message. */
  public enum Kind {
    TEXT,
    CHOICE,
    /** A picture; each of an album is a message of its own. */
    PHOTO,
    DOCUMENT,
    /** The answers of a web form. No message of WhatsApp's: it opens no service window. */
    FORM,
    /** Voice, video, sticker, location, contacts, and whatever WhatsApp invents. */
    UNSUPPORTED
  }
}
