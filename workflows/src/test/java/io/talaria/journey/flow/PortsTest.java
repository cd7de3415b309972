package io.talaria.journey.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.activity.LocalActivityOptions;
import org.junit.jupiter.api.Test;

class PortsTest {
  @Test
  void a_local_activity_is_tried_for_ever_without_a_timer_that_outlives_it() {
    LocalActivityOptions options = Ports.options("journal");

    assertThat(options.getRetryOptions().getMaximumAttempts()).isEqualTo(Integer.MAX_VALUE);
    assertThat(options.getScheduleToCloseTimeout()).isNull();
    assertThat(options.getStartToCloseTimeout()).isPositive();
  }
}
