package io.talaria.worker.bot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PositionsTest {
  private static final int ROWS = 5;

  @ParameterizedTest
  @CsvSource({
    "2, 2",
    "2., 2",
    "2), 2",
    "#3, 3",
    "a primeira, 1",
    "A Primeira!, 1",
    "primeiro, 1",
    "quero a 2 por favor, 2",
    "pode ser a segunda, 2",
    "opção dois, 2",
    "número 3, 3",
    "1ª, 1",
    "2º, 2",
    "a última, 5",
    "la segunda, 2",
    "prefiero la tercera, 3",
    "opción cuatro, 4",
    "el primero, 1",
    "uno, 1",
    "the second one, 2",
    "2nd please, 2",
    "I want the first, 1",
    "one, 1",
    "the last one, 5"
  })
  void a_row_is_meant_by_its_number_or_its_place(String text, int row) {
    assertThat(Positions.of(text, ROWS)).contains(row);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "👍",
        "0",
        "6",
        "décima",
        "segunda",
        "na segunda",
        "segunda-feira",
        "a segunda-feira",
        "sexta",
        "fala comigo na segunda",
        "1 ou 2",
        "às 3",
        "3 anos",
        "quero uma vaga",
        "a uma",
        "12345678901",
        "the"
      })
  void weekdays_hours_and_whatever_says_more_mean_no_row(String text) {
    assertThat(Positions.of(text, ROWS)).isEmpty();
  }
}
