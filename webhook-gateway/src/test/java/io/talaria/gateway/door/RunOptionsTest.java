package io.talaria.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.journey.JourneyStart;
import io.temporal.client.WorkflowOptions;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RunOptionsTest {
  private static final JourneyStart START =
      JourneyStart.first(new UUID(0, 1), UUID.randomUUID(), "tech-hiring", "106540352242922", "BR");

  @Test
  void a_dead_workers_journey_is_given_to_another_one_after_ten_seconds_on_every_server() {
    WorkflowOptions options = RunOptions.of(START, "Started by hand.").build();

    assertThat(options.getWorkflowTaskTimeout()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void a_journey_that_takes_months_is_not_ended_by_the_engine() {
    WorkflowOptions options = RunOptions.of(START, "Started by hand.").build();

    assertThat(options.getWorkflowRunTimeout()).isNull();
    assertThat(options.getWorkflowExecutionTimeout()).isNull();
  }
}
