package io.talaria.dev.up;

import java.nio.file.Path;
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
  private static final List<String> APPLICATIONS =
      List.of("simulators", "worker", "gateway", "console");

  private final Plan plan;
  private final Map<String, Child> children = new LinkedHashMap<>();
  private final Applications applications;
  private @Nullable Database database;
  private boolean closed;

  public Stack(Plan plan) {
    this.plan = plan;
    this.applications = new Applications(plan);
  }

  /**
   * Returns when everything answers. A {@link #close()} from another thread ends it early.
   *
   * @throws StartFailure when something doesn't answer; the caller closes the stack then
   */
  public void start() {
    start(APPLICATIONS);
  }

  /** The same with these applications only. */
  public void start(List<String> names) {
    Occupant.refuse(plan.ports());
    startDatabase();
    spawn("temporal");
    await(Map.of("temporal", probe("temporal")));
    plan.engine().prepare(plan.ports(), this::refuseCasualty);
    Map<String, Probe> probes = new LinkedHashMap<>();
    for (String name : names) {
      spawn(name);
      probes.put(name, probe(name));
    }
    await(probes);
    CurrentBuild.make(plan.ports(), applications.environment());
  }

  /** What a part gets on top, from its next start on. */
  public synchronized void outfit(String name, Outfit outfit) {
    applications.outfit(name, outfit);
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

  public synchronized boolean runs(String name) {
    Child child = children.get(name);
    return child != null && child.isAlive();
  }

  /** Gives up on a part whose start failed, so that it can be started again. */
  public synchronized void forget(String name) {
    Child child = children.remove(name);
    if (child != null) {
      child.kill();
    }
  }

  /** Asks one part to end and waits; returns when it is gone. */
  public void stop(String name) {
    Child child;
    synchronized (this) {
      child = children.remove(name);
    }
    if (child != null) {
      child.stop(STOP);
    }
  }

  /** Sends a part a signal by name, such as STOP; no-op when it doesn't run. */
  public synchronized void signal(String name, String signal) {
    Child child = children.get(name);
    if (child != null) {
      child.signal(signal);
    }
  }

  /** Starts a part that was killed or stopped, and returns when it answers. */
  public void restart(String name) {
    spawn(name);
    await(Map.of(name, probe(name)));
  }

  /**
   * Crashes PostgreSQL by killing one of its processes; it recovers from its log by itself. Returns
   * when it lets clients in again: asked to end while it recovers, it may never end.
   */
  public void crashDatabase() throws InterruptedException {
    database().crash();
    Instant end = Instant.now().plus(START);
    do {
      Thread.sleep(POLL);
      if (Instant.now().isAfter(end)) {
        throw new StartFailure("PostgreSQL does not recover from its crash");
      }
    } while (!database().answers());
  }

  /** Sends a signal to every process of PostgreSQL. */
  public void signalDatabase(String signal) {
    database().signal(signal);
  }

  /** Ends PostgreSQL in good order, lets somebody do this, and starts it again. */
  public void withDatabaseEnded(Meanwhile meanwhile) throws InterruptedException {
    database().close();
    meanwhile.happens(plan.folders().database());
    startDatabase();
  }

  /** Ends the dev server, lets somebody do this, and starts it again; no build is made current. */
  public void withTemporalEnded(Meanwhile meanwhile) throws InterruptedException {
    stop("temporal");
    meanwhile.happens(plan.folders().temporal());
    restart("temporal");
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

  private void spawn(String name) {
    boolean temporal = name.equals("temporal");
    if (temporal) {
      // Waits for a database that may be frozen: under the lock nobody could wake it.
      plan.engine().furnish(plan.ports(), plan.folders(), database());
    }
    synchronized (this) {
      spawn(name, temporal);
    }
  }

  private void spawn(String name, boolean temporal) {
    refuseAfterClose();
    Child before = children.get(name);
    if (before != null && before.isAlive()) {
      throw new IllegalStateException(name + " runs already");
    }
    children.put(
        name,
        temporal ? plan.engine().start(plan.ports(), plan.folders()) : applications.start(name));
  }

  private void refuseAfterClose() {
    if (closed) {
      throw new StartFailure("Stopped while starting.");
    }
  }

  /** The folder of an unpacked application. */
  public Path unpack(String name) {
    return applications.app(name).folder();
  }

  private synchronized Probe probe(String name) {
    return name.equals("temporal") ? Probe.tcp(plan.ports().temporal()) : applications.probe(name);
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
