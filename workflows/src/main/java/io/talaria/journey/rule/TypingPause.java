package io.talaria.journey.rule;

import io.talaria.definition.Plan.Times;
import io.talaria.journey.MessageReceived;
import java.time.Duration;
import java.util.List;

/**
 * How long the journey waits for the candidate to finish typing: a rule, not a constant, since each
 * reply is billed and a burst deserves one answer.
 */
public final class TypingPause {
  private TypingPause() {}

  /**
   * The pause after the newest of these unanswered messages; zero after a tapped choice or a form.
   * Long after a photo: WhatsApp delivers an album as single messages. What the newest had waited
   * already counts: in a rush nobody is kept waiting twice.
   */
  public static Duration after(List<MessageReceived> open, Times times) {
    Duration pause = whole(open, times);
    Duration waited = open.getLast().waited();
    if (waited == null) {
      return pause;
    }
    return waited.compareTo(pause) < 0 ? pause.minus(waited) : Duration.ZERO;
  }

  private static Duration whole(List<MessageReceived> open, Times times) {
    MessageReceived newest = open.getLast();
    return switch (newest.kind()) {
      case CHOICE, FORM -> Duration.ZERO;
      case PHOTO -> times.longTypingPause();
      case TEXT, DOCUMENT, UNSUPPORTED -> {
        boolean burst = open.size() > 1 || looksUnfinished(newest.text());
        yield burst ? times.longTypingPause() : times.typingPause();
      }
    };
  }

  /** A trailing comma, colon, dash, ellipsis or joining word promises more. */
  static boolean looksUnfinished(String text) {
    String folded = Words.fold(text);
    return folded.endsWith(",")
        || folded.endsWith(":")
        || folded.endsWith("-")
        || folded.endsWith("...")
        || folded.endsWith("…")
        || folded.endsWith(" e")
        || folded.endsWith(" y")
        || folded.endsWith(" and")
        || folded.endsWith(" mas")
        || folded.endsWith(" pero")
        || folded.endsWith(" but");
  }
}
