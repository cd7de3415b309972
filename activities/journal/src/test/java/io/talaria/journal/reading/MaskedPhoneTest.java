package io.talaria.journal.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskedPhoneTest {
  @ParameterizedTest
  @CsvSource({
    "5511987654821, +55 11 ••••• 4821",
    "16175550144, +1 617 ••••• 0144",
    "351910000108, +351 9 ••••• 0108",
    "525512340166, +52 55 ••••• 0166",
    "1234, ••••"
  })
  void a_number_is_parted_where_its_country_ends(String phone, String shown) {
    assertThat(MaskedPhone.of(phone)).isEqualTo(shown);
  }

  @Test
  void who_hides_their_number_has_none() {
    assertThat(MaskedPhone.of(null)).isNull();
  }
}
