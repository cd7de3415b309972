package io.talaria.dev.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.talaria.dev.bench.ground.Ground;
import io.talaria.dev.bench.machine.Machine;
import io.talaria.dev.bench.measure.Measure;
import io.talaria.dev.bench.measure.Scale;
import io.talaria.dev.bench.measure.WarmUp;
import io.talaria.dev.bench.report.Reading;
import io.talaria.dev.bench.report.Report;
import io.talaria.dev.bench.report.Report.EngineRun;
import io.talaria.dev.bench.report.Table;
import io.talaria.dev.up.Engine;
import io.talaria.dev.up.Stack;
import io.talaria.dev.up.StartFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.LoggerFactory;

/** The launcher behind {@code temporal-dev/bench}. */
public final class Bench {
  private final Options options;
  private final Path project = Path.of(property("talaria.project"));
  private final Path state = Path.of(property("talaria.state"));
  private final AtomicReference<Stack> running = new AtomicReference<>();

  private Bench(Options options) {
    this.options = options;
  }

  /** Returns the exit code: 0 when everything was measured, whatever the figures say. */
  public static int run(String[] args) {
    ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
    try {
      return new Bench(Options.parse(List.of(args))).run();
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      return 2;
    } catch (StartFailure e) {
      System.err.println("\n" + e.getMessage());
      return 1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 130;
    }
  }

  private int run() throws InterruptedException {
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
    Machine machine = Machine.here();
    Instant begun = Instant.now();
    Map<String, EngineRun> engines = new LinkedHashMap<>();
    Path file =
        options.json() != null
            ? options.json()
            : state.resolve("figures").resolve(begun.toString().replace(':', '-') + ".json");
    boolean whole = true;
    for (String engine : options.engines()) {
      EngineRun run = measure(engine);
      whole &= run.readings().stream().noneMatch(reading -> reading.value() == null);
      engines.put(engine, run);
      // After each engine: an interrupted run keeps what it has.
      new Report(
              begun,
              property("talaria.commit"),
              options.quick(),
              machine,
              Machine.here().load(),
              engines)
          .write(file);
    }
    engines.forEach(
        (engine, run) -> say("\n" + engine + "  " + run.versions() + "\n\n" + table(run)));
    say("Load at the start " + machine.load() + ", at the end " + Machine.here().load());
    say("Figures: " + file);
    return whole ? 0 : 1;
  }

  private EngineRun measure(String name) throws InterruptedException {
    say("Starting an installation on the engine " + name + " ...");
    try (Ground ground =
        Ground.open(project, state.resolve(name), options.ports(), engine(name), running::set)) {
      Map<String, String> versions = new LinkedHashMap<>();
      versions.put("temporal", ground.histories().serverVersion());
      versions.put("postgresql", ground.journal().version());
      List<Reading> readings = new ArrayList<>();
      Scale scale = new Scale(options.quick(), options.seed());
      WarmUp warmUp = new WarmUp(ground, scale);
      for (Measure measure : options.measures()) {
        say("%-11s %s ...".formatted(measure.name(), measure.what()));
        warmUp.before(measure);
        Instant start = Instant.now();
        List<Reading> found = measure(measure, ground, scale);
        readings.addAll(found);
        say(table(new EngineRun(versions, found)).lines().skip(1).map("  "::concat).toList());
        say("  after " + Duration.between(start, Instant.now()).toSeconds() + " s");
      }
      return new EngineRun(versions, readings);
    }
  }

  /** A measure that fails is told as such; the others go on. */
  private List<Reading> measure(Measure measure, Ground ground, Scale scale)
      throws InterruptedException {
    try {
      return measure.on(ground, scale);
    } catch (RuntimeException e) {
      ground.stack().casualty().ifPresent(System.err::println);
      return List.of(Reading.missing(measure.name(), measure.what(), String.valueOf(e)));
    }
  }

  private static Engine engine(String name) {
    return name.equals("dev")
        ? Engine.dev(Path.of(property("talaria.temporal")))
        : Engine.postgres(Path.of(property("talaria.temporal-server")));
  }

  private static String table(EngineRun run) {
    return Table.of(run.readings());
  }

  private void stop() {
    Stack stack = running.get();
    if (stack != null) {
      stack.close();
    }
  }

  private static String property(String name) {
    String value = System.getProperty(name);
    if (value == null) {
      throw new IllegalArgumentException(name + " is not set; start with temporal-dev/bench");
    }
    return value;
  }

  private static void say(List<String> lines) {
    lines.forEach(Bench::say);
  }

  private static void say(String text) {
    System.out.println(text);
    System.out.flush();
  }
}
