package io.talaria.dev.storm;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks for.
 *
 * @param seed of the first run; the next one has the next seed
 * @param runs how many in all, those in {@code resume} included
 * @param length about how long a run takes; recovery may take longer
 * @param resume a file of runs that are done, to which new ones are added
 * @param ports the first port; 0 for free ones
 * @param mutants whether the checks are put to the test instead of the product
 * @param only the one mutant to try; null for all
 */
record StormOptions(
    long seed,
    int runs,
    String engine,
    Duration length,
    @Nullable Path resume,
    int ports,
    boolean mutants,
    @Nullable String only) {
  private static final Duration SHORTEST = Duration.ofSeconds(10);

  static StormOptions parse(List<String> arguments) {
    StormOptions options =
        new StormOptions(1, 1, "dev", Duration.ofSeconds(40), null, 0, false, null);
    int i = 0;
    while (i < arguments.size()) {
      String option = arguments.get(i++);
      if (option.equals("--mutants")) {
        options = options.withMutants();
        continue;
      }
      if (i == arguments.size()) {
        throw new IllegalArgumentException(option + " expects a value");
      }
      options = options.with(option, arguments.get(i++));
    }
    return options;
  }

  private StormOptions with(String option, String value) {
    return switch (option) {
      case "--seed" ->
          new StormOptions(
              number(option, value), runs, engine, length, resume, ports, mutants, only);
      case "--runs" ->
          new StormOptions(
              seed,
              Math.toIntExact(number(option, value)),
              engine,
              length,
              resume,
              ports,
              mutants,
              only);
      case "--engine" -> {
        if (!List.of("dev", "postgres").contains(value)) {
          throw new IllegalArgumentException("--engine expects dev or postgres");
        }
        yield new StormOptions(seed, runs, value, length, resume, ports, mutants, only);
      }
      case "--seconds" -> {
        Duration asked = Duration.ofSeconds(number(option, value));
        if (asked.compareTo(SHORTEST) < 0) {
          throw new IllegalArgumentException("--seconds expects at least 10");
        }
        yield new StormOptions(seed, runs, engine, asked, resume, ports, mutants, only);
      }
      case "--resume" ->
          new StormOptions(seed, runs, engine, length, Path.of(value), ports, mutants, only);
      case "--ports" ->
          new StormOptions(
              seed,
              runs,
              engine,
              length,
              resume,
              Math.toIntExact(number(option, value)),
              mutants,
              only);
      case "--only" -> new StormOptions(seed, runs, engine, length, resume, ports, mutants, value);
      default -> throw new IllegalArgumentException(option + " is no option of storm");
    };
  }

  private StormOptions withMutants() {
    return new StormOptions(seed, runs, engine, length, resume, ports, true, only);
  }

  /** The command that repeats one run. */
  String command(long one) {
    return "temporal-dev/storm --seed %d --runs 1 --engine %s --seconds %d"
        .formatted(one, engine, length.toSeconds());
  }

  private static long number(String option, String value) {
    try {
      long number = Long.parseLong(value);
      if (number < 0) {
        throw new IllegalArgumentException(option + " expects a number that is not negative");
      }
      return number;
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(option + " expects a number", e);
    }
  }
}
