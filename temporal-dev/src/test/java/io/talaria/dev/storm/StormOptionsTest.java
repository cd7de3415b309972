package io.talaria.dev.storm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class StormOptionsTest {
  @Test
  void a_failed_run_is_repeated_by_what_is_printed() {
    StormOptions options =
        StormOptions.parse(
            List.of("--seed", "5", "--runs", "9", "--engine", "postgres", "--seconds", "30"));

    assertThat(options.command(8))
        .isEqualTo("temporal-dev/storm --seed 8 --runs 1 --engine postgres --seconds 30");
  }

  @Test
  void what_it_does_not_know_it_refuses_in_words() {
    assertThatThrownBy(() -> StormOptions.parse(List.of("--sed", "5")))
        .hasMessage("--sed is no option of storm");
    assertThatThrownBy(() -> StormOptions.parse(List.of("--runs")))
        .hasMessage("--runs expects a value");
    assertThatThrownBy(() -> StormOptions.parse(List.of("--runs", "many")))
        .hasMessage("--runs expects a number");
    assertThatThrownBy(() -> StormOptions.parse(List.of("--engine", "mysql")))
        .hasMessage("--engine expects dev or postgres");
  }
}
