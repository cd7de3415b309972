package io.talaria.dev.bench.report;

import io.talaria.dev.bench.machine.Machine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A whole run, as it is stored.
 *
 * @param commit of the sources; ends in {@code +} when they were changed since
 * @param quick whether shortened, so that figures are only a first impression
 * @param loadAfter {@code /proc/loadavg} at the end; {@code machine.load} is that of the beginning
 * @param engines by name, in the order of running
 */
public record Report(
    Instant at,
    String commit,
    boolean quick,
    Machine machine,
    String loadAfter,
    Map<String, EngineRun> engines) {

  /** One engine's versions and figures. */
  public record EngineRun(Map<String, String> versions, List<Reading> readings) {}

  /** Writes it, and its folder when that is missing. */
  public void write(Path file) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.writeString(file, json());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Each reading tells its verdict, so that a reader need not know the rule. */
  String json() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("at", at.toString());
    document.put("commit", commit);
    document.put("quick", quick);
    document.put("machine", machine);
    document.put("loadAfter", loadAfter);
    Map<String, Object> runs = new LinkedHashMap<>();
    engines.forEach(
        (name, run) ->
            runs.put(
                name,
                Map.of(
                    "versions",
                    run.versions(),
                    "readings",
                    run.readings().stream().map(Report::reading).toList())));
    document.put("engines", runs);
    return JsonMapper.builder()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .build()
        .writeValueAsString(document);
  }

  private static Map<String, Object> reading(Reading reading) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("measure", reading.measure());
    json.put("what", reading.what());
    Double value = reading.value();
    json.put("value", value == null ? null : Math.round(value * 1000) / 1000.0);
    json.put("unit", reading.unit());
    Target target = reading.target();
    if (target != null) {
      json.put("target", Map.of("side", target.side().name(), "limit", target.limit()));
    }
    json.put("verdict", reading.verdict());
    if (reading.note() != null) {
      json.put("note", reading.note());
    }
    json.put("details", reading.details());
    return json;
  }
}
