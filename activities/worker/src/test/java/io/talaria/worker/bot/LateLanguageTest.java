package io.talaria.worker.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.journey.MessageReceived;
import io.talaria.port.Proposal;
import io.talaria.port.Turn;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LateLanguageTest {
  @Test
  void what_was_read_in_the_wrong_language_is_no_miss() {
    Proposal proposal =
        propose("hola, busco un trabajo de oficina", "quiero trabajar cerca de mi casa");

    assertThat(proposal.language()).isEqualTo("es");
    assertThat(proposal.misses()).isOne();
    assertThat(proposal.needsHuman()).isNull();
  }

  @Test
  void in_the_language_that_is_spoken_already_it_is_one() {
    assertThat(propose("quero um trabalho bom", "perto da minha casa, por favor").needsHuman())
        .isEqualTo("not_understood");
  }

  private static Proposal propose(String... texts) {
    AtQuestion at = AtQuestion.of("tech-hiring", "pt-BR", "role").after(1);
    Turn turn = at.turn(Arrays.stream(texts).map(AtQuestion::text).toArray(MessageReceived[]::new));
    var lookups = new FakeLookups();
    return SpokenLanguage.answer(
        at.published(), turn, lookups, heard -> Script.propose(at.published(), heard, lookups));
  }
}
