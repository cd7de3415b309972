package io.talaria.worker.bot;

import java.text.Normalizer;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A date on which a candidate wants to go on talking: "fala comigo na segunda", "next Tuesday at
 * 3", "dentro de dos semanas".
 *
 * @param at in the candidate's zone, later than now
 * @param timeTold whether they named a time or a part of the day; nine o'clock stands for none
 */
record AgreedDate(ZonedDateTime at, boolean timeTold) {
  private static final LocalTime USUAL = LocalTime.of(9, 0);
  private static final Duration LONGEST = Duration.ofDays(366);

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern CLAUSES =
      Pattern.compile("[,;!?\\n]|\\.(?!\\d)|\\b(?:mas|but|pero|porque|because|pois)\\b");

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
    if (sentence.isBlank() || words.found(words.past(), sentence)) {
      return Optional.empty();
    }
    boolean asked = words.found(words.meets(), sentence);
    Optional<Duration> soon = soon(sentence, words);
    if (soon.isPresent()) {
      return kept(now.plus(soon.get()), true, now);
    }
    return DayTime.read(sentence).flatMap(time -> on(time, sentence, words, asked, now));
  }

  private static Optional<AgreedDate> on(
      DayTime told, String sentence, DateWords words, boolean asked, ZonedDateTime now) {
    var days = new NamedDays(words, now.toLocalDate(), told.rest());
    boolean today = words.found(words.today(), sentence);
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
      return meant ? kept(next(time, now), true, now) : Optional.empty();
    }
    LocalDate date = dates.iterator().next();
    return today && !timeTold
        ? Optional.empty()
        : kept(date.atTime(time).atZone(now.getZone()), timeTold, now);
  }

  private static Optional<AgreedDate> kept(ZonedDateTime at, boolean timeTold, ZonedDateTime now) {
    boolean comes = at.isAfter(now) && Duration.between(now, at).compareTo(LONGEST) <= 0;
    return comes ? Optional.of(new AgreedDate(at, timeTold)) : Optional.empty();
  }

  private static ZonedDateTime next(LocalTime time, ZonedDateTime now) {
    ZonedDateTime today = now.toLocalDate().atTime(time).atZone(now.getZone());
    return today.isAfter(now) ? today : today.plusDays(1);
  }

  /** The clauses of a text, as they are written. */
  static Stream<String> clauses(String text) {
    return Arrays.stream(CLAUSES.split(text.toLowerCase(Locale.ROOT), -1));
  }

  /** The sentence without the clauses that say when it does not suit: small letters, no accents. */
  static String agreed(String text, DateWords words) {
    return Arrays.stream(CLAUSES.split(words.weekdaysInWords(plain(text)), -1))
        .filter(clause -> !words.found(words.refused(), clause))
        .map(clause -> clause.replaceAll("[^a-z0-9:/]+", " ").strip())
        .filter(clause -> !clause.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static String plain(String text) {
    return MARKS
        .matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
        .replaceAll("")
        .toLowerCase(Locale.ROOT)
        .replaceAll("\\b([ap])\\.\\s?m\\b\\.?", "$1m")
        .replaceAll("['’\\-–]", " ");
  }

  /** In so many minutes or hours. */
  private static Optional<Duration> soon(String sentence, DateWords words) {
    for (int unit = 0; unit < 2; unit++) {
      int number = NamedDays.count(sentence, words, unit);
      if (number > 0) {
        return Optional.of(unit == 0 ? Duration.ofMinutes(number) : Duration.ofHours(number));
      }
    }
    return Optional.empty();
  }
}
