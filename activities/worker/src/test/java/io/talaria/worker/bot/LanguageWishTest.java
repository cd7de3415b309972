package io.talaria.worker.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.port.Proposal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageWishTest {
  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          best_subject | pt-BR | Português                       |
          best_subject | pt-BR | português                       |
          best_subject | pt-BR | Inglês                          |
          best_subject | pt-BR | espanhol                        |
          best_subject | pt-BR | falar inglês                    |
          best_subject | pt-BR | prefiro inglês                  |
          best_subject | pt-BR | inglês e português              |
          best_subject | pt-BR | escrever em português           |
          best_subject | es    | inglés                          |
          best_subject | es    | Español                         |
          best_subject | es    | portugués                       |
          best_subject | en    | English                         |
          best_subject | en    | Spanish                         |
          course       | pt-BR | Letras, português e inglês      |
          course       | en    | I speak English                 |
          best_subject | pt-BR | english                         | en
          best_subject | pt-BR | English please                  | en
          best_subject | pt-BR | inglês, por favor               | en
          best_subject | pt-BR | em inglês                       | en
          best_subject | pt-BR | fala inglês?                    | en
          best_subject | pt-BR | podemos falar em inglês?        | en
          best_subject | pt-BR | do you speak English?           | en
          best_subject | pt-BR | en español por favor            | es
          best_subject | pt-BR | español                         | es
          best_subject | en    | em português                    | pt-BR
          best_subject | en    | can we continue in Portuguese?  | pt-BR
          best_subject | en    | português                       | pt-BR
          best_subject | es    | hablas inglés?                  | en
          routine      | pt-BR | inglês                          | en
          routine      | pt-BR | quero inglês                    | en
          routine      | en    | Spanish                         | es
          """)
  void a_language_is_asked_for_or_is_an_answer(
      String question, String language, String text, String asked) {
    Proposal proposal = AtQuestion.of("graduates", language, question).says(text);
    if (asked == null) {
      assertThat(proposal.answers()).containsEntry(question, text);
      assertThat(proposal.language()).isEqualTo(language);
    } else {
      assertThat(proposal.language()).isEqualTo(asked);
      assertThat(proposal.step()).isEqualTo(question);
      assertThat(proposal.answers()).isEmpty();
    }
  }

  @Test
  void the_same_word_again_is_the_answer_in_the_language_that_it_named() {
    assertThat(AtQuestion.of("graduates", "pt-BR", "course").says("english").language())
        .isEqualTo("en");
    assertThat(AtQuestion.of("graduates", "en", "course").says("english").answers())
        .containsEntry("course", "english");
  }

  @Test
  void who_names_the_spoken_language_again_and_again_is_seen_by_a_person() {
    Proposal first = AtQuestion.of("graduates", "pt-BR", "routine").says("português");
    assertThat(first.messages().getFirst().body()).startsWith("Continuamos em português");
    assertThat(first.misses()).isEqualTo(1);
    Proposal second = AtQuestion.of("graduates", "pt-BR", "routine").after(1).says("português");
    assertThat(second.needsHuman()).isEqualTo("not_understood");
  }

  @Test
  void a_tapped_choice_that_is_called_like_a_language_is_an_answer() {
    AtQuestion routine =
        AtQuestion.of(
            "graduates",
            "pt-BR",
            "routine",
            yaml ->
                yaml.replace(
                    "title: {en: At a desk, pt-BR: No computador, es: En el escritorio}",
                    "title: {en: English, pt-BR: Inglês, es: Inglés}"));

    assertThat(routine.taps("routine:desk", "Inglês").answers()).containsEntry("routine", "desk");
    assertThat(routine.says("Inglês").answers()).containsEntry("routine", "desk");
  }
}
