package io.talaria.journal.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrazilianMobilesTest {
  @ParameterizedTest
  @CsvSource({
    "5531987654321, 553187654321",
    "5511987654321, 551187654321",
    "5592961234567, 559261234567"
  })
  void a_mobile_has_a_form_with_the_ninth_digit_and_one_without(String dialled, String old) {
    assertThat(BrazilianMobiles.otherForm(dialled)).contains(old);
    assertThat(BrazilianMobiles.otherForm(old)).contains(dialled);
    assertThat(BrazilianMobiles.dialled(old)).isEqualTo(dialled);
    assertThat(BrazilianMobiles.dialled(dialled)).isEqualTo(dialled);
  }

  @Test
  void a_landline_is_nobodys_mobile_without_the_ninth_digit() {
    assertThat(BrazilianMobiles.otherForm("553132654321")).isEmpty();
    assertThat(BrazilianMobiles.otherForm("5531932654321")).isEqualTo(Optional.empty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"14155550123", "5491123456789", "351912345678", "55", "", "55319876543210"})
  void other_numbers_have_one_form_and_stay_as_they_are(String digits) {
    assertThat(BrazilianMobiles.otherForm(digits)).isEmpty();
    assertThat(BrazilianMobiles.dialled(digits)).isEqualTo(digits);
  }
}
