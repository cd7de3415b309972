package io.talaria.journal.phone;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.journal.inbox.Alias;
import io.talaria.journal.inbox.Alias.Kind;
import io.talaria.journal.inbox.InboundMessage.Sender;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DialledNumbersTest {
  private final DialledNumbers numbers = new DialledNumbers();

  @ParameterizedTest
  @CsvSource({
    "+55 31 98765-4321, 5531987654321",
    "+55 31 8765-4321, 5531987654321",
    "+55 31 3265-4321, 553132654321",
    "+351 912 345 678, 351912345678"
  })
  void a_number_is_kept_as_it_is_dialled(String phone, String digits) {
    assertThat(numbers.fault(phone)).isEmpty();
    assertThat(numbers.person(phone, "Ana").orElseThrow().aliases())
        .isEqualTo(List.of(new Alias(Kind.PHONE, "", digits)));
  }

  @Test
  void the_prefix_tells_country_and_clock() {
    assertThat(numbers.person("+5592981234567", null))
        .get()
        .extracting(Sender::country, Sender::zone)
        .containsExactly("BR", "America/Manaus");
  }

  @ParameterizedTest
  @ValueSource(strings = {"911", "oi", "98765-4321", "+55 31 1765-4321"})
  void anything_else_is_nobodys_number(String phone) {
    assertThat(numbers.person(phone, null)).isEmpty();
  }
}
