package io.talaria.worker.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RoomTest {
  @Test
  void at_most_a_quarter_of_the_slots_sends_at_once() {
    var bulkhead = new Bulkhead(8);
    String inner =
        bulkhead.within(
            () ->
                bulkhead.within(
                    () -> bulkhead.within(() -> "third", () -> "no room"), () -> "second refused"),
            () -> "first refused");
    assertThat(inner).isEqualTo("no room");
    assertThat(bulkhead.<String>within(() -> "room again", () -> "no room"))
        .isEqualTo("room again");
  }

  @Test
  void a_slow_whatsapp_opens_the_breaker_and_one_slow_call_does_not() {
    var breaker = new Breaker();
    for (int i = 0; i < 19; i++) {
      breaker.took(Duration.ofMillis(50));
    }
    breaker.took(Duration.ofSeconds(4));
    assertThat(breaker.isOpen()).isFalse();
    breaker.took(Duration.ofSeconds(4));
    assertThat(breaker.isOpen()).isTrue();
  }
}
