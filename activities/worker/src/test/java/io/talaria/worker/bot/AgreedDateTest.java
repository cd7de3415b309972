package io.talaria.worker.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgreedDateTest {
  /** A Wednesday. */
  private static final ZonedDateTime NOW =
      LocalDateTime.parse("2026-11-25T10:00").atZone(ZoneId.of("America/Sao_Paulo"));

  /** No date: none is named, or several, or it lies behind, or may be read in two ways. */
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          pt-BR | fala comigo na segunda | 2026-11-30T09:00
          pt-BR | Pode falar comigo na segunda-feira? | 2026-11-30T09:00
          pt-BR | me chama amanhã às 10 | 2026-11-26T10:00
          pt-BR | amanhã de manhã | 2026-11-26T09:00
          pt-BR | amanhã à tarde | 2026-11-26T14:00
          pt-BR | depois de amanhã às 15h | 2026-11-27T15:00
          pt-BR | semana que vem | 2026-11-30T09:00
          pt-BR | na próxima semana à tarde | 2026-11-30T14:00
          pt-BR | na terça da semana que vem às 14:30 | 2026-12-01T14:30
          pt-BR | dia 15 | 2026-12-15T09:00
          pt-BR | pode ser dia 27 às 16h? | 2026-11-27T16:00
          pt-BR | dia 15/12 às 9h30 | 2026-12-15T09:30
          pt-BR | 3 de dezembro | 2026-12-03T09:00
          pt-BR | daqui a 3 dias | 2026-11-28T09:00
          pt-BR | daqui a duas semanas | 2026-12-09T09:00
          pt-BR | me liga daqui a uma hora | 2026-11-25T11:00
          pt-BR | em 30 minutos | 2026-11-25T10:30
          pt-BR | hoje às 18h | 2026-11-25T18:00
          pt-BR | hoje à noite | 2026-11-25T19:00
          pt-BR | sexta, às 3 da tarde | 2026-11-27T15:00
          pt-BR | sexta ao meio-dia | 2026-11-27T12:00
          pt-BR | Não posso hoje, fala comigo na quinta | 2026-11-26T09:00
          pt-BR | quarta que vem | 2026-12-02T09:00
          pt-BR | amanhã, dia 26 | 2026-11-26T09:00
          pt-BR | me chama às 8 da noite | 2026-11-25T20:00
          pt-BR | sábado às 10 e meia | 2026-11-28T10:30
          es | mañana por la tarde | 2026-11-26T14:00
          es | mañana por la mañana | 2026-11-26T09:00
          es | pasado mañana a las 11 | 2026-11-27T11:00
          es | el lunes | 2026-11-30T09:00
          es | háblame el próximo martes a las 3 | 2026-12-01T15:00
          es | la semana que viene | 2026-11-30T09:00
          es | el jueves de la semana que viene | 2026-12-03T09:00
          es | dentro de 3 días | 2026-11-28T09:00
          es | en dos semanas | 2026-12-09T09:00
          es | el 15 de diciembre a las 10:30 | 2026-12-15T10:30
          es | el día 15 | 2026-12-15T09:00
          es | llámame en una hora | 2026-11-25T11:00
          es | hoy a las 5 | 2026-11-25T17:00
          es | esta tarde | 2026-11-25T14:00
          es | hoy no, mañana a las 9 | 2026-11-26T09:00
          es | el sábado a las 10 y media | 2026-11-28T10:30
          en | next Tuesday at 3 | 2026-12-01T15:00
          en | in two weeks | 2026-12-09T09:00
          en | tomorrow morning | 2026-11-26T09:00
          en | 3pm | 2026-11-25T15:00
          en | call me at 9 am | 2026-11-26T09:00
          en | Let's talk on Monday at 9:30 a.m. | 2026-11-30T09:30
          en | the day after tomorrow | 2026-11-27T09:00
          en | next week | 2026-11-30T09:00
          en | Thursday next week at 4pm | 2026-12-03T16:00
          en | in 3 days | 2026-11-28T09:00
          en | in an hour | 2026-11-25T11:00
          en | in a couple of days | 2026-11-27T09:00
          en | on the 15th | 2026-12-15T09:00
          en | December 15th at noon | 2026-12-15T12:00
          en | 15 December | 2026-12-15T09:00
          en | write to me on friday afternoon | 2026-11-27T14:00
          en | tonight at 8 | 2026-11-25T20:00
          en | 12/25 | 2026-12-25T09:00
          en | I can't today, but tomorrow at 11 works | 2026-11-26T11:00
          en | can we talk this afternoon? | 2026-11-25T14:00
          pt-BR | segunda 3 da tarde | 2026-11-30T15:00
          pt-BR | segunda às três da tarde | 2026-11-30T15:00
          pt-BR | amanhã, três e meia da tarde | 2026-11-26T15:30
          pt-BR | dia 3 à tarde | 2026-12-03T14:00
          pt-BR | amanhã às dez | 2026-11-26T10:00
          pt-BR | me liga amanhã 9:30 da manhã | 2026-11-26T09:30
          es | el lunes a las tres | 2026-11-30T15:00
          es | mañana 8 de la noche | 2026-11-26T20:00
          es | el martes a las 4 y cuarto | 2026-12-01T16:15
          es | el martes a las 4 menos cuarto | 2026-12-01T15:45
          en | Tuesday at three | 2026-12-01T15:00
          en | Tuesday, half past 3 | 2026-12-01T15:30
          en | tomorrow at half past ten | 2026-11-26T10:30
          en | Monday, quarter past nine | 2026-11-30T09:15
          en | Monday at a quarter to five | 2026-11-30T16:45
          en | Friday 3 in the afternoon | 2026-11-27T15:00
          en | in two months | 2027-01-25T09:00
          pt-BR | hoje às 8 |
          pt-BR | hoje |
          pt-BR | na segunda passada |
          pt-BR | ontem às 10 |
          pt-BR | segunda ou terça |
          pt-BR | segunda e terça |
          pt-BR | a segunda opção |
          pt-BR | toda segunda |
          pt-BR | entre 10h e 12h amanhã |
          pt-BR | mais tarde |
          pt-BR | não na segunda |
          pt-BR | dia 32 |
          pt-BR | amanhã às 25h |
          pt-BR | 31/02 |
          pt-BR | 15/12/2024 |
          pt-BR | há 3 dias |
          pt-BR | tenho 3 anos de experiência |
          pt-BR | as 10 vagas que vi |
          es | el lunes pasado |
          es | ayer |
          es | hace 2 semanas |
          es | el lunes no puedo |
          es | el lunes o el martes |
          en | last Monday |
          en | 3 days ago |
          en | 3/4 |
          en | Monday or Tuesday |
          en | every Friday |
          en | not on Monday |
          en | later |
          en | in two years |
          en | my rate is 50 |
          """)
  void a_date_is_read_as_people_say_it(String language, String sentence, LocalDateTime at) {
    assertThat(AgreedDate.read(sentence, language, NOW).map(date -> date.at().toLocalDateTime()))
        .isEqualTo(java.util.Optional.ofNullable(at));
  }

  @Test
  void a_date_without_a_time_says_so() {
    assertThat(AgreedDate.read("on Monday", "en", NOW).orElseThrow().timeTold()).isFalse();
    assertThat(AgreedDate.read("on Monday evening", "en", NOW).orElseThrow().timeTold()).isTrue();
  }

  @Test
  void an_hour_that_the_clocks_skip_comes_later() {
    ZonedDateTime saturday =
        LocalDateTime.parse("2027-03-13T12:00").atZone(ZoneId.of("America/New_York"));
    assertThat(AgreedDate.read("tomorrow at 2:30 am", "en", saturday).orElseThrow().at())
        .isEqualTo(LocalDateTime.parse("2027-03-14T03:30").atZone(saturday.getZone()));
  }

  @Test
  void the_31st_is_the_next_month_that_has_one_and_the_29th_of_february_waits_for_its_year() {
    ZonedDateTime april = LocalDateTime.parse("2027-04-02T12:00").atZone(NOW.getZone());
    assertThat(AgreedDate.read("on the 31st", "en", april).orElseThrow().at().toLocalDate())
        .isEqualTo("2027-05-31");
    assertThat(AgreedDate.read("29/02", "pt-BR", april)).isEmpty();
    ZonedDateTime leap = LocalDateTime.parse("2028-02-02T12:00").atZone(NOW.getZone());
    assertThat(AgreedDate.read("29/02", "pt-BR", leap).orElseThrow().at().toLocalDate())
        .isEqualTo("2028-02-29");
  }
}
