package io.talaria.dev.up;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One process of the installation, in a process group of its own where the machine can do that, so
 * that Ctrl-C reaches the launcher alone and the launcher decides the order of the end.
 */
final class Child {
  private static final Path SETSID = Path.of("/usr/bin/setsid");
  private static final int TOLD_LINES = 25;

  private final String name;
  private final Path log;
  private final Process process;
  private final PidFile pid;

  private Child(String name, Path log, Process process, PidFile pid) {
    this.name = name;
    this.log = log;
    this.process = process;
    this.pid = pid;
  }

  static Child start(
      String name, List<String> command, Map<String, String> environment, Folders folders) {
    return start(name, command, environment, folders, false);
  }

  /**
   * @param again whether one of that name ran before, whose words are kept
   */
  static Child start(
      String name,
      List<String> command,
      Map<String, String> environment,
      Folders folders,
      boolean again) {
    Path log = folders.logs().resolve(name + ".log");
    List<String> line = new ArrayList<>();
    if (Files.isExecutable(SETSID)) {
      line.add(SETSID.toString());
    }
    line.addAll(command);
    ProcessBuilder builder =
        new ProcessBuilder(line)
            .redirectErrorStream(true)
            .redirectOutput(
                again
                    ? ProcessBuilder.Redirect.appendTo(log.toFile())
                    : ProcessBuilder.Redirect.to(log.toFile()));
    builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    builder.environment().putAll(environment);
    // The C library would keep memory apart for many threads at once.
    builder.environment().putIfAbsent("MALLOC_ARENA_MAX", "2");
    try {
      Process process = builder.start();
      return new Child(name, log, process, PidFile.write(folders, name, process.toHandle()));
    } catch (IOException e) {
      throw new StartFailure("Could not start " + name + ": " + e.getMessage(), e);
    }
  }

  String name() {
    return name;
  }

  ProcessHandle process() {
    return process.toHandle();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** What to tell when it ended although nobody asked it to. */
  String lastWords() {
    return name
        + " ended with code "
        + process.exitValue()
        + ". Its last words (all of them: "
        + log
        + "):\n"
        + tail();
  }

  /** Asks it to end, waits, then insists. */
  void stop(Duration patience) {
    process.destroy();
    try {
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        kill();
      }
    } catch (InterruptedException e) {
      kill();
      Thread.currentThread().interrupt();
    }
    pid.delete();
  }

  /** Sends it a signal by name, such as STOP; no-op when it has ended. */
  void signal(String signal) {
    Signals.send(process.toHandle(), signal);
  }

  /** As a crash ends it: at once, without a word. */
  void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().onExit().join();
    pid.delete();
  }

  private String tail() {
    try {
      List<String> lines = new ArrayList<>();
      String text = new String(Files.readAllBytes(log), java.nio.charset.StandardCharsets.UTF_8);
      text.lines().forEach(lines::add);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - TOLD_LINES), lines.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
