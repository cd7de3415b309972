package io.talaria.dev.storm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Runs of one campaign, over as many goes as it takes. */
final class Sum {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final List<RunReport> runs = new ArrayList<>();
  private final @Nullable Path file;

  private Sum(@Nullable Path file) {
    this.file = file;
  }

  /** Begins with what stands in the file, when there is one. */
  static Sum of(@Nullable Path file) {
    Sum sum = new Sum(file);
    if (file == null || !Files.exists(file)) {
      return sum;
    }
    try {
      for (String line : Files.readAllLines(file)) {
        if (!line.isBlank()) {
          sum.runs.add(JSON.readValue(line, RunReport.class));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Could not read " + file, e);
    }
    return sum;
  }

  void add(RunReport report) {
    runs.add(report);
    if (file != null) {
      try {
        Files.writeString(
            file,
            JSON.writeValueAsString(report) + "\n",
            StandardOpenOption.CREATE,
            StandardOpenOption.APPEND);
      } catch (IOException e) {
        throw new UncheckedIOException("Could not write " + file, e);
      }
    }
  }

  int size() {
    return runs.size();
  }

  /** The seed after the last one; {@code first} when there is none. */
  long next(long first) {
    return runs.stream().mapToLong(RunReport::seed).max().orElse(first - 1) + 1;
  }

  List<RunReport> failed() {
    return runs.stream().filter(run -> !run.clean()).toList();
  }

  /** As people read it. */
  String text() {
    Map<String, Integer> faults = new TreeMap<>();
    Map<String, Integer> counts = new TreeMap<>();
    for (RunReport run : runs) {
      run.faults().forEach(fault -> faults.merge(fault.fault(), 1, Integer::sum));
      run.counts().forEach((what, count) -> counts.merge(what, count, Integer::sum));
    }
    StringBuilder text = new StringBuilder();
    text.append("%d runs, %d failed%n".formatted(runs.size(), failed().size()));
    text.append("calm after the load: %d s at most%n".formatted(longestCalm() / 1000));
    text.append("faults: ").append(listed(faults)).append('\n');
    text.append("what happened: ").append(listed(counts)).append('\n');
    return text.toString();
  }

  private long longestCalm() {
    return runs.stream().mapToLong(RunReport::calmMillis).max().orElse(0);
  }

  private static String listed(Map<String, Integer> counts) {
    return String.join(
        ", ",
        counts.entrySet().stream().map(one -> one.getValue() + " × " + one.getKey()).toList());
  }
}
