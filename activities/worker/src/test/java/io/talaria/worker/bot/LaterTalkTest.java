package io.talaria.worker.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.port.Appointment;
import io.talaria.port.Proposal;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LaterTalkTest {
  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          bug          | pt-BR | fala comigo na segunda                    | 2026-11-30T09:00:00Z
          bug          | pt-BR | me chama amanhã                           | 2026-11-26T09:00:00Z
          bug          | pt-BR | Pode me ligar amanhã às 10?               | 2026-11-26T10:00:00Z
          bug          | pt-BR | chama amanhã, por favor                   | 2026-11-26T09:00:00Z
          bug          | pt-BR | agora não posso, só na segunda            | 2026-11-30T09:00:00Z
          bug          | pt-BR | respondo amanhã                           | 2026-11-26T09:00:00Z
          bug          | pt-BR | podemos conversar na sexta?               | 2026-11-27T09:00:00Z
          bug          | es    | ahora no puedo, escríbeme el lunes        | 2026-11-30T09:00:00Z
          bug          | es    | ¿me puedes llamar mañana a las 10?        | 2026-11-26T10:00:00Z
          bug          | es    | mejor hablamos el lunes                   | 2026-11-30T09:00:00Z
          bug          | en    | call me on Monday                         | 2026-11-30T09:00:00Z
          bug          | en    | I can't talk right now, tomorrow at 11    | 2026-11-26T11:00:00Z
          bug          | en    | let's talk next Tuesday at 3              | 2026-12-01T15:00:00Z
          bug          | en    | I will get back to you on Monday          | 2026-11-30T09:00:00Z
          role         | en    | next Tuesday at 3                         | 2026-12-01T15:00:00Z
          role         | pt-BR | na segunda                                | 2026-11-30T09:00:00Z
          experience   | en    | I'm at work, tomorrow morning             | 2026-11-26T09:00:00Z
          start        | en    | call me on Monday                         | 2026-11-30T09:00:00Z
          bug          | en    | crashed at 14:00, I added a log message   |
          bug          | en    | I fixed it on Monday with a text file     |
          bug          | pt-BR | O erro volta toda hora às 14h, posso mostrar |
          bug          | es    | puedo mostrarlo el lunes                  |
          disagreement | es    | me llamaron el viernes a las 3             |
          disagreement | pt-BR | me avisaram na sexta                      |
          disagreement | en    | They wanted to release on Friday, I asked to talk about it first |
          disagreement | pt-BR | Discordei na sexta e depois conversamos   |
          disagreement | es    | el viernes hablé con el equipo y luego medimos todo |
          """)
  void who_wants_to_be_written_to_later_says_so(
      String question, String language, String text, Instant at) {
    Proposal proposal = AtQuestion.of("tech-hiring", language, question).says(text);
    if (at == null) {
      assertThat(proposal.answers()).containsEntry(question, text);
    } else {
      assertThat(proposal.agenda()).containsExactly(new Appointment(Script.FOLLOW_UP, at));
      assertThat(proposal.answers()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "graduates, work_shift, es, mañana",
    "graduates, work_shift, es, tarde",
    "tech-hiring, experience, pt-BR, 2 1/2",
    "tech-hiring, experience, en, 1/2",
    "tech-hiring, workplace, en, 24/7"
  })
  void a_part_of_a_title_a_fraction_and_round_the_clock_are_no_date(
      String definition, String question, String language, String text) {
    assertThat(AtQuestion.of(definition, language, question).says(text).agenda()).isNull();
  }

  /** A date at a question that asks when is about its answer. */
  @ParameterizedTest
  @CsvSource({
    "en, I'm available in 3 weeks",
    "en, in a month",
    "pt-BR, posso começar na segunda",
    "pt-BR, 'agora não posso, em 3 semanas'",
    "es, puedo desde el lunes"
  })
  void a_date_at_a_question_that_asks_when_is_no_wish(String language, String text) {
    Proposal proposal = AtQuestion.of("tech-hiring", language, "start").says(text);
    assertThat(proposal.agenda()).isNull();
    assertThat(proposal.misses()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "en, we need 5 waiters available on Saturday",
    "pt-BR, precisamos de 5 garçons no sábado",
    "es, necesitamos 3 cocineros para el viernes"
  })
  void what_a_company_needs_on_a_day_is_its_concern(String language, String text) {
    Proposal proposal = AtQuestion.of("multi-channel-agency", language, "concern").says(text);
    assertThat(proposal.answers()).containsEntry("concern", text);
  }

  @ParameterizedTest
  @CsvSource({
    "pt-BR, na segunda, 2026-11-30",
    "pt-BR, 'agora não posso, só a partir de segunda', 2026-11-30",
    "en, next week Monday, 2026-11-30"
  })
  void at_a_date_question_the_date_is_the_answer(String language, String text, String day) {
    Proposal proposal = AtQuestion.of("graduates", language, "free_from").says(text);
    assertThat(proposal.answers()).containsEntry("free_from", day);
  }

  @ParameterizedTest
  @CsvSource({"pt-BR, me chama na segunda", "en, 'I can''t now, call me on Monday'"})
  void unless_they_ask_to_be_written_to(String language, String text) {
    assertThat(AtQuestion.of("graduates", language, "free_from").says(text).agenda())
        .containsExactly(new Appointment(Script.FOLLOW_UP, Instant.parse("2026-11-30T09:00:00Z")));
  }
}
