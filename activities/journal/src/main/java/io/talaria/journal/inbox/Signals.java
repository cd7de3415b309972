package io.talaria.journal.inbox;

import io.talaria.journey.MessageReceived;
import io.talaria.journey.MessageReceived.Kind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a journey is told of a recorded message. */
final class Signals {
  /** Where {@code sealed_extra} keeps the id of what was tapped. */
  static final String CHOICE_ID = "choiceId";

  /**
   * Twenty texts of this length stay well below Temporal's 2 MB per payload; the journal has all.
   */
  private static final int LONGEST = 8_192;

  private Signals() {}

  static MessageReceived of(
      UUID id,
      long seq,
      Instant sentAt,
      String kind,
      @Nullable String text,
      @Nullable String choiceId,
      String numberId) {
    return new MessageReceived(
        id,
        seq,
        sentAt,
        kind(kind),
        cut(text == null ? "" : text),
        choiceId == null ? null : cut(choiceId),
        numberId);
  }

  private static Kind kind(String column) {
    return switch (column) {
      case "text" -> Kind.TEXT;
      case "button", "list" -> Kind.CHOICE;
      default -> Kind.UNSUPPORTED;
    };
  }

  private static String cut(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return text.substring(0, end);
  }
}
