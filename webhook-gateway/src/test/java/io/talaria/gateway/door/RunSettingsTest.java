package io.talaria.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.talaria.journey.JourneyStart;
import io.talaria.journey.Waking;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RunSettingsTest {
  private static final Duration LONG = Duration.ofMinutes(5);

  @Test
  void a_run_is_told_how_long_it_lives_and_how_it_is_woken() {
    var start = JourneyStart.first(new UUID(0, 1), UUID.randomUUID(), "tech-hiring", "1", "BR");

    JourneyStart told = new RunSettings(30, LONG, Duration.ofSeconds(2)).of(start);

    assertThat(told.continueAfterEvents()).isEqualTo(30);
    assertThat(told.waking()).isEqualTo(new Waking(LONG, Duration.ofSeconds(2)));
  }

  @Test
  void what_leaves_no_time_to_wake_anybody_is_refused_with_its_key() {
    Duration none = Duration.ofSeconds(1);

    assertThatThrownBy(() -> new RunSettings(0, none, LONG)).hasMessageContaining("waking-from");
    assertThatThrownBy(() -> new RunSettings(0, LONG, none)).hasMessageContaining("waking-grace");
    assertThatThrownBy(() -> new RunSettings(0, LONG, LONG)).hasMessageContaining("290 s at most");
    assertThatThrownBy(() -> new RunSettings(29, LONG, LONG)).hasMessageContaining("30 to 10000");
  }
}
