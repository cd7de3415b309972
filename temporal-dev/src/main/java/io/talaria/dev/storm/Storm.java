package io.talaria.dev.storm;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.talaria.dev.storm.check.Violation;
import io.talaria.dev.storm.seed.SeededPlan;
import io.talaria.dev.up.Engine;
import io.talaria.dev.up.Folders;
import io.talaria.dev.up.Ports;
import io.talaria.dev.up.StartFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/**
 * The program behind {@code temporal-dev/storm}: runs storms one after the other, prints what came
 * of them, and ends with 1 when something didn't hold.
 */
public final class Storm {
  private Storm() {}

  /** Returns the exit code. */
  public static int run(String[] args) {
    ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.ERROR);
    // A database that goes away in the middle of a transaction is what storms are for.
    ((Logger) LoggerFactory.getLogger("org.springframework.transaction")).setLevel(Level.OFF);
    try {
      StormOptions options = StormOptions.parse(List.of(args));
      return storms(options);
    } catch (IllegalArgumentException | StartFailure e) {
      System.err.println(e.getMessage());
      return e instanceof IllegalArgumentException ? 2 : 1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  private static int storms(StormOptions options) throws InterruptedException {
    Path project = Path.of(property("talaria.project"));
    Path java = Path.of(property("java.home"), "bin", "java");
    Folders folders = new Folders(Path.of(property("talaria.state")));
    Engine engine =
        options.engine().equals("dev")
            ? Engine.dev(Path.of(property("talaria.temporal")))
            : Engine.postgres(Path.of(property("talaria.temporal.server")));
    if (options.mutants()) {
      List<String> survivors =
          new Mutants(project, folders, java, engine, options, Storm::say).survivors();
      say(survivors.isEmpty() ? "Every mutant was killed" : "Survivors: " + survivors);
      return survivors.isEmpty() ? 0 : 1;
    }
    Ports ports = options.ports() == 0 ? Ports.free() : Ports.from(options.ports());
    return campaign(options, project, folders, ports, java, engine).failed().isEmpty() ? 0 : 1;
  }

  /**
   * Storms over a fresh installation in this folder, as the build does.
   *
   * @return for each run in which something didn't hold, what, and the command that repeats it
   */
  public static List<String> overFresh(
      Path project, Folders folders, Path java, Path temporal, int runs, Duration length)
      throws InterruptedException {
    StormOptions options =
        StormOptions.parse(List.of("--runs", "" + runs, "--seconds", "" + length.toSeconds()));
    return campaign(options, project, folders, Ports.free(), java, Engine.dev(temporal))
        .failed()
        .stream()
        .map(report -> report.violations() + " (" + options.command(report.seed()) + ")")
        .toList();
  }

  private static Sum campaign(
      StormOptions options, Path project, Folders folders, Ports ports, Path java, Engine engine)
      throws InterruptedException {
    Sum sum = Sum.of(options.resume());
    folders.forget();
    say("Starting PostgreSQL, Temporal (%s), gateway and worker ...".formatted(engine.name()));
    Ground ground = Ground.unprepared(project, folders, ports, java, engine, System.getenv());
    Thread hook = new Thread(ground::close);
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      ground.start();
      for (int run = sum.size(); run < options.runs(); run++) {
        long seed = sum.next(options.seed());
        RunReport report =
            new Run(ground, SeededPlan.of(seed, run, options.length()), engine.name(), run).rage();
        sum.add(report);
        tell(report, options, ground.logs());
      }
    } finally {
      ground.close();
      forget(hook);
    }
    say("");
    say(sum.text());
    return sum;
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The program ends already, and the hook with it.
      return;
    }
  }

  private static void tell(RunReport report, StormOptions options, Path logs) {
    say(
        "seed %d: %s, %.0f s, calm after %.0f s, %d faults, %d messages, %d sends accepted"
            .formatted(
                report.seed(),
                report.clean() ? "everything held" : report.violations().size() + " VIOLATIONS",
                report.millis() / 1000.0,
                report.calmMillis() / 1000.0,
                report.faults().size(),
                report.counts().getOrDefault("messages written", 0),
                report.counts().getOrDefault("sends accepted", 0)));
    if (report.clean()) {
      return;
    }
    report.faults().forEach(fault -> say("  fault " + fault));
    for (Violation violation : report.violations()) {
      say(
          "  VIOLATED: %s: %s %s %s"
              .formatted(
                  violation.check(), violation.number(), violation.what(), violation.keys()));
    }
    Path kept = keep(report, logs);
    say("  logs of this run: " + kept);
    say("  once more: " + options.command(report.seed()));
  }

  /** The logs as they are now, before the next run writes on. */
  private static Path keep(RunReport report, Path logs) {
    Path kept =
        logs.resolveSibling(
            "failed-%d-%s".formatted(report.seed(), report.engine()).toLowerCase(Locale.ROOT));
    try (Stream<Path> files = Files.list(logs)) {
      Files.createDirectories(kept);
      for (Path file : files.toList()) {
        Files.copy(
            file,
            kept.resolve(file.getFileName()),
            java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      }
      return kept;
    } catch (IOException e) {
      throw new UncheckedIOException("Could not keep the logs in " + kept, e);
    }
  }

  private static String property(String name) {
    String value = System.getProperty(name);
    if (value == null) {
      throw new IllegalArgumentException(name + " is not set; start with temporal-dev/storm");
    }
    return value;
  }

  private static void say(String text) {
    System.out.println(text);
    System.out.flush();
  }
}
