package io.talaria.worker.bot;

import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The time of day in a sentence.
 *
 * @param time null when none is told
 * @param period the part of the day that is told; null for none
 * @param rest the sentence without them
 */
record DayTime(@Nullable LocalTime time, @Nullable Period period, String rest) {
  private static final Pattern CLOCK =
      Pattern.compile(
          "(?<lead>\\b(?:as|a las?|at|around|by|after|pelas?|das|de las)\\s+)?"
              + "(?<![\\d/])(?<hour>\\d{1,2})(?:(?<sign>[:h])(?<minute>\\d{2})?)?"
              + "(?:\\s*(?<half>am|pm)\\b|\\s*(?:horas|hs|hrs|o clock)\\b)?(?![\\d/:])"
              + "(?<plus>\\s+(?:e|y) (?:meia|media)\\b)?");
  private static final List<String> HOURS_IN_WORDS =
      List.of(
          "uma|una|one",
          "duas|dos|two",
          "tres|three",
          "quatro|cuatro|four",
          "cinco|five",
          "seis|six",
          "sete|siete|seven",
          "oito|ocho|eight",
          "nove|nueve|nine",
          "dez|diez|ten",
          "onze|once|eleven",
          "doze|doce|twelve");

  /** Behind an hour, the part of the day to which it belongs: "3 da tarde", not "dia 3 à tarde". */
  private static final String OF_THE_DAY =
      "(?:da (?:manha|tarde|noite)|de la (?:manana|tarde|noche)|in the (?:morning|afternoon|evening))";

  /** Words that are an hour: behind "at", or before what only an hour has behind it. */
  private static final String BEHIND_AN_HOUR =
      "(?= ?(?:am|pm|o clock|horas|hs|hrs|h)\\b| (?:(?:e meia|y media) )?" + OF_THE_DAY + "\\b)";

  private static final String END_OF_AN_HOUR =
      "(?= (?:e|y) (?:meia|media|cuarto)\\b| (?:menos cuarto|na|no|em|en|el|la|on|tomorrow|amanha|manana"
          + "|hoje|hoy|today|please|por favor)\\b| "
          + OF_THE_DAY
          + "\\b|$)";

  private static final String BARE_HOUR =
      "(?<![:/\\d])(?<!\\b(?:dia|as|at|las|la|around|by|after|pelas|pela|das) )\\b(\\d{1,2}) (?=(?:(?:e meia|y media) )?"
          + OF_THE_DAY
          + "\\b)";

  private static final Pattern HOURS = Pattern.compile("\\b(?:horas|hs|hrs|o clock)\\b");
  private static final Pattern NOON =
      Pattern.compile("\\b(?:(?:ao |al )?meio dia|al? ?mediodia|mediodia|(?:at )?noon)\\b");

  /** A part of the day, and when one talks then. */
  enum Period {
    MORNING(
        9,
        "(?:de|pela|na|da|a parte da|esta|essa|nesta|nessa) manha|esta manana|(?:por|de|en|a) la manana|(?:in the |this )?morning"),
    AFTERNOON(
        14,
        "(?:a|de|pela|na|da|esta|essa|nesta|nessa) tarde|(?:por|de|en|a) la tarde|(?:in the |this )?afternoon"),
    EVENING(
        19,
        "(?:a|de|pela|na|da|esta|essa|nesta|nessa) noite|esta noche|(?:por|de|en|a) la noche|(?:in the |this |at )?(?:evening|night)|tonight");

    private final LocalTime usual;
    private final Pattern pattern;

    Period(int hour, String words) {
      this.usual = LocalTime.of(hour, 0);
      this.pattern = Pattern.compile("\\b(?:" + words + ")\\b");
    }

    LocalTime usual() {
      return usual;
    }
  }

