package io.talaria.dev.up;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** What an installation keeps, under one folder. */
public record Folders(Path home) {
  Path database() {
    return home.resolve("postgres");
  }

  /** What the dev server keeps. */
  Path temporal() {
    return make(home.resolve("temporal"));
  }

  Path temporalFile() {
    return temporal().resolve("temporal.db");
  }

  /** What a Temporal server on PostgreSQL keeps beside its tables. */
  Path temporalServer() {
    return make(home.resolve("temporal-server"));
  }

  public Path logs() {
    return make(home.resolve("logs"));
  }

  /** One file per child; what stands here at a start was left by a start that was killed. */
  Path pids() {
    return make(home.resolve("pids"));
  }

  /** Files that candidates sent. */
  Path media() {
    return home.resolve("media");
  }

  /** Unpacked applications, each with the class archive that makes its next start faster. */
  Path apps() {
    return make(home.resolve("apps"));
  }

  /** Written while an {@code up} runs: its addresses, for a second one to repeat. */
  Path running() {
    return home.resolve("running");
  }

  Path lock() {
    return make(home).resolve("lock");
  }

  /** Ends what an earlier launcher left behind; returns how many processes that were. */
  public int endOrphans() {
    return PidFile.endOrphans(this);
  }

  /** Forgets every candidate and journey; what was built stays. */
  public void forget() {
    delete(database());
    delete(home.resolve("temporal"));
    delete(home.resolve("temporal-server"));
    delete(media());
  }

  static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Could not delete " + folder, e);
    }
  }

  private static Path make(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("Could not create " + folder, e);
    }
  }
}
