package io.talaria.journal.inbox;

import io.talaria.journey.Attachment;
import io.talaria.journey.FormAnswers;
import io.talaria.journey.MessageReceived;
import io.talaria.journey.MessageReceived.Kind;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a journey is told of a recorded message. */
final class Signals {
  /** Where {@code sealed_extra} keeps the id of what was tapped. */
  private static final String CHOICE_ID = "choiceId";

  /**
   * Twenty texts of this length stay well below Temporal's 2 MB per payload; the journal has all.
   */
  private static final int LONGEST = 8_192;

  private Signals() {}

  /**
   * @param kind the row's
   * @param extra the row's, opened
   */
  static MessageReceived of(
      UUID id,
      long seq,
      Instant sentAt,
      String kind,
      @Nullable String text,
      Map<String, String> extra,
      String numberId) {
    String choiceId = extra.get(CHOICE_ID);
    Attachment attachment = attachment(extra);
    FormAnswers form = form(extra);
    return new MessageReceived(
        id,
        seq,
        sentAt,
        kind(kind, attachment, form),
        form != null || text == null ? "" : cut(text),
        choiceId == null ? null : cut(choiceId),
        numberId,
        attachment,
        form);
  }

  private static Kind kind(
      String column, @Nullable Attachment attachment, @Nullable FormAnswers form) {
    return switch (column) {
      case "text" -> Kind.TEXT;
      case "button", "list" -> Kind.CHOICE;
      case Extras.IMAGE -> attachment == null ? Kind.UNSUPPORTED : Kind.PHOTO;
      case Extras.DOCUMENT -> attachment == null ? Kind.UNSUPPORTED : Kind.DOCUMENT;
      case Extras.FORM -> form == null ? Kind.UNSUPPORTED : Kind.FORM;
      default -> Kind.UNSUPPORTED;
    };
  }

  private static @Nullable Attachment attachment(Map<String, String> extra) {
    String id = extra.get(Extras.ATTACHMENT_ID);
    if (id == null) {
      return null;
    }
    String name = extra.get(Extras.FILE_NAME);
    return new Attachment(
        UUID.fromString(id),
        cut(extra.getOrDefault(Extras.MIME_TYPE, Extras.ANY_TYPE)),
        name == null ? null : cut(name));
  }

  private static @Nullable FormAnswers form(Map<String, String> extra) {
    String id = extra.get(Extras.FORM_ID);
    if (id == null) {
      return null;
    }
    var fields = new TreeMap<String, String>();
    Extras.fields(extra).forEach((name, value) -> fields.put(name, cut(value)));
    return new FormAnswers(id, fields, extra.containsKey(Extras.OUTDATED) ? true : null);
  }

  private static String cut(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return text.substring(0, end);
  }
}
