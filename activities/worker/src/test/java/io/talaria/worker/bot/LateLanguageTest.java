package io.talaria.worker.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.journal.definition.Published;
import io.talaria.journey.MessageReceived;
import io.talaria.port.Proposal;
import io.talaria.port.Turn;
import io.talaria.port.Turn.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
    AtQuestion at = AtQuestion.of("tech-hiring", "pt-BR", "role");
    List<MessageReceived> messages = Arrays.stream(texts).map(AtQuestion::text).toList();
    var turn =
        new Turn(
            UUID.randomUUID(),
            UUID.randomUUID(),
            UUID.randomUUID(),
            "key",
            Reason.MESSAGES,
            "tech-hiring",
            1,
            "pt-BR",
            "initial_contact",
            "role",
            1,
            Map.of(),
            messages,
            0,
            true);
    var published = new Published(at.definition(), 1, 0);
    var lookups = new FakeLookups();
    return SpokenLanguage.answer(
        published, turn, lookups, heard -> Script.propose(published, heard, lookups));
  }
}
