package io.talaria.worker.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.port.Proposal;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatingTest {
  @ParameterizedTest
  @CsvSource({
    "1, n1",
    "2, n2",
    "5, n5",
    "★★★★, n4",
    "⭐⭐⭐⭐⭐, n5",
    "5 ★★★★★, n5",
    "★☆☆☆☆, ",
    "a primeira, n5",
    "cinco, n5",
    "Cinco!, n5",
    "um, n1",
    "uma estrela, n1",
    "one, n1",
    "one star, n1",
    "dos, n2",
    "número dos, n2",
    "número 1, n1",
    "numero 4, n4",
    "cuatro estrellas, n4",
    "five stars, n5",
    "nota 5, n5",
    "dou nota quatro, n4",
    "dou uma nota 5, n5",
    "'cinco, muito bom', n5",
    "'5, gracias', n5",
    "5 estrelas, n5",
    "4/5, n4",
    "'★★★★★ 5', n5",
    "4 de 5, n4",
    "four out of five, n4",
    "10, ",
    "zero, ",
    "dez, ",
    "2 ou 3, ",
    "um ou dois, ",
    "'one, maybe two', ",
    "no one helped me, ",
    "gostei dos atendentes, ",
    "esperei 2 horas, "
  })
  void stars_are_counted_and_only_a_place_in_the_list_is_its_row(String text, String kept) {
    Proposal proposal = AtQuestion.of("multi-channel-agency", "pt-BR", "satisfaction").says(text);

    assertThat(proposal.answers())
        .isEqualTo(kept == null ? Map.of() : Map.of("satisfaction", kept));
  }
}
