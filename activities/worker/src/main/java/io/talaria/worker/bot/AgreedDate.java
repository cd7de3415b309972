package io.talaria.worker.bot;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A date on which a candidate wants to go on talking: "fala comigo na segunda", "next Tuesday at
 * 3", "dentro de dos semanas".
 *
 * @param at in the candidate's zone, later than now
 * @param timeTold whether they named a time or a part of the day; nine o'clock stands for none
 * @param confidence 0.9 when they asked to be talked to then, 0.6 when they only named a date
 */
record AgreedDate(ZonedDateTime at, boolean timeTold, double confidence) {
  private static final LocalTime USUAL = LocalTime.of(9, 0);
  private static final Duration LONGEST = Duration.ofDays(366);

  /** A day without its year that is further away was probably meant to lie behind. */
  private static final int MOST_DAYS_WITHOUT_YEAR = 200;

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern CLAUSES =
      Pattern.compile("[,;!?\\n]|\\.(?!\\d)|\\b(?:mas|but|pero|porque|because|pois)\\b");
  private static final Pattern NUMBERS =
      Pattern.compile("\\b(\\d{1,2})/(\\d{1,2})(?:/(\\d{4}|\\d{2}))?\\b");

  /**
   * Reads the date; empty when there is none, or several, when it lies behind, or when it may be
   * read in two ways.
   *
   * @param language of the sentence: pt-BR, es, or English for any other
   * @param now in the candidate's zone
   */
  static Optional<AgreedDate> read(String text, String language, ZonedDateTime now) {
    DateWords words = DateWords.of(language);
    String sentence = agreed(text, words);
    if (sentence.isBlank() || found(words.past(), sentence)) {
      return Optional.empty();
    }
    boolean asked = found(words.meets(), sentence);
    Optional<Duration> soon = soon(sentence, words);
    if (soon.isPresent()) {
      return kept(now.plus(soon.get()), true, asked, now);
    }
    return DayTime.read(sentence).flatMap(time -> on(time, sentence, words, asked, now));
  }

  private static Optional<AgreedDate> on(
      DayTime told, String sentence, DateWords words, boolean asked, ZonedDateTime now) {
    Days days = new Days(words, now.toLocalDate(), told.rest());
    boolean today = found(words.today(), sentence);
    Set<LocalDate> dates = days.all(today);
    boolean timeTold = told.time() != null || told.period() != null;
    if (days.impossible() || dates.size() > 1) {
      return Optional.empty();
    }
    LocalTime time =
        told.time() != null ? told.time() : told.period() != null ? told.period().usual() : USUAL;
    if (dates.isEmpty()) {
      // A time alone may be anything's, unless they ask for a talk or say nothing else.
      boolean meant = told.time() != null && (asked || told.rest().isBlank());
      return meant ? kept(next(time, now), true, asked, now) : Optional.empty();
    }
    LocalDate date = dates.iterator().next();
    return today && !timeTold
        ? Optional.empty()
        : kept(date.atTime(time).atZone(now.getZone()), timeTold, asked, now);
  }

  private static Optional<AgreedDate> kept(
      ZonedDateTime at, boolean timeTold, boolean asked, ZonedDateTime now) {
    boolean comes = at.isAfter(now) && Duration.between(now, at).compareTo(LONGEST) <= 0;
    return comes ? Optional.of(new AgreedDate(at, timeTold, asked ? 0.9 : 0.6)) : Optional.empty();
  }

  private static ZonedDateTime next(LocalTime time, ZonedDateTime now) {
    ZonedDateTime today = now.toLocalDate().atTime(time).atZone(now.getZone());
    return today.isAfter(now) ? today : today.plusDays(1);
  }

  /** The sentence without the clauses that say when it does not suit. */
  static String agreed(String text, DateWords words) {
    String plain =
        MARKS
            .matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
            .replaceAll("")
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\b([ap])\\.\\s?m\\b\\.?", "$1m")
            .replaceAll("['’\\-–]", " ");
    return Arrays.stream(CLAUSES.split(plain, -1))
        .filter(clause -> !found(words.refused(), clause))
        .map(clause -> clause.replaceAll("[^a-z0-9:/]+", " ").strip())
        .filter(clause -> !clause.isEmpty())
        .collect(Collectors.joining(" "));
  }

  /** In so many minutes or hours. */
  private static Optional<Duration> soon(String sentence, DateWords words) {
    for (int unit = 0; unit < 2; unit++) {
      int number = Days.count(sentence, words, unit);
      if (number > 0) {
        return Optional.of(unit == 0 ? Duration.ofMinutes(number) : Duration.ofHours(number));
      }
    }
    return Optional.empty();
  }

  static boolean found(String words, String sentence) {
    return Pattern.compile("\\b(?:" + words + ")\\b").matcher(sentence).find();
  }

  /** Finds the days that a sentence names; what was read is not read again as something else. */
  static final class Days {
    private final DateWords words;
    private final LocalDate today;
    private final Set<LocalDate> dates = new LinkedHashSet<>();
    private String rest;
    private boolean impossible;

    Days(DateWords words, LocalDate today, String sentence) {
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
      for (int unit = 2; unit < 4; unit++) {
        int number = count(rest, words, unit);
        if (number > 0) {
          dates.add(unit == 2 ? today.plusDays(number) : today.plusWeeks(number));
        }
      }
      boolean nextWeek = found(words.nextWeek(), rest);
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
        LocalDate next =
            date.isBefore(today) ? LocalDate.of(today.getYear() + 1, month, day) : date;
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
}
