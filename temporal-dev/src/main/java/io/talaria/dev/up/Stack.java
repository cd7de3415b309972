package io.talaria.dev.up;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A whole installation: PostgreSQL, Temporal, simulators, worker, gateway and console, each a
 * process of its own. {@code up} runs one on the usual ports, the end-to-end tests on free ones.
 */
public final class Stack implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(3);
  private static final Duration POLL = Duration.ofMillis(150);
  private static final Duration STOP = Duration.ofSeconds(45);
  private static final String READINESS = "/actuator/health/readiness";

  private final Plan plan;
  private final Map<String, Child> children = new LinkedHashMap<>();
  private @Nullable Database database;
  private boolean closed;

  public Stack(Plan plan) {
    this.plan = plan;
  }

  /**
   * Returns when everything answers. A {@link #close()} from another thread ends it early.
   *
   * @throws StartFailure when something doesn't answer; the caller closes the stack then
   */
  public void start() {
    refuseTakenPorts();
    startDatabase();
    spawn("temporal");
    spawn("simulators");
    await(Map.of("temporal", probes().get("temporal")));
    plan.engine().prepare(plan.ports(), this::refuseCasualty);
    spawn("worker");
    spawn("gateway");
    spawn("console");
    await(probes());
  }

  /** True when the journal was made by this start, so that nobody has written yet. */
  public boolean isFresh() {
    return database().isFresh();
  }

  public String databaseUrl() {
    return database().url();
  }

  public Engine engine() {
    return plan.engine();
  }

  /** How the JVMs of the installation are run, for whoever wants to compare himself with them. */
  public static List<String> javaFlags() {
    return JavaApp.FLAGS;
  }

  public Ports ports() {
    return plan.ports();
  }

  /** Every process of the installation by name; PostgreSQL's first one stands for its family. */
  public synchronized Map<String, ProcessHandle> processes() {
    Map<String, ProcessHandle> processes = new LinkedHashMap<>();
    children.forEach((name, child) -> processes.put(name, child.process()));
    if (database != null) {
      database.process().ifPresent(process -> processes.put("postgres", process));
    }
    return processes;
  }

  /** The words of a child that ended although nobody asked it to. */
  public synchronized Optional<String> casualty() {
    if (closed) {
      return Optional.empty();
    }
    if (database != null && !database.isAlive()) {
      return Optional.of(
          "postgres ended. Its words: " + plan.folders().logs().resolve("postgres.log"));
    }
    return children.values().stream()
        .filter(child -> !child.isAlive())
        .findFirst()
        .map(Child::lastWords);
  }

  /** Ends one part as a crash does. */
  public synchronized void kill(String name) {
    Child child = children.remove(name);
    if (child == null) {
      throw new IllegalArgumentException("No part is called " + name);
    }
    child.kill();
  }

  /** Starts a part that was killed, and returns when it answers. */
  public void restart(String name) {
    spawn(name);
    await(Map.of(name, probes().get(name)));
  }

  public synchronized boolean isRunning() {
    return !closed;
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    Child temporal = children.remove("temporal");
    List<CompletableFuture<Void>> ends = new ArrayList<>();
    children
        .values()
        .forEach(child -> ends.add(CompletableFuture.runAsync(() -> child.stop(STOP))));
    ends.forEach(CompletableFuture::join);
    if (temporal != null) {
      temporal.stop(STOP);
    }
    if (database != null) {
      database.close();
    }
  }

  private void refuseTakenPorts() {
    plan.ports()
        .byName()
        .forEach(
            (name, port) -> {
              if (Occupant.isTaken(port)) {
                throw new StartFailure(
                    "Port %d, for %s, is held by %s. Stop that, or start elsewhere with --ports 9000."
                        .formatted(port, name, Occupant.describe(port)));
              }
            });
  }

  private synchronized void startDatabase() {
    refuseAfterClose();
    database = Database.start(plan.folders(), plan.ports().postgres());
  }

  private synchronized Database database() {
    if (database == null) {
      throw new IllegalStateException("The stack was not started");
    }
    return database;
  }

  private synchronized void spawn(String name) {
    refuseAfterClose();
    children.put(
        name,
        name.equals("temporal")
            ? plan.engine().start(plan.ports(), plan.folders(), database())
            : startApp(name));
  }

  private void refuseAfterClose() {
    if (closed) {
      throw new StartFailure("Stopped while starting.");
    }
  }

  private Child startApp(String name) {
    JavaApp app =
        switch (name) {
          case "simulators" -> unpack(name, "temporal-dev", "talaria-temporal-dev");
          case "worker" -> unpack(name, "activities/worker", "talaria-worker");
          case "gateway" -> unpack(name, "webhook-gateway", "talaria-webhook-gateway");
          case "console" -> unpack(name, "operator-ui", "talaria-operator-ui");
          default -> throw new IllegalArgumentException("No application is called " + name);
        };
    List<String> arguments = new ArrayList<>();
    if (name.equals("simulators")) {
      arguments.add(name);
    }
    arguments.add("--server.port=" + port(name));
    return Child.start(
        name,
        app.command(plan.java(), plan.archives(), arguments),
        Surroundings.of(plan.ports(), plan.hour(), plan.environment()),
        plan.folders());
  }

  private JavaApp unpack(String name, String folder, String artifact) {
    return JavaApp.unpack(name, plan.built(folder, artifact), plan.folders(), plan.java());
  }

  private int port(String name) {
    return switch (name) {
      case "simulators" -> plan.ports().simulators();
      case "worker" -> plan.ports().worker();
      case "gateway" -> plan.ports().gateway();
      default -> plan.ports().console();
    };
  }

  private Map<String, Probe> probes() {
    Ports ports = plan.ports();
    Map<String, Probe> probes = new LinkedHashMap<>();
    probes.put("temporal", Probe.tcp(ports.temporal()));
    probes.put("simulators", Probe.http(ports.simulators(), "/phone"));
    probes.put("worker", Probe.http(ports.worker(), READINESS));
    probes.put("gateway", Probe.http(ports.gateway(), READINESS));
    probes.put("console", Probe.http(ports.console(), READINESS));
    return probes;
  }

  private void await(Map<String, Probe> probes) {
    Map<String, Probe> missing = new LinkedHashMap<>(probes);
    Instant end = Instant.now().plus(START);
    while (true) {
      missing.values().removeIf(Probe::answers);
      if (missing.isEmpty()) {
        return;
      }
      refuseCasualty();
      if (Instant.now().isAfter(end)) {
        throw new StartFailure(
            String.join(", ", missing.keySet())
                + " did not answer within "
                + START.toMinutes()
                + " minutes; the logs are in "
                + plan.folders().logs());
      }
      pause();
    }
  }

  private synchronized void refuseCasualty() {
    refuseAfterClose();
    casualty()
        .ifPresent(
            words -> {
              throw new StartFailure(words);
            });
  }

  private static void pause() {
    try {
      Thread.sleep(POLL);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartFailure("Interrupted while starting", e);
    }
  }
}
