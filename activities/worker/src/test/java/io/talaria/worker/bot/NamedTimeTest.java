package io.talaria.worker.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Days by their number in March 2026; the 4th is a Wednesday, and today. */
class NamedTimeTest {
  private static final LocalDate WEDNESDAY = LocalDate.of(2026, 3, 4);

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          pt-BR | terça às 14:30                        | 10 14:30 sure
          pt-BR | pode ser na terça-feira, às 14h30?    | 10 14:30 sure
          pt-BR | terça às 2 e meia                     | 10 14:30 sure
          pt-BR | amanhã às 10                          | 5 10:00 sure
          pt-BR | depois de amanhã às 10h               | 6 10:00 sure
          pt-BR | dia 10 às 16h                         | 10 16:00 sure
          pt-BR | terça não posso, só quinta às 10      | 5 10:00 sure
          pt-BR | hoje às 16h                           | 4 16:00 sure
          pt-BR | quarta-feira, 4 de março, 16:00       | 4 16:00 sure
          pt-BR | 14:30                                 | - 14:30 sure
          pt-BR | pode ser às 14:30                     | - 14:30 sure
          pt-BR | martes a las 14:30                    | 10 14:30 sure
          pt-BR | Tuesday at 2:30 pm                    | 10 14:30 sure
          es    | el martes a las 14:30                 | 10 14:30 sure
          es    | mañana por la mañana a las 10         | 5 10:00 sure
          en    | next Tuesday at 2:30 pm               | 10 14:30 sure
          en    | how about tomorrow at 10?             | 5 10:00 sure
          pt-BR | 3ª às 14:30                           | 10 14:30 sure
          pt-BR | terça                                 | 10 -
          pt-BR | 3ª                                    | 10 -
          pt-BR | na 5a feira                           | 5 -
          pt-BR | terça de tarde                        | 10 AFTERNOON
          pt-BR | quarta às 16h                         | 4,11 16:00
          pt-BR | terça ou quinta às 10                 | 5,10 10:00
          pt-BR | terça depois das 14:30                | 10 14:30
          pt-BR | terça às 14:30 estou trabalhando      | 10 14:30
          pt-BR | talvez terça às 14:30                 | 10 14:30
          pt-BR | às 14:30 eu busco meu filho           | - 14:30
          pt-BR | terça entre 10h e 12h                 | 10 -
          es    | el jueves por la tarde                | 5 AFTERNOON
          en    | Tuesday after 2:30 pm                 | 10 14:30
          en    | any time in the morning               | - MORNING
          """)
  void what_is_named_is_kept_apart(String language, String text, String named) {
    assertThat(NamedTime.read(text, language, WEDNESDAY).map(NamedTimeTest::told))
        .isEqualTo(Optional.of(named));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "não posso",
        "terça às 14:30 não dá",
        "daqui a 2 horas",
        "a que horas?",
        "qualquer hora",
        "tenho 3 filhos",
        "quero falar com vocês"
      })
  void what_names_none_is_none(String text) {
    assertThat(NamedTime.read(text, "pt-BR", WEDNESDAY)).isEmpty();
  }

  private static String told(NamedTime named) {
    String days =
        named.days().stream()
            .sorted()
            .map(day -> String.valueOf(day.getDayOfMonth()))
            .collect(Collectors.joining(","));
    Object time = named.time() != null ? named.time() : named.period();
    return (days.isEmpty() ? "-" : days)
        + " "
        + (time == null ? "-" : time)
        + (named.sure() ? " sure" : "");
  }
}
