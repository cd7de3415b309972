package io.talaria.journal.definition;

/**
 * How long a text may become once its braces are filled. WhatsApp refuses what is too long whole,
 * and the candidate would read nothing.
 */
@FunctionalInterface
interface Filling {
  /** A text that is said as it stands; whatever else its braces hold is shorter than they are. */
  Filling NONE = String::length;

  /** A day and an hour in words; the longest of the languages that people write has less. */
  Filling MOMENT = text -> filled(text, "{time}", 60);

  /** UTF-16 units that this text has at most when it is sent. */
  int length(String text);

  /** That of the text over what is waited for. */
  static Filling of(Answer answer) {
    return switch (answer) {
      case Answer.Form form -> link(form.url().replace("{token}", "").length() + Limits.TOKEN);
      case Answer.Time ignored -> MOMENT;
      default -> NONE;
    };
  }

  /** A link stands in a line of its own where the text doesn't say where it goes. */
  private static Filling link(int length) {
    return text ->
        text.contains("{link}") ? filled(text, "{link}", length) : text.length() + 1 + length;
  }

  private static int filled(String text, String brace, int length) {
    int times = (text.length() - text.replace(brace, "").length()) / brace.length();
    return text.length() + times * (length - brace.length());
  }
}
