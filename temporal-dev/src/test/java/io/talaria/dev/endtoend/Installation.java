package io.talaria.dev.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.dev.storm.people.Desk;
import io.talaria.dev.up.Engine;
import io.talaria.dev.up.Folders;
import io.talaria.dev.up.Plan;
import io.talaria.dev.up.Ports;
import io.talaria.dev.up.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;

/** One real installation for all end-to-end tests of a run, on free ports and a new database. */
public final class Installation {
  private static final Path PROJECT = Path.of("").toAbsolutePath().getParent();
  private static Installation shared;

  private final Stack stack;
  private final Journal journal;

  private Installation(Stack stack) {
    this.stack = stack;
    this.journal = new Journal(stack.databaseUrl());
  }

  /** Started at the first call, stopped with the JVM. */
  static synchronized Installation shared() {
    if (shared == null) {
      shared = start("stack", stack -> stack.start());
    }
    return shared;
  }

  /** One of its own, for who breaks what others need; stopped with the JVM. */
  static Installation own(String name, List<String> applications) {
    return start(name, stack -> stack.start(applications));
  }

  private static Installation start(String name, Consumer<Stack> start) {
    Folders folders = new Folders(newFolder(name));
    Stack stack =
        new Stack(
            new Plan(
                PROJECT,
                folders,
                Ports.free(),
                java(),
                Engine.dev(temporal()),
                null,
                cleanEnvironment(),
                false));
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  stack.close();
                  forgetApps(folders.home());
                }));
    start.accept(stack);
    return new Installation(stack);
  }

  Stack stack() {
    return stack;
  }

  Journal journal() {
    return journal;
  }

  SimulatedWhatsApp whatsapp() {
    return new SimulatedWhatsApp("http://127.0.0.1:" + stack.ports().simulators());
  }

  /** Where recruiters act, as by the console; to be closed. */
  Desk desk() {
    var database = new DriverManagerDataSource(stack.databaseUrl(), "talaria", "talaria");
    return new Desk(database, temporalAddress());
  }

  String phonePage() {
    return "http://localhost:" + stack.ports().simulators() + "/phone";
  }

  String slackPage() {
    return "http://localhost:" + stack.ports().simulators() + "/slack";
  }

  String console(String path) {
    return "http://localhost:" + stack.ports().console() + path;
  }

  /** What Temporal's command says to this installation; it must end well. */
  String temporal(String... arguments) {
    var command = new ArrayList<String>();
    command.add(temporal().toString());
    command.addAll(List.of(arguments));
    command.addAll(List.of("--address", temporalAddress()));
    return run(command.toArray(String[]::new));
  }

  /** What {@code temporal-dev/repair} says to this installation; it must end well. */
  String repair(String... arguments) {
    var command = new ArrayList<String>();
    command.add(PROJECT.resolve("temporal-dev/repair").toString());
    command.addAll(List.of(arguments));
    return run(command.toArray(String[]::new));
  }

  /** What a command says that knows where this installation is; it must end well. */
  String run(String... command) {
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    Map<String, String> environment = builder.environment();
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("SPRING_DATASOURCE_URL", stack.databaseUrl());
    environment.put("SPRING_TEMPORAL_CONNECTION_TARGET", temporalAddress());
    try {
      Process process = builder.start();
      String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(words).isZero();
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private String temporalAddress() {
    return "127.0.0.1:" + stack.ports().temporal();
  }

  static Path project() {
    return PROJECT;
  }

  static Path newFolder(String name) {
    try {
      return Files.createTempDirectory(Files.createDirectories(Path.of("target/e2e")), name)
          .toAbsolutePath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Half a gigabyte of unpacked applications; what remains is the data and the logs. */
  static void forgetApps(Path state) {
    try {
      FileSystemUtils.deleteRecursively(state.resolve("apps"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path java() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }

  /** From the environment, as verify sets it; else where up and verify keep it. */
  public static Path temporal() {
    Stream<Path> onPath =
        Stream.of(System.getenv("PATH").split(":")).map(folder -> Path.of(folder, "temporal"));
    Stream<Path> kept =
        Stream.of(
            Path.of(System.getProperty("user.home"), ".cache/talaria/temporal-1.5.1/temporal"));
    return Stream.concat(
            Optional.ofNullable(System.getenv("TALARIA_TEMPORAL")).map(Path::of).stream(),
            Stream.concat(onPath, kept))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "No Temporal server: run temporal-dev/verify, which gets one"));
  }

  /** A developer's own settings must not point the tests at something real. */
  static Map<String, String> cleanEnvironment() {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment
        .keySet()
        .removeIf(name -> name.startsWith("TALARIA_") || name.startsWith("SPRING_"));
    return environment;
  }
}
