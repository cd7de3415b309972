package io.talaria.worker.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpareRateTest {
  private static final double ONE_IN_THREE_HOURS = 0.0001;

  @Test
  void each_number_has_room_for_as_many_calls_as_its_rate() {
    SpareRate spare = new SpareRate(number -> number.equals("slow") ? ONE_IN_THREE_HOURS : 1000);

    spare.took("slow");
    spare.took("slow");
    spare.took("fast");

    assertThat(spare.isLeft("slow")).isFalse();
    assertThat(spare.isLeft("fast")).isTrue();
  }
}
