package io.talaria.worker.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the governed queue is told of a send that WhatsApp refuses for now. */
class NotNowTest {
  @Test
  void the_journey_learns_from_the_last_refusal_that_the_number_is_held() {
    ApplicationFailure held = NotNow.failure("ACCOUNT", 700);

    assertThat(held.getDetails().get(String.class)).isEqualTo("ACCOUNT");
  }

  @Test
  void one_recipient_is_waited_for_longer_each_time_as_whatsapp_asks() {
    assertThat(NotNow.delay("PAIR_RATE", 1)).isEqualTo(Duration.ofSeconds(1));
    assertThat(NotNow.delay("PAIR_RATE", 3)).isEqualTo(Duration.ofSeconds(16));
    assertThat(NotNow.delay("PAIR_RATE", 50)).isEqualTo(Duration.ofSeconds(256));
    assertThat(NotNow.delay("THROTTLE", 3)).isEqualTo(Duration.ofSeconds(4));
    assertThat(NotNow.delay("THROTTLE", 50)).isEqualTo(Duration.ofSeconds(64));
  }
}
