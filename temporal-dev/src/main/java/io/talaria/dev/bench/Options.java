package io.talaria.dev.bench;

import io.talaria.dev.bench.measure.Measure;
import io.talaria.dev.bench.measure.Measures;
import io.talaria.dev.up.Ports;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for on the command line.
 *
 * @param engines {@code dev}, {@code postgres}, in the order of running
 * @param json where the figures go; null for a file named by the time
 */
record Options(
    List<String> engines,
    List<Measure> measures,
    boolean quick,
    @Nullable Path json,
    Ports ports,
    long seed) {

  /**
   * @throws IllegalArgumentException with a sentence that says what was expected
   */
  static Options parse(List<String> args) {
    List<String> engines = List.of("postgres", "dev");
    List<Measure> measures = Measures.ALL;
    boolean quick = false;
    Path json = null;
    Ports ports = Ports.from(20000);
    long seed = 1;
    Iterator<String> rest = args.iterator();
    while (rest.hasNext()) {
      String option = rest.next();
      switch (option) {
        case "--engine" -> engines = engines(value(rest, option));
        case "--only" -> measures = measures(value(rest, option));
        case "--quick" -> quick = true;
        case "--json" -> json = Path.of(value(rest, option));
        case "--ports" -> ports = Ports.from(Math.toIntExact(number(value(rest, option), option)));
        case "--seed" -> seed = number(value(rest, option), option);
        default ->
            throw new IllegalArgumentException(
                option + " is no option of bench; temporal-dev/bench --help lists them");
      }
    }
    return new Options(engines, measures, quick, json, ports, seed);
  }

  private static List<String> engines(String text) {
    return switch (text) {
      case "dev", "postgres" -> List.of(text);
      case "both" -> List.of("postgres", "dev");
      default ->
          throw new IllegalArgumentException("--engine expects dev, postgres or both, not " + text);
    };
  }

  private static List<Measure> measures(String text) {
    List<String> names = Arrays.asList(text.split(","));
    for (String name : names) {
      if (Measures.ALL.stream().noneMatch(measure -> measure.name().equals(name))) {
        throw new IllegalArgumentException(
            "--only expects some of "
                + String.join(",", Measures.ALL.stream().map(Measure::name).toList())
                + ", not "
                + name);
      }
    }
    return Measures.ALL.stream().filter(measure -> names.contains(measure.name())).toList();
  }

  private static String value(Iterator<String> rest, String option) {
    if (!rest.hasNext()) {
      throw new IllegalArgumentException(option + " expects a value");
    }
    return rest.next();
  }

  private static long number(String text, String option) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(option + " expects a number, not " + text, e);
    }
  }
}
