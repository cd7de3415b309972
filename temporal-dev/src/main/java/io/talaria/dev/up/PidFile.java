package io.talaria.dev.up;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Remembers a child beyond the life of its launcher. Its start time stands beside the id, since ids
 * are given anew: only the very same process is ever ended.
 */
final class PidFile {
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  private final Path file;

  private PidFile(Path file) {
    this.file = file;
  }

  static PidFile write(Folders folders, String name, ProcessHandle process) {
    Path file = folders.pids().resolve(name);
    try {
      Files.writeString(file, process.pid() + " " + startOf(process));
      return new PidFile(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends what an earlier launcher left behind; returns how many processes that were. */
  static int endOrphans(Folders folders) {
    try (Stream<Path> files = Files.list(folders.pids())) {
      int ended = 0;
      for (Path path : files.toList()) {
        Optional<ProcessHandle> orphan = find(Files.readString(path).strip());
        if (orphan.isPresent()) {
          end(orphan.get());
          ended++;
        }
        Files.deleteIfExists(path);
      }
      return ended;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<ProcessHandle> find(String line) {
    String[] parts = line.split(" ", 2);
    if (parts.length != 2 || !parts[0].matches("\\d+")) {
      return Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(parts[0]))
        .filter(process -> startOf(process).equals(parts[1]));
  }

  private static void end(ProcessHandle process) {
    process.destroy();
    try {
      process.onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String startOf(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toString).orElse("unknown");
  }
}
