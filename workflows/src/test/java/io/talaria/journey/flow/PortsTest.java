package io.talaria.journey.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.journey.CandidateJourney;
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

  @Test
  void whatever_a_step_waits_for_ends_before_the_engine_gives_the_step_to_another_worker() {
    LocalActivityOptions options = Ports.options("journal");

    // The SDK tells the engine at four fifths of the time that a local activity still runs.
    assertThat(options.getStartToCloseTimeout())
        .isLessThan(CandidateJourney.STEP_WITHIN.multipliedBy(4).dividedBy(5));
  }
}
