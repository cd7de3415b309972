package io.talaria.dev.storm;

import io.talaria.dev.storm.check.Violation;
import io.talaria.dev.storm.seed.SeededPlan;
import io.talaria.dev.up.Engine;
import io.talaria.dev.up.Folders;
import io.talaria.dev.up.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.util.FileSystemUtils;

/**
 * Puts the storm to the test: the product without a safeguard must not come through it. What
 * survives says that the storm doesn't see what it should.
 */
final class Mutants {
  private final Path project;
  private final Folders folders;
  private final Path java;
  private final Engine engine;
  private final StormOptions options;
  private final Consumer<String> say;

  Mutants(
      Path project,
      Folders folders,
      Path java,
      Engine engine,
      StormOptions options,
      Consumer<String> say) {
    this.project = project;
    this.folders = folders;
    this.java = java;
    this.engine = engine;
    this.options = options;
    this.say = say;
  }

  /**
   * Storms over each mutant until the check that it names fails, at most {@code --runs} times;
   * those that didn't.
   */
  List<String> survivors() throws InterruptedException {
    List<String> survivors = new ArrayList<>();
    for (Mutant mutant : Mutant.all(project)) {
      if (options.only() != null && !mutant.name().equals(options.only())) {
        continue;
      }
      if (!fails(mutant)) {
        survivors.add(mutant.name());
      }
    }
    return survivors;
  }

  private boolean fails(Mutant mutant) throws InterruptedException {
    Path home = folders.home().resolve("mutants").resolve(mutant.name());
    Folders own = new Folders(home);
    try (Ground ground = ground(mutant, own)) {
      for (int run = 0; run < options.runs(); run++) {
        long seed = options.seed() + run;
        RunReport report =
            new Run(ground, SeededPlan.of(seed, run, options.length()), engine.name(), run).rage();
        if (killed(mutant, report)) {
          say.accept(
              "%s: killed by seed %d after %d runs: %s"
                  .formatted(mutant.name(), seed, run + 1, summary(report)));
          return true;
        }
        if (!report.clean()) {
          say.accept(
              "%s: seed %d breaks something else than it must: %s"
                  .formatted(mutant.name(), seed, summary(report)));
          continue;
        }
        say.accept("%s: survives seed %d, %s".formatted(mutant.name(), seed, faults(report)));
      }
    }
    say.accept("%s: SURVIVES %d runs".formatted(mutant.name(), options.runs()));
    return false;
  }

  /** Whether the check that is there for this safeguard saw that it is missing. */
  private static boolean killed(Mutant mutant, RunReport report) {
    return report.violations().stream()
        .anyMatch(violation -> violation.check().equals(mutant.mustBreak()));
  }

  private Ground ground(Mutant mutant, Folders own) throws InterruptedException {
    try {
      FileSystemUtils.deleteRecursively(own.home());
      Ground ground = Ground.unprepared(project, own, Ports.free(), java, engine, System.getenv());
      mutant.applyTo(
          project,
          Files.createDirectories(own.home().resolve("scratch")),
          ground.unpack("gateway", "worker"));
      ground.start();
      return ground;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> faults(RunReport report) {
    return report.faults().stream()
        .map(fault -> (fault.fault() + " " + fault.note()).strip())
        .toList();
  }

  private static String summary(RunReport report) {
    Map<String, Long> byCheck =
        report.violations().stream()
            .collect(Collectors.groupingBy(Violation::check, Collectors.counting()));
    Violation first = report.violations().getFirst();
    return byCheck + ", such as: " + first.what();
  }
}
