package io.talaria.journal.definition;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A time on the candidate's clock, as people write it: {@code 2026-03-05 09:00}, {@code monday
 * 09:00} or {@code 09:00}. Without a date it is the next such time.
 */
public record Moment(@Nullable LocalDate date, @Nullable DayOfWeek day, LocalTime time) {
  private static final List<String> DAYS =
      Arrays.stream(DayOfWeek.values()).map(day -> day.name().toLowerCase(Locale.ROOT)).toList();

  /** The first such time after this one; a date that is given stays, also when it is over. */
  public LocalDateTime after(LocalDateTime now) {
    if (date != null) {
      return date.atTime(time);
    }
    LocalDate first =
        day == null ? now.toLocalDate() : now.toLocalDate().with(TemporalAdjusters.nextOrSame(day));
    LocalDateTime next = first.atTime(time);
    return next.isAfter(now) ? next : next.plusDays(day == null ? 1 : 7);
  }

  static Moment read(Place place) {
    String[] words = place.text("a time", "09:00", 40).split("\\s+", -1);
    try {
      LocalTime time = LocalTime.parse(words[words.length - 1]);
      if (words.length == 1) {
        return new Moment(null, null, time);
      }
      int day = DAYS.indexOf(words[0].toLowerCase(Locale.ROOT));
      if (words.length == 2) {
        return day < 0
            ? new Moment(LocalDate.parse(words[0]), null, time)
            : new Moment(null, DayOfWeek.of(day + 1), time);
      }
    } catch (DateTimeParseException e) {
      // Told below, as any other text that is no time.
    }
    place.mistake("a time, with a date or a day before it or not", "monday 09:00", place.found());
    return new Moment(null, null, LocalTime.NOON);
  }

  static LocalDateTime readDate(Place place) {
    Moment moment = read(place);
    if (moment.date() == null) {
      place.mistake("a date and a time", "2026-03-04 10:00", place.found());
    }
    return moment.after(LocalDateTime.of(2026, 3, 4, 0, 0));
  }
}
