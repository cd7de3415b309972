package io.talaria.journey;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What came from a candidate, already in the journal.
 *
 * <p>{@code attachment}, {@code form} and {@code waited} are left out of the JSON when they are
 * null, so that texts look as they did before these were there.
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
 * @param waited how long it had been in the journal when the journey was told of it; null when that
 *     was at once, and for those before the last of several that are told together
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
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable FormAnswers form,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Duration waited) {

  /** A message that is told at once. */
  public MessageReceived(
      UUID id,
      long seq,
      Instant sentAt,
      Kind kind,
      String text,
      @Nullable String choiceId,
      String numberId,
      @Nullable Attachment attachment,
      @Nullable FormAnswers form) {
    this(id, seq, sentAt, kind, text, choiceId, numberId, attachment, form, null);
  }

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

  /** The same, told after so long in the journal. */
  public MessageReceived after(Duration waited) {
    return new MessageReceived(
        id, seq, sentAt, kind, text, choiceId, numberId, attachment, form, waited);
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
