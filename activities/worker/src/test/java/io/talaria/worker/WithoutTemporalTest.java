package io.talaria.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class WithoutTemporalTest extends World {
  @Autowired JourneysHealthIndicator journeysHealth;
  @Autowired Workers workers;

  @Test
  void the_worker_runs_but_is_not_ready() {
    assertThat(workers.isRunning()).isTrue();
    assertThat(journeysHealth.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
  }

  @Test
  void it_tries_again_and_again(CapturedOutput output) {
    await()
        .atMost(Duration.ofSeconds(40))
        .until(() -> output.getOut().split("trying again", -1).length > 2);
  }

  @Test
  void a_worker_that_freezes_in_a_transaction_gives_up_its_locks() {
    assertThat(jdbc.sql("show idle_in_transaction_session_timeout").query(String.class).single())
        .isEqualTo("5s");
  }

  @Test
  void the_definition_was_published_at_the_start() {
    assertThat(techHiring().version()).isEqualTo("v1.0");
  }
}
