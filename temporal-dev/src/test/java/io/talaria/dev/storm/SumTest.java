package io.talaria.dev.storm;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.dev.storm.check.Violation;
import io.talaria.dev.storm.fault.Injected;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SumTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  @Test
  void a_campaign_goes_on_where_its_file_ends(@TempDir Path folder) {
    // given two runs of an earlier go
    Path file = folder.resolve("runs.jsonl");
    Sum before = Sum.of(file);
    before.add(run(41, List.of()));
    before.add(run(42, List.of(new Violation("sends", "5511", "twice", List.of("msg:1/0")))));

    // when a later one begins
    Sum after = Sum.of(file);

    // then it has them, and the next seed is a new one
    assertThat(after.size()).isEqualTo(2);
    assertThat(after.next(1)).isEqualTo(43);
    assertThat(after.failed()).extracting(RunReport::seed).containsExactly(42L);
    assertThat(after.text()).contains("2 runs, 1 failed").contains("2 × KILL WORKER");
  }

  @Test
  void a_new_campaign_begins_with_the_seed_that_was_asked_for() {
    assertThat(Sum.of(null).next(17)).isEqualTo(17);
  }

  private static RunReport run(long seed, List<Violation> violations) {
    return new RunReport(
        seed,
        "dev",
        NOON,
        50_000,
        9_000,
        Map.of(),
        List.of(new Injected(NOON, "KILL WORKER", 0, NOON.plusSeconds(9), "")),
        Map.of("messages written", 100),
        violations);
  }
}
