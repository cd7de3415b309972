package io.talaria.worker.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpareRateTest {
  private static final double ONE_IN_THREE_HOURS = 0.0001;

  @Test
  void each_number_has_room_for_as_many_calls_as_its_rate() {
    SpareRate spare = new SpareRate(number -> number.equals("slow") ? ONE_IN_THREE_HOURS : 1000);

    spare.took("slow");
    spare.took("slow");
    spare.took("fast");

    assertThat(spare.take("slow")).isFalse();
    assertThat(spare.take("fast")).isTrue();
  }

  @Test
  void whoever_asks_at_once_shares_what_is_left() {
    SpareRate spare = new SpareRate(number -> ONE_IN_THREE_HOURS);

    assertThat(IntStream.range(0, 64).parallel().mapToObj(n -> spare.take("one")).filter(t -> t))
        .hasSize(1);
  }
}
