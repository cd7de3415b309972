package io.talaria.worker.interleaving.temporal;

import io.temporal.common.WorkflowExecutionHistory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The histories of one life's runs, as {@code WorkflowReplayer} reads them. */
final class KeptHistories {
  private static final Path FOLDER = Path.of("target", "interleavings");

  private final List<WorkflowExecutionHistory> runs = new ArrayList<>();

  void add(WorkflowExecutionHistory run) {
    runs.add(run);
  }

  /** Writes a file for each run, named by the life's seed. */
  void keep(long seed) {
    try {
      Files.createDirectories(FOLDER);
      for (int i = 0; i < runs.size(); i++) {
        Files.writeString(
            FOLDER.resolve("seed-%d-run-%d.json".formatted(seed, i)), runs.get(i).toJson(true));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
