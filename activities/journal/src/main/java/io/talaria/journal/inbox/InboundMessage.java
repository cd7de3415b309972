package io.talaria.journal.inbox;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A candidate's message as a channel tells it.
 *
 * @param wamid WhatsApp's id of the message: the same one is the same message
 * @param sentAt WhatsApp's timestamp
 * @param forJourney false for notices of WhatsApp's own, which are shown and need no answer
 */
public record InboundMessage(
    UUID accountId,
    String numberId,
    String wamid,
    Instant sentAt,
    Sender sender,
    Content content,
    boolean forJourney) {

  /**
   * @param aliases at least one that tells who writes
   * @param name as the person chose it
   * @param country ISO 3166-1 alpha-2 by the phone number
   * @param zone IANA name of the time zone by the number's prefix; null where it tells none
   */
  public record Sender(
      List<Alias> aliases, @Nullable String name, @Nullable String country, @Nullable String zone) {

    /** Somebody whose clock nobody knows. */
    public Sender(List<Alias> aliases, @Nullable String name, @Nullable String country) {
      this(aliases, name, country, null);
    }
  }

  /**
   * @param kind {@code text}, {@code button}, {@code list}, {@code image}, {@code document} or
   *     {@code unsupported:<type>}
   * @param text what was typed, the title of the tapped choice, or the caption
   * @param extra what else is worth showing: choiceId, choiceTitle, quotedWamid, caption, ...
   * @param file set for an image or a document
   */
  public record Content(
      String kind, @Nullable String text, Map<String, String> extra, @Nullable File file) {
    public Content(String kind, @Nullable String text, Map<String, String> extra) {
      this(kind, text, extra, null);
    }
  }

  /**
   * A file that is to be fetched.
   *
   * @param whatsappId under which WhatsApp keeps it
   * @param type as WhatsApp told it
   * @param sha256 as WhatsApp told it, base64
   * @param name as the sender named it
   */
  public record File(
      String whatsappId, @Nullable String type, @Nullable String sha256, @Nullable String name) {}
}
