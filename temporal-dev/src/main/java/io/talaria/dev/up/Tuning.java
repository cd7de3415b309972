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
              "true",
              // Without it 1.29 serves a queue's backlog first come, first served, whatever the
              // priority.
              "matching.useNewMatcher",
              "true"));

  private Tuning() {}

  static Map<String, String> with(Map<String, String> values, Map<String, String> more) {
    Map<String, String> all = new TreeMap<>(values);
    all.putAll(more);
    return all;
  }

  /** As the file that a Temporal server reads. */
  static String yaml(Map<String, String> values) {
    return values.entrySet().stream()
        .map(value -> value.getKey() + ":\n  - value: " + value.getValue() + "\n")
        .collect(Collectors.joining());
  }
}
