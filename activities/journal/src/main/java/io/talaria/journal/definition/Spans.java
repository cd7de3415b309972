package io.talaria.journal.definition;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as people write them: {@code 8s}, {@code 30m}, {@code 24h}, {@code 7d}. */
final class Spans {
  private static final Pattern SPAN = Pattern.compile("([1-9][0-9]{0,5})(s|m|h|d)");
  private static final Duration LONGEST = Duration.ofDays(366);

  private Spans() {}

  static Duration of(Place place, String what, String example) {
    String text = place.text(what, example, 20, Scalar.matching(SPAN.pattern()));
    Matcher matcher = SPAN.matcher(text);
    if (!matcher.matches()) {
      if (!text.isEmpty()) {
        place.mistake(what + " in s, m, h or d", example, place.found());
      }
      return Duration.ZERO;
    }
    long amount = Long.parseLong(matcher.group(1));
    Duration span =
        switch (matcher.group(2)) {
          case "s" -> Duration.ofSeconds(amount);
          case "m" -> Duration.ofMinutes(amount);
          case "h" -> Duration.ofHours(amount);
          default -> Duration.ofDays(amount);
        };
    if (span.compareTo(LONGEST) > 0) {
      place.mistake(what + " of at most a year", example, place.found());
    }
    return span;
  }

  /** Times that grow from one to the next. */
  static List<Duration> ascending(Place place, String what, String example) {
    var spans = new ArrayList<Duration>();
    for (Place entry : place.list(what, "[" + example + "]", 0, 10)) {
      Duration span = of(entry, "a time", example);
      if (!spans.isEmpty() && span.compareTo(spans.getLast()) <= 0) {
        entry.mistake("a time later than the one before", example, entry.found());
      }
      spans.add(span);
    }
    return List.copyOf(spans);
  }
}
