package io.talaria.journal.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class NumberHoldSettingsTest {
  @Test
  void a_trial_a_minute_is_fine() {
    assertThat(new NumberHoldSettings(Duration.ofMinutes(1)).tryEvery()).hasMinutes(1);
  }

  @Test
  void trials_that_could_overlap_or_hardly_ever_come_are_refused_with_what_to_set() {
    for (Duration wrong : new Duration[] {Duration.ofSeconds(14), Duration.ofHours(2)}) {
      assertThatThrownBy(() -> new NumberHoldSettings(wrong))
          .hasMessageContaining("talaria.held-numbers.try-every must be between 15s and 1h");
    }
  }
}
