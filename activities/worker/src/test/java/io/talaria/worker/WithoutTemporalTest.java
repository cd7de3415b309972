package io.talaria.worker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Status;

class WithoutTemporalTest extends World {
  @Autowired JourneysHealthIndicator journeysHealth;
  @Autowired Workers workers;

  @Test
  void the_worker_runs_but_is_not_ready() {
    assertThat(workers.isRunning()).isTrue();
    assertThat(journeysHealth.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
  }

  @Test
  void the_definition_was_published_at_the_start() {
    assertThat(techHiring().version()).isEqualTo("v1.0");
  }
}
