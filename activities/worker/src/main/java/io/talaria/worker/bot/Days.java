package io.talaria.worker.bot;

import io.talaria.journal.definition.Folded;
import io.talaria.journey.rule.Courtesy;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the day that answers a question: {@code 2027-03-31}, {@code 31/3/2027}, {@code 31/03},
 * {@code 31 de março}, {@code March 31}, "tomorrow", "na segunda", "dentro de dos semanas", "já".
 * Numbers are day before month, unless only the other way is a day; in English, where both are
 * written, they may be two days.
 */
final class Days {
  private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");

  /** Round the clock, or a part of a number: "2 1/2". */
  private static final Pattern NO_DAY =
      Pattern.compile(
          "(?<!\\bdia )(?<!\\bel )(?<![\\d/.-])24/7(?![\\d/.-])|\\d (?:1/[234]"
              + "|[23]/[34])(?![\\d/.-])|^(?:1/[234]|[23]/4)$");

  /** Not how many of something ("in 3-5 weeks"), and no hour ("10.30"). */
  private static final Pattern NUMBERS =
      Pattern.compile(
          "(?<!\\d)(?<!\\d[/.-])(\\d{1,2})(?:[/-](\\d{1,2})|[/.-](\\d{1,2})[/.-](\\d{4}"
              + "|\\d{2}))(?!\\d)(?![/.-]\\d)(?!\\s*(?:anos?|a[nñ]os?|meses|semanas?|dias?"
              + "|d[ií]as?|years?|months?|weeks?|days?|h)\\b)");

  /** Two days of one month: "5-10 de janeiro", "January 5 to 10". */
  private static final Pattern RANGE =
      Pattern.compile(
          "(?=\\b\\d{1,2}(?:st|nd|rd|th)?(?: (?:e|y|and|a|al|ate|hasta|to|or|ou|o|de|dia|el|the"
              + "|until|till)){0,3} \\d{1,2}(?:st|nd|rd|th)? (?:de |of )?(\\p{L}{3,10})\\b)"
              + "|(?=\\b(\\p{L}{3,10}) \\d{1,2}(?:st|nd|rd|th)?(?: (?:e|y|and|a|al|to|or|ou|o"
              + "|until|till))? \\d{1,2}(?:st|nd|rd|th)?(?!\\d| ?(?:am|pm|h|hs|horas"
              + "|o clock)\\b)\\b)");

  private static final Map<String, Month> MONTHS = months();

  private static final Pattern NAMED =
      Pattern.compile(
          "\\b(?:(\\d{1,2})(?:st|nd|rd|th|o)? (?:de |of )?)?(%s)(?: (?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?!\\d))?(?:,? (?:de |del )?(\\d{4}))?\\b"
              .formatted(String.join("|", MONTHS.keySet())));

  private static final String NOW = "(?:ja|agora|now|ya|ahora)";

  /** Today, said without its name; the short words mean much else within a sentence. */
  private static final Pattern AT_ONCE =
      Pattern.compile(
          NOW
              + "|(?:.* )?(?:imediatamente|(?:de )?imediato|(?:ja|agora|ahora|ya) mesmo|(?:ahora|ya) mismo"
              + "|inmediatamente|de inmediato|cuanto antes|o quanto antes|immediately|at once"
              + "|right (?:away|now)|straight away|asap|as soon as possible)(?: .*)?"
              + "|(?:.* )?(?:comec\\w*|inici\\w*|start|begin|empez\\w*|empiez\\w*|disponivel"
              + "|disponible|available|free|livre|libre) (?:\\w+ )?"
              + NOW
              + "|(?:ja posso|ya puedo|agora posso|ahora puedo)(?: \\w+)?");

  private static final Pattern YESTERDAY = Pattern.compile("(?:.* )?(?:ontem|ayer|yesterday)");

  /** Longer texts talk about something: days that they name by the way are no answer. */
  private static final int SHORT = 12;

  private Days() {}

