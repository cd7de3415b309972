package io.talaria.dev.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.talaria.dev.bench.measure.Measure;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {
  @Test
  void without_options_everything_is_measured_on_both_engines() {
    Options options = Options.parse(List.of());

    assertThat(options.engines()).containsExactly("postgres", "dev");
    assertThat(options.measures())
        .extracting(Measure::name)
        .containsExactly(
            "throughput",
            "events",
            "commits",
            "webhook",
            "matching",
            "latency",
            "console",
            "burst",
            "memory",
            "journeys",
            "month",
            "silent");
    assertThat(options.quick()).isFalse();
  }

  @Test
  void chosen_measures_keep_their_order_of_running() {
    assertThat(Options.parse(List.of("--only", "burst,events", "--engine", "dev")).measures())
        .extracting(Measure::name)
        .containsExactly("events", "burst");
  }

  @Test
  void a_mistake_is_answered_by_what_was_expected() {
    assertThatThrownBy(() -> Options.parse(List.of("--engine", "sqlite")))
        .hasMessage("--engine expects dev, postgres or both, not sqlite");
    assertThatThrownBy(() -> Options.parse(List.of("--only", "speed")))
        .hasMessageContaining("throughput,events,commits");
    assertThatThrownBy(() -> Options.parse(List.of("--seed", "one")))
        .hasMessage("--seed expects a number, not one");
    assertThatThrownBy(() -> Options.parse(List.of("--json"))).hasMessage("--json expects a value");
  }
}
