package io.talaria.worker.bot;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the days that a sentence names; what was read is not read again as something else. */
final class NamedDays {
  /** A day without its year that is further away was probably meant to lie behind. */
  private static final int MOST_DAYS_WITHOUT_YEAR = 200;

  private static final Pattern NUMBERS =
      Pattern.compile("\\b(\\d{1,2})/(\\d{1,2})(?:/(\\d{4}|\\d{2}))?\\b");

  private final DateWords words;
  private final LocalDate today;
  private final Set<LocalDate> dates = new LinkedHashSet<>();
  private String rest;
  private boolean impossible;

  NamedDays(DateWords words, LocalDate today, String sentence) {
    this.words = words;
    this.today = today;
    this.rest = sentence;
  }

  /** Whether a day is named that no calendar has, or that may be two. */
  boolean impossible() {
    return impossible;
  }

  /** What is left of the sentence once its days were read. */
  String rest() {
    return rest;
  }

  Set<LocalDate> all(boolean saysToday) {
    if (saysToday) {
      dates.add(today);
    }
    take(words.afterTomorrow(), (m, d) -> d.plusDays(2));
    take(words.tomorrow(), (m, d) -> d.plusDays(1));
    for (int unit = 2; unit < 5; unit++) {
      int number = count(rest, words, unit);
      if (number > 0) {
        dates.add(
            unit == 2
                ? today.plusDays(number)
                : unit == 3 ? today.plusWeeks(number) : today.plusMonths(number));
      }
    }
    boolean nextWeek = words.found(words.nextWeek(), rest);
    rest = rest.replaceAll("\\b(?:" + words.nextWeek() + ")\\b", " ");
    boolean weekday = weekdays(nextWeek);
    if (nextWeek && !weekday) {
      dates.add(monday());
    }
    months();
    take(NUMBERS.pattern(), (m, d) -> inFigures(m));
    take(words.ofMonth(), (m, d) -> ofMonth(m.group(1) == null ? m.group(2) : m.group(1)));
    return dates;
  }

  /** How many of a unit lie between; 0 for none. */
  static int count(String sentence, DateWords words, int unit) {
    String numbers = String.join("|", words.numbers().keySet());
    Matcher matcher =
        Pattern.compile(
                "\\b(?:%s)(\\d{1,3}|%s) (?:%s)\\b"
                    .formatted(words.in(), numbers, words.units().get(unit)))
            .matcher(sentence);
    return matcher.find() ? words.number(matcher.group(1)) : 0;
  }

  private LocalDate monday() {
    return today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
  }

  private boolean weekdays(boolean nextWeek) {
    boolean any = false;
    for (DayOfWeek day : DayOfWeek.values()) {
      String name = words.weekday(day) + "(?: feira)?(?! (?:" + words.ordinals() + "))";
      LocalDate date =
          nextWeek
              ? monday().plusDays(day.getValue() - 1L)
              : today.with(TemporalAdjusters.next(day));
      any |= take(name, (m, d) -> date);
    }
    return any;
  }

  private void months() {
    for (int i = 0; i < words.months().size(); i++) {
      int month = i + 1;
      String name = words.months().get(i);
      take(
          "(?:dia )?(\\d{1,2})" + words.dayMonth() + name,
          (m, d) -> date(Integer.parseInt(m.group(1)), month, null));
      take(
          name + " (?:the )?(\\d{1,2})(?:st|nd|rd|th)?",
          (m, d) -> date(Integer.parseInt(m.group(1)), month, null));
    }
  }

  private @Nullable LocalDate inFigures(Matcher matcher) {
    int one = Integer.parseInt(matcher.group(1));
    int other = Integer.parseInt(matcher.group(2));
    String year = matcher.group(3);
    Integer full = year == null ? null : Integer.valueOf(year.length() == 2 ? "20" + year : year);
    if (words.equals(DateWords.of("en"))) {
      // 3/4 is a day of March to some and of April to others.
      boolean monthFirst = other > 12;
      return one <= 12 && other <= 12 && one != other
          ? null
          : monthFirst ? date(other, one, full) : date(one, other, full);
    }
    return date(one, other, full);
  }

  private @Nullable LocalDate ofMonth(String number) {
    int day = Integer.parseInt(number);
    if (day < 1 || day > 31) {
      return null;
    }
    LocalDate month = today.withDayOfMonth(1);
    for (int i = 0; i < 3; i++) {
      LocalDate first = month.plusMonths(i);
      if (day <= first.lengthOfMonth() && first.withDayOfMonth(day).isAfter(today)) {
        return first.withDayOfMonth(day);
      }
    }
    return null;
  }

  private @Nullable LocalDate date(int day, int month, @Nullable Integer year) {
    try {
      if (year != null) {
        return LocalDate.of(year, month, day);
      }
      LocalDate date = LocalDate.of(today.getYear(), month, day);
      LocalDate next = date.isBefore(today) ? LocalDate.of(today.getYear() + 1, month, day) : date;
      return next.isAfter(today.plusDays(MOST_DAYS_WITHOUT_YEAR)) ? null : next;
    } catch (DateTimeException e) {
      return null;
    }
  }

  private boolean take(String pattern, BiFunction<Matcher, LocalDate, @Nullable LocalDate> date) {
    Matcher matcher = Pattern.compile("\\b(?:" + pattern + ")\\b").matcher(rest);
    boolean any = false;
    while (matcher.find()) {
      LocalDate found = date.apply(matcher, today);
      any = true;
      if (found == null) {
        impossible = true;
      } else {
        dates.add(found);
      }
    }
    rest = matcher.reset().replaceAll(" ");
    return any;
  }
}