  /**
   * The days that this text may mean, mostly one; the next one of that name where no year is given;
   * empty for none, or for several.
   *
   * @param language of the text, for words and for the order of day and month
   * @param today of the candidate
   */
  static List<LocalDate> in(String text, String language, LocalDate today) {
    DateWords words = DateWords.of(language);
    String agreed = suiting(text, words);
    String said = Folded.of(agreed);
    if (isRange(said) || isNoDay(agreed)) {
      return List.of();
    }
    List<LocalDate> iso =
        ISO.matcher(agreed)
            .results()
            .flatMap(d -> day(number(d.group(1)), number(d.group(2)), number(d.group(3))).stream())
            .distinct()
            .toList();
    if (!iso.isEmpty()) {
      return iso.size() == 1 ? iso : List.of();
    }
    List<List<LocalDate>> figures =
        NUMBERS
            .matcher(agreed)
            .results()
            .map(numbers -> inFigures(numbers, words.equals(DateWords.of("en")), today))
            .distinct()
            .toList();
    if (!figures.isEmpty()) {
      return figures.size() == 1 ? figures.getFirst() : List.of();
    }
    List<LocalDate> named = named(said, today);
    return switch (named.size()) {
      case 0 -> inWords(agreed, words, today).stream().toList();
      case 1 -> named;
      default -> List.of();
    };
  }

  /** What is left without the clauses that say when it doesn't suit, in English also elsewhere. */
  private static String suiting(String text, DateWords words) {
    String refused = words.refused() + "|nao|nunca|" + DateWords.of("en").refused();
    return AgreedDate.clauses(text)
        .filter(clause -> !words.found(refused, Folded.of(clause)))
        .collect(Collectors.joining(", "));
  }

  /** Whether what looks like a day in figures is none. */
  static boolean isNoDay(String text) {
    return NO_DAY.matcher(text.strip().toLowerCase(Locale.ROOT)).find();
  }

  private static boolean isRange(String said) {
    return RANGE
        .matcher(said)
        .results()
        .anyMatch(
            days -> MONTHS.containsKey(days.group(1) == null ? days.group(2) : days.group(1)));
  }

  /** The days beside months' names. */
  private static List<LocalDate> named(String said, LocalDate today) {
    return NAMED.matcher(said).results().flatMap(day -> named(day, today)).distinct().toList();
  }

  private static Stream<LocalDate> named(MatchResult named, LocalDate today) {
    Month month = MONTHS.get(named.group(2));
    String day = named.group(1) == null ? named.group(3) : named.group(1);
    return month == null || day == null
        ? Stream.empty()
        : day(named.group(4), month.getValue(), number(day), today).stream();
  }

  private static List<LocalDate> inFigures(MatchResult numbers, boolean english, LocalDate today) {
    int first = number(numbers.group(1));
    int second = number(numbers.group(2) == null ? numbers.group(3) : numbers.group(2));
    String year = numbers.group(4);
    boolean both = english && first <= 12 && second <= 12;
    Optional<LocalDate> dayFirst = day(year, second, first, today);
    Optional<LocalDate> monthFirst = day(year, first, second, today);
    if (both) {
      return Stream.of(dayFirst, monthFirst).flatMap(Optional::stream).distinct().toList();
    }
    boolean turned = second > 12 && first <= 12 && (english || year != null);
    return (turned ? monthFirst : dayFirst).stream().toList();
  }

  private static Optional<LocalDate> inWords(String text, DateWords words, LocalDate today) {
    String sentence = AgreedDate.agreed(text, words);
    if (sentence.isEmpty() || sentence.split(" ").length > SHORT) {
      return Optional.empty();
    }
    if (YESTERDAY.matcher(sentence).matches()) {
      return Optional.of(today.minusDays(1));
    }
    if (words.found(words.past(), sentence)) {
      return Optional.empty();
    }
    var days =
        new NamedDays(words, today, DayTime.read(sentence).map(DayTime::rest).orElse(sentence));
    Set<LocalDate> named = days.all(words.found(words.today(), sentence));
    if (named.isEmpty() && AT_ONCE.matcher(Courtesy.without(sentence)).matches()) {
      return Optional.of(today);
    }
    return days.impossible() || named.size() > 1 ? Optional.empty() : named.stream().findFirst();
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
