package io.talaria.worker.bot;

import io.talaria.journal.definition.Folded;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads a day of the calendar: {@code 2027-03-31}, {@code 31/3/2027}, {@code 31/03}, {@code 31 de
 * março}, {@code March 31}. Numbers are day before month, unless only the other way is a day.
 */
final class Days {
  private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
  private static final Pattern NUMBERS =
      Pattern.compile("(?<!\\d)(\\d{1,2})[/.-](\\d{1,2})(?:[/.-](\\d{4}|\\d{2}))?(?!\\d)");
  private static final Pattern NAMED =
      Pattern.compile(
          "(?:(\\d{1,2})(?:st|nd|rd|th)? (?:de |of )?)?(\\p{L}{3,10})(?: (\\d{1,2})(?:st|nd|rd|th)?(?!\\d))?(?:,? (?:de |del )?(\\d{4}))?");
  private static final Map<String, Month> MONTHS = months();

  private Days() {}

  /**
   * The day in this text, the next one of that name where no year is given; empty for none.
   *
   * @param today of the candidate
   */
  static Optional<LocalDate> in(String text, LocalDate today) {
    Matcher iso = ISO.matcher(text);
    if (iso.find()) {
      return day(number(iso.group(1)), number(iso.group(2)), number(iso.group(3)));
    }
    Matcher numbers = NUMBERS.matcher(text);
    if (numbers.find()) {
      int first = number(numbers.group(1));
      int second = number(numbers.group(2));
      boolean monthFirst = second > 12 && first <= 12;
      return day(numbers.group(3), monthFirst ? first : second, monthFirst ? second : first, today);
    }
    Matcher named = NAMED.matcher(Folded.of(text));
    while (named.find()) {
      Month month = MONTHS.get(named.group(2));
      String day = named.group(1) == null ? named.group(3) : named.group(1);
      if (month != null && day != null) {
        return day(named.group(4), month.getValue(), number(day), today);
      }
    }
    return Optional.empty();
  }

  private static Optional<LocalDate> day(String year, int month, int day, LocalDate today) {
    if (year != null) {
      int number = number(year);
      return day(number < 100 ? 2000 + number : number, month, day);
    }
    Optional<LocalDate> thisYear = day(today.getYear(), month, day);
    return thisYear.isPresent() && !thisYear.get().isBefore(today)
        ? thisYear
        : day(today.getYear() + 1, month, day);
  }

  private static Optional<LocalDate> day(int year, int month, int day) {
    try {
      return Optional.of(LocalDate.of(year, month, day));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  private static Map<String, Month> months() {
    return Stream.of("en", "pt-BR", "es")
        .map(Locale::forLanguageTag)
        .flatMap(
            locale ->
                Arrays.stream(Month.values())
                    .flatMap(
                        month ->
                            Stream.of(TextStyle.FULL, TextStyle.SHORT)
                                .map(style -> Folded.of(month.getDisplayName(style, locale)))
                                .map(name -> Map.entry(name, month))))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one));
  }
}
