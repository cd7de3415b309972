package io.talaria.dev.endtoend;

import io.talaria.dev.up.Engine;
import io.talaria.dev.up.Folders;
import io.talaria.dev.up.Plan;
import io.talaria.dev.up.Ports;
import io.talaria.dev.up.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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
      Folders folders = new Folders(newFolder("stack"));
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
      stack.start();
      shared = new Installation(stack);
    }
    return shared;
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

  String phonePage() {
    return "http://localhost:" + stack.ports().simulators() + "/phone";
  }

  String slackPage() {
    return "http://localhost:" + stack.ports().simulators() + "/slack";
  }

  String console(String path) {
    return "http://localhost:" + stack.ports().console() + path;
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
