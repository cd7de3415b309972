package io.talaria.dev.up;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for on the command line.
 *
 * @param hour how long an hour of the definitions lasts; null leaves it an hour
 * @param definition what the number plays; null leaves it to the demo and the environment
 */
record Options(
    Ports ports,
    boolean fresh,
    boolean seed,
    @Nullable Duration hour,
    @Nullable ChosenDefinition definition) {
  private static final Duration LONGEST_HOUR = Duration.ofHours(1);
  private static final Pattern SHORT = Pattern.compile("(\\d+)(ms|s|m|h)");

  /**
   * @throws IllegalArgumentException with a sentence that says what was expected
   * @throws io.talaria.journal.definition.InvalidDefinition with every mistake of a chosen file
   */
  static Options parse(List<String> args) {
    Ports ports = Ports.DEFAULT;
    boolean fresh = false;
    boolean seed = true;
    Duration hour = null;
    ChosenDefinition definition = null;
    Iterator<String> rest = args.iterator();
    while (rest.hasNext()) {
      String option = rest.next();
      switch (option) {
        case "--fresh" -> fresh = true;
        case "--no-seed" -> seed = false;
        case "--ports" -> ports = Ports.from(number(value(rest, option)));
        case "--hour" -> hour = duration(value(rest, option));
        case "--definition" -> definition = ChosenDefinition.of(value(rest, option));
        default ->
            throw new IllegalArgumentException(
                option + " is no option of up; temporal-dev/up --help lists them");
      }
    }
    return new Options(ports, fresh, seed, hour, definition);
  }

  /** The caller's environment, with what was chosen. */
  Map<String, String> environment(Map<String, String> caller) {
    return definition == null ? caller : definition.over(caller);
  }

  private static String value(Iterator<String> rest, String option) {
    if (!rest.hasNext()) {
      throw new IllegalArgumentException(option + " expects a value");
    }
    return rest.next();
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("--ports expects a number, such as 9000, not " + text, e);
    }
  }

  /** {@code 500ms}, {@code 5s}, {@code 2m}, {@code 1h} or ISO-8601. */
  private static Duration duration(String text) {
    var parts = SHORT.matcher(text.toLowerCase(Locale.ROOT));
    try {
      Duration duration =
          parts.matches()
              ? Duration.parse(
                  parts.group(2).equals("ms")
                      ? "PT" + Long.parseLong(parts.group(1)) / 1000.0 + "S"
                      : "PT" + parts.group(1) + parts.group(2).toUpperCase(Locale.ROOT))
              : Duration.parse(text);
      if (duration.isZero() || duration.isNegative() || duration.compareTo(LONGEST_HOUR) > 0) {
        throw new IllegalArgumentException("--hour expects more than nothing and at most 1h");
      }
      return duration;
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "--hour expects a duration, such as 5s or 2m, not " + text, e);
    }
  }
}
