package io.talaria.journal.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
  private static final List<String> CITIES = List.of("campinas", "santos", "santa maria");

  @Test
  void a_letter_put_in_left_out_changed_or_swapped_is_one_edit() {
    for (String slip : List.of("camppinas", "campnas", "campimas", "capminas")) {
      assertThat(Nearest.within(1, slip, CITIES)).as(slip).contains("campinas");
      assertThat(Nearest.within(0, slip, CITIES)).as(slip).isEmpty();
    }
    assertThat(Nearest.within(1, "recife", CITIES)).isEmpty();
  }

  @Test
  void of_two_that_are_as_near_neither_was_meant() {
    assertThat(Nearest.within(1, "itapela", List.of("itapeva", "itapema"))).isEmpty();
    assertThat(Nearest.within(1, "itapema", List.of("itapeva", "itapema"))).contains("itapema");
  }
}