  /** Empty when two times are told, or one that no clock shows. */
  static Optional<DayTime> read(String sentence) {
    String rest = inFigures(sentence);
    Period period = null;
    for (Period candidate : Period.values()) {
      Matcher matcher = candidate.pattern.matcher(rest);
      if (matcher.find()) {
        if (period != null) {
          return Optional.empty();
        }
        period = candidate;
        rest = matcher.replaceAll(" ");
      }
    }
    Set<LocalTime> times = new HashSet<>();
    Matcher noon = NOON.matcher(rest);
    if (noon.find()) {
      times.add(LocalTime.NOON);
      rest = noon.replaceAll(" ");
    }
    var without = new StringBuilder();
    Matcher clock = CLOCK.matcher(rest);
    while (clock.find()) {
      if (!isClock(clock)) {
        continue;
      }
      Optional<LocalTime> time = time(clock, period);
      if (time.isEmpty()) {
        return Optional.empty();
      }
      times.add(time.get());
      clock.appendReplacement(without, " ");
    }
    clock.appendTail(without);
    return times.size() > 1
        ? Optional.empty()
        : Optional.of(
            new DayTime(times.stream().findFirst().orElse(null), period, without.toString()));
  }

  /** Hours that are said in words, or by halves and quarters, as clocks show them. */
  private static String inFigures(String sentence) {
    String figures = sentence;
    for (int i = 0; i < HOURS_IN_WORDS.size(); i++) {
      String words = "(?:" + HOURS_IN_WORDS.get(i) + ")";
      String hour = String.valueOf(i + 1);
      figures =
          figures
              .replaceAll(
                  "\\b(as|a las?|at|around|by|pelas?) " + words + END_OF_AN_HOUR, "$1 " + hour)
              .replaceAll("\\b((?:half|quarter) (?:past|to)) " + words + "\\b", "$1 " + hour)
              .replaceAll("\\b" + words + BEHIND_AN_HOUR, hour);
    }
    figures =
        figures
            .replaceAll("\\bhalf past (\\d{1,2})\\b", "at $1:30")
            .replaceAll("\\b(?:a )?quarter past (\\d{1,2})\\b", "at $1:15")
            .replaceAll("\\b(\\d{1,2}) y cuarto\\b", "$1:15")
            .replaceAll(BARE_HOUR, "at $1 ");
    return quarterTo(figures).replaceAll("\\b(?:at|as|a las?|around|by) at ", "at ");
  }

  private static String quarterTo(String sentence) {
    return Pattern.compile("\\b(?:a )?quarter to (\\d{1,2})\\b|\\b(\\d{1,2}) menos cuarto\\b")
        .matcher(sentence)
        .replaceAll(
            to -> {
              int hour = Integer.parseInt(to.group(1) == null ? to.group(2) : to.group(1));
              return "at %d:45".formatted(hour == 1 ? 12 : hour - 1);
            });
  }

  /** A number is a time after "at", beside am or pm, with minutes, or with the word for hours. */
  private static boolean isClock(Matcher clock) {
    return clock.group("lead") != null
        || clock.group("half") != null
        || clock.group("sign") != null
        || HOURS.matcher(clock.group()).find();
  }

  private static Optional<LocalTime> time(Matcher clock, @Nullable Period period) {
    String digits = clock.group("hour");
    int hour = Integer.parseInt(digits);
    String minutes = clock.group("minute");
    int minute = minutes == null ? 0 : Integer.parseInt(minutes);
    if (clock.group("plus") != null) {
      minute = 30;
    }
    String half = clock.group("half");
    boolean later =
        half != null
            ? half.equals("pm")
            : period != null
                ? period != Period.MORNING
                // Nobody means seven in the morning who says "at 3".
                : hour >= 1 && hour <= 7 && !digits.startsWith("0");
    if (hour < 12 && later) {
      hour += 12;
    } else if (hour == 12 && "am".equals(half)) {
      hour = 0;
    }
    return hour > 23 || minute > 59 ? Optional.empty() : Optional.of(LocalTime.of(hour, minute));
  }
}
