package io.talaria.dev.up;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Temporal's dynamic configuration on one machine. */
final class Tuning {
  static final Map<String, String> VALUES =
      new TreeMap<>(
          Map.of(
              // With several partitions a lone machine's tasks may wait in the wrong one.
              "matching.numTaskqueueReadPartitions",
              "1",
              "matching.numTaskqueueWritePartitions",
              "1",
              // A remote activity goes back with the answer to the worker that asked for it.
              "system.enableActivityEagerExecution",
              "true"));

  private Tuning() {}

  /** As the file that a Temporal server reads. */
  static String yaml() {
    return VALUES.entrySet().stream()
        .map(value -> value.getKey() + ":\n  - value: " + value.getValue() + "\n")
        .collect(Collectors.joining());
  }
}
