package io.talaria.worker.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.port.Proposal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Graduates are asked what they would like to do; whoever doesn't know is helped. */
class UnsureTest {
  @ParameterizedTest
  @CsvSource({
    "pt-BR, não sei",
    "pt-BR, não faço ideia",
    "pt-BR, Não faço a menor ideia ainda",
    "pt-BR, ainda não decidi",
    "pt-BR, sei lá",
    "pt-BR, estou em dúvida",
    "es, no tengo idea",
    "es, aún no lo sé",
    "es, no he decidido todavía",
    "en, no idea",
    "en, I'm not sure",
    "en, I haven't decided",
    "en, no clue"
  })
  void who_does_not_know_yet_is_asked_easier_questions(String language, String text) {
    Proposal proposal = AtQuestion.of("graduates", language, "field").says(text);

    assertThat(proposal.answers()).isEmpty();
    assertThat(proposal.step()).isEqualTo("interests");
  }

  @ParameterizedTest
  @CsvSource({
    "pt-BR, decidi trabalhar com vendas",
    "pt-BR, ideias novas e design",
    "es, tengo idea de ser maestra",
    "en, sure: sales in a shop",
    "en, design of clues for games"
  })
  void who_does_know_has_answered(String language, String text) {
    assertThat(AtQuestion.of("graduates", language, "field").says(text).answers())
        .containsEntry("field", text);
  }
}
