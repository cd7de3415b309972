package io.talaria.dev.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.dev.bench.machine.Machine;
import io.talaria.dev.bench.report.Report.EngineRun;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportTest {
  private static final Reading MET = Reading.of("webhook", "p50", 11.2344, "ms").atMost(20);
  private static final Reading MISSED = Reading.of("throughput", "ratio", 0.46, "").atLeast(0.7);
  private static final Reading TOLD = Reading.of("webhook", "rate", 158.4, "/s");
  private static final Reading MISSING = Reading.missing("console", "p95", "no Chromium");

  @Test
  void each_figure_stands_with_its_target_and_verdict() {
    Report report =
        new Report(
            Instant.parse("2026-11-23T10:00:00Z"),
            "abc123+",
            false,
            new Machine("a processor", 2, "24 GB", "Linux", "Temurin 25", "0.1 0.1 0.1"),
            "1.9 1.2 0.8",
            Map.of(
                "postgres",
                new EngineRun(
                    Map.of("temporal", "1.31.2"), List.of(MET, MISSED, TOLD, MISSING))));

    JsonNode json = JsonMapper.shared().readTree(report.json());

    assertThat(json.path("commit").asString()).isEqualTo("abc123+");
    assertThat(json.path("machine").path("load").asString()).isEqualTo("0.1 0.1 0.1");
    JsonNode run = json.path("engines").path("postgres");
    assertThat(run.path("versions").path("temporal").asString()).isEqualTo("1.31.2");
    JsonNode readings = run.path("readings");
    assertThat(readings.get(0).path("value").asDouble()).isEqualTo(11.234);
    assertThat(readings.get(0).path("target").path("side").asString()).isEqualTo("AT_MOST");
    assertThat(readings.get(0).path("target").path("limit").asDouble()).isEqualTo(20);
    assertThat(readings).extracting(reading -> reading.path("verdict").asString())
        .containsExactly("met", "missed", "told", "not measured");
    assertThat(readings.get(3).path("value").isNull()).isTrue();
    assertThat(readings.get(3).path("note").asString()).isEqualTo("no Chromium");
  }

  @Test
  void the_table_reads_in_one_line_per_figure() {
    assertThat(Table.of(List.of(MET, MISSED, TOLD)).lines())
        .containsExactly(
            "            what   measured  to reach",
            "webhook     p50     11.2 ms   ≤ 20 ms  met",
            "throughput  ratio      0.46     ≥ 0.7  missed",
            "webhook     rate     158 /s");
  }

  @Test
  void numbers_keep_three_digits_that_mean_something() {
    assertThat(List.of(0.4567, 12.34, 1234.5, 100.0, 60.0, 0.0))
        .extracting(Table::number)
        .containsExactly("0.46", "12.3", "1,234", "100", "60", "0");
  }
}
