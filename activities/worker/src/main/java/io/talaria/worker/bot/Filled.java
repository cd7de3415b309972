package io.talaria.worker.bot;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;

/** Texts with what belongs into their braces. */
final class Filled {
  private Filled() {}

  /** The text with each {@code {name}} replaced; unknown names stay. */
  static String in(String text, Map<String, String> values) {
    String filled = text;
    for (Map.Entry<String, String> value : values.entrySet()) {
      filled = filled.replace("{" + value.getKey() + "}", value.getValue());
    }
    return filled;
  }

  /** A day and an hour as people of that language write them: weekday, day, month, hour. */
  static String moment(ZonedDateTime at, String language) {
    Locale locale = Locale.forLanguageTag(language);
    String day = DateTimeFormatter.ofLocalizedPattern("MMMMEEEEd").withLocale(locale).format(at);
    return day + ", " + DateTimeFormatter.ofPattern("HH:mm").format(at);
  }

  /** The same in at most 24 characters, for the row of a list. */
  static String shortMoment(ZonedDateTime at, String language) {
    Locale locale = Locale.forLanguageTag(language);
    String day = DateTimeFormatter.ofLocalizedPattern("MMMEd").withLocale(locale).format(at);
    String row = day + ", " + DateTimeFormatter.ofPattern("HH:mm").format(at);
    return row.length() <= 24
        ? row
        : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT).withLocale(locale).format(at);
  }
}
