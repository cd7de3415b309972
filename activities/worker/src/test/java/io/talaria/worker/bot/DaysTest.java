package io.talaria.worker.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.port.Outbound;
import io.talaria.port.Proposal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DaysTest {
  /** A Wednesday. */
  private static final LocalDate TODAY = LocalDate.parse("2026-11-25");

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          pt-BR | 04/05/2027                          | 2027-05-04
          es    | 4/5/27                              | 2027-05-04
          en    | 04/05/2027                          | 2027-05-04 2027-04-05
          en    | from 3/4 on                         | 2027-04-03 2027-03-04
          en    | 05/05/2027                          | 2027-05-05
          en    | 31/03/2027                          | 2027-03-31
          en    | 03/31/2027                          | 2027-03-31
          en    | 2027-04-05                          | 2027-04-05
          en    | 4 May 2027                          | 2027-05-04
          en    | May 4                               | 2027-05-04
          pt-BR | 31 de março                         | 2027-03-31
          pt-BR | 31/02/2027                          |
          pt-BR | hoje                                | 2026-11-25
          pt-BR | amanhã                              | 2026-11-26
          pt-BR | já                                  | 2026-11-25
          pt-BR | posso começar já                    | 2026-11-25
          pt-BR | imediatamente                       | 2026-11-25
          pt-BR | tenho disponibilidade imediata, de imediato | 2026-11-25
          pt-BR | na segunda                          | 2026-11-30
          pt-BR | a partir de segunda-feira           | 2026-11-30
          pt-BR | daqui a duas semanas                | 2026-12-09
          pt-BR | daqui a um mês                      | 2026-12-25
          pt-BR | semana que vem                      | 2026-11-30
          pt-BR | dia 15                              | 2026-12-15
          pt-BR | ontem                               | 2026-11-24
          pt-BR | já trabalho em outro lugar          |
          pt-BR | agora não                           |
          pt-BR | segunda ou terça                    |
          pt-BR | não sei                             |
          es    | mañana                              | 2026-11-26
          es    | mañana por la mañana                | 2026-11-26
          es    | pasado mañana                       | 2026-11-27
          es    | de inmediato                        | 2026-11-25
          es    | puedo empezar ya                    | 2026-11-25
          es    | el lunes                            | 2026-11-30
          es    | dentro de 3 semanas                 | 2026-12-16
          es    | ya tengo trabajo                    |
          en    | tomorrow                            | 2026-11-26
          en    | now                                 | 2026-11-25
          en    | I can start immediately             | 2026-11-25
          en    | right away, please                  | 2026-11-25
          en    | next week Monday                    | 2026-11-30
          en    | next week                           | 2026-11-30
          en    | in two weeks                        | 2026-12-09
          en    | in a month                          | 2026-12-25
          en    | in 3-5 weeks                        |
          en    | not now                             |
          pt-BR | não posso em 30/11, só em 05/12     | 2026-12-05
          pt-BR | só em 05/12, em 30/11 não posso     | 2026-12-05
          pt-BR | não consigo dia 10 de dezembro, dia 15 de dezembro sim | 2026-12-15
          es    | el 30/11 no puedo, el 5/12 sí       | 2026-12-05
          en    | not on Dec 10, but Dec 15           | 2026-12-15
          pt-BR | não antes de 05/01                  |
          en    | not before Jan 5th                  |
          pt-BR | not before Jan 5th                  |
          pt-BR | I can't on 30/11                    |
          pt-BR | 10/12 não, 11/12                    | 2026-12-11
          pt-BR | from 31 March on                    | 2027-03-31
          pt-BR | 1º de dezembro                      | 2026-12-01
          pt-BR | 5 e 6 de dezembro                   |
          pt-BR | 05/12 às 10.30                      | 2026-12-05
          pt-BR | 24/7                                |
          en    | I'm available 24/7                  |
          pt-BR | dia 24/7/2027                       | 2027-07-24
          pt-BR | amanhã às 10.30                     | 2026-11-26
          es    | mañana a las 10.30                  | 2026-11-26
          pt-BR | 10.12.2026                          | 2026-12-10
          pt-BR | 05-12                               | 2026-12-05
          pt-BR | 5-10 de janeiro                     |
          pt-BR | de 5 a 10 de janeiro                |
          pt-BR | entre 5 e 10 de janeiro             |
          es    | del 5 al 10 de enero                |
          en    | January 5-10                        |
          en    | between January 5 and 10            |
          en    | January 5 at 10                     | 2027-01-05
          en    | January 5, 2027                     | 2027-01-05
          en    | 5 January 10 am                     | 2027-01-05
          pt-BR | entre 10/12 e 20/12                 |
          pt-BR | 10/12 ou 20/12                      |
          pt-BR | 10/12, sim, 10/12                   | 2026-12-10
          pt-BR | 5 de janeiro ou 10 de fevereiro     |
          en    | 2027-01-05 or 2027-01-10            |
          pt-BR | 12/27                               |
          es    | 12/27                               |
          en    | 12/27                               | 2026-12-27
          pt-BR | 12/2027                             |
          pt-BR | 2 1/2                               |
          en    | I now work in a shop                |
          """)
  void a_day_is_read_as_people_say_it(String language, String text, String days) {
    List<LocalDate> expected =
        days == null ? List.of() : Arrays.stream(days.split(" ")).map(LocalDate::parse).toList();
    assertThat(Days.in(text, language, TODAY)).containsExactlyElementsOf(expected);
  }

  @Test
  void a_date_that_may_be_two_days_is_asked_again_with_both() {
    AtQuestion free = AtQuestion.of("graduates", "en", "free_from");

    Proposal asked = free.says("04/05/2027");

    assertThat(asked.answers()).isEmpty();
    assertThat(asked.misses()).isEqualTo(1);
    assertThat(asked.messages().getLast())
        .isInstanceOfSatisfying(
            Outbound.Buttons.class,
            buttons ->
                assertThat(buttons.choices())
                    .extracting("title")
                    .containsExactly("4 May 2027", "5 April 2027"));
    assertThat(free.taps("free_from:2027-04-05", "5 April 2027").answers())
        .containsEntry("free_from", "2027-04-05");
    assertThat(
            AtQuestion.of("graduates", "en", "field")
                .knowing(java.util.Map.of("free_from", "2027-05-04"))
                .taps("free_from:2027-04-05", "5 April 2027")
                .answers())
        .containsOnlyKeys("free_from")
        .containsEntry("free_from", "2027-04-05");
  }

  @Test
  void of_two_days_the_only_one_that_can_be_meant_is() {
    AtQuestion free = AtQuestion.of("graduates", "en", "free_from");
    assertThat(free.says("11/12/2026").misses()).isEqualTo(0);
    assertThat(free.says("11/12/2026").answers()).containsEntry("free_from", "2026-12-11");
  }
}
