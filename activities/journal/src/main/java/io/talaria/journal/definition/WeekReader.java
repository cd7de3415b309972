package io.talaria.journal.definition;

import io.talaria.definition.Calendar.Span;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the same hours for every day, with other ones for single days. Hours that end before they
 * begin cross midnight, and belong to the day on which they begin.
 */
final class WeekReader {
  private static final int DAY = 24 * 60;
  private static final int WEEK = 7 * DAY;
  private static final Span ALL_DAY = new Span(0, DAY);
  private static final Pattern TIME = Pattern.compile("([01]?[0-9]|2[0-3]):[0-5][0-9]|24:00");
  private static final List<String> DAYS =
      Arrays.stream(DayOfWeek.values()).map(day -> day.name().toLowerCase(Locale.ROOT)).toList();

  private WeekReader() {}

  /** Spans of the week in which it is quiet; at least an hour of the week isn't. */
  static List<Span> quiet(Place place) {
    List<Span> quiet = read(place, "quiet hours", "21:00", "08:00", List.of("all_day", "none"));
    if (length(quiet) > WEEK - 60) {
      place.mistake("quiet hours that leave an hour of the week", "from: \"21:00\"", "none left");
    }
    return quiet;
  }

  /** Spans of the week in which the team doesn't work; at least for an hour of the week it does. */
  static List<Span> closed(Place place) {
    List<Span> open = read(place, "business hours", "09:00", "18:00", List.of("closed", "all_day"));
    if (length(open) < 60) {
      place.mistake("business hours of an hour of the week at least", "from: \"09:00\"", "none");
    }
    return complement(open);
  }

  private static List<Span> read(
      Place place, String what, String from, String to, List<String> words) {
    Keys keys = place.keys(what, List.of("from", "to"), DAYS);
    Optional<Span> usual = span(keys, from, to);
    var spans = new ArrayList<Span>();
    for (int day = 0; day < 7; day++) {
      int midnight = day * DAY;
      Optional<Place> other = keys.maybe(DAYS.get(day));
      Optional<Span> hours =
          other.isPresent()
              ? ofDay(other.get().alike(what + " of a day"), what, from, to, words)
              : usual;
      hours.ifPresent(h -> spans.add(new Span(midnight + h.from(), midnight + h.to())));
      if (hours.filter(ALL_DAY::equals).isPresent()) {
        // The night that begins on such a day is the usual one: quiet doesn't end at midnight.
        usual.ifPresent(h -> spans.add(new Span(midnight + h.from(), midnight + h.to())));
      }
    }
    return merged(spans);
  }

  private static Optional<Span> ofDay(
      Place place, String what, String from, String to, List<String> words) {
    if (place.isGroup()) {
      return span(place.keys(what + " of a day", List.of("from", "to"), List.of()), from, to);
    }
    String word = place.word("hours from and to, or a word", words);
    return word.equals("all_day") ? Optional.of(ALL_DAY) : Optional.empty();
  }

  private static Optional<Span> span(Keys keys, String from, String to) {
    int begin = minute(keys.at("from"), from);
    int end = minute(keys.at("to"), to);
    if (begin < 0 || end < 0) {
      return Optional.empty();
    }
    if (begin % DAY == end % DAY) {
      keys.at("to").mistake("another time than `from`", to, keys.at("to").found());
      return Optional.empty();
    }
    return Optional.of(new Span(begin, end > begin ? end : end + DAY));
  }

  private static int minute(Place place, String example) {
    String text = place.text("a time of day", example, 20, Scalar.matching(TIME.pattern()));
    if (!TIME.matcher(text).matches()) {
      if (!text.isEmpty()) {
        place.mistake("a time of day from 0:00 to 24:00", "\"" + example + "\"", place.found());
      }
      return -1;
    }
    String[] parts = text.split(":", 2);
    return Integer.parseInt(parts[0]) * 60 + Integer.parseInt(parts[1]);
  }

  /** Within the week, ascending, and apart from each other. */
  static List<Span> merged(List<Span> spans) {
    var within = new ArrayList<Span>();
    for (Span span : spans) {
      within.add(new Span(span.from(), Math.min(span.to(), WEEK)));
      if (span.to() > WEEK) {
        within.add(new Span(0, span.to() - WEEK));
      }
    }
    within.sort(Comparator.comparingInt(Span::from));
    var merged = new ArrayList<Span>();
    for (Span span : within) {
      if (!merged.isEmpty() && span.from() <= merged.getLast().to()) {
        Span last = merged.removeLast();
        merged.add(new Span(last.from(), Math.max(last.to(), span.to())));
      } else {
        merged.add(span);
      }
    }
    return List.copyOf(merged);
  }

  private static List<Span> complement(List<Span> open) {
    var closed = new ArrayList<Span>();
    int from = 0;
    for (Span span : open) {
      if (span.from() > from) {
        closed.add(new Span(from, span.from()));
      }
      from = span.to();
    }
    if (from < WEEK) {
      closed.add(new Span(from, WEEK));
    }
    return List.copyOf(closed);
  }

  private static int length(List<Span> spans) {
    return spans.stream().mapToInt(span -> span.to() - span.from()).sum();
  }
}
