package io.talaria.dev.storm.seed;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.dev.storm.seed.Fault.Kind;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SeededPlanTest {
  private static final Duration LENGTH = Duration.ofSeconds(40);

  @Test
  void one_seed_is_one_plan() {
    assertThat(SeededPlan.of(7, 1, LENGTH)).isEqualTo(SeededPlan.of(7, 1, LENGTH));
    assertThat(SeededPlan.of(7, 1, LENGTH)).isNotEqualTo(SeededPlan.of(8, 1, LENGTH));
  }

  @Test
  void another_run_has_other_people_and_the_same_faults() {
    SeededPlan first = SeededPlan.of(7, 1, LENGTH);
    SeededPlan second = SeededPlan.of(7, 2, LENGTH);

    assertThat(second.faults()).isEqualTo(first.faults());
    assertThat(second.people().getFirst().number())
        .startsWith(SeededPlan.prefix(2))
        .isNotEqualTo(first.people().getFirst().number());
  }

  @Test
  void faults_begin_while_candidates_write() {
    LongStream.range(0, 200)
        .mapToObj(seed -> SeededPlan.of(seed, 0, LENGTH))
        .forEach(
            plan ->
                assertThat(plan.faults())
                    .isNotEmpty()
                    .allMatch(fault -> fault.atMillis() < plan.load().toMillis()));
  }

  @Test
  void every_kind_of_fault_comes_within_a_campaign() {
    Set<Kind> kinds = new HashSet<>();
    LongStream.range(0, 100)
        .mapToObj(seed -> SeededPlan.of(seed, 0, LENGTH))
        .forEach(plan -> plan.faults().forEach(fault -> kinds.add(fault.kind())));

    assertThat(kinds).containsExactlyInAnyOrder(Kind.values());
  }
}
