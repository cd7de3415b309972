package io.talaria.worker.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.journey.MessageReceived;
import io.talaria.journey.MessageReceived.Kind;
import io.talaria.port.Bot;
import io.talaria.port.Proposal;
import io.talaria.port.Turn;
import io.talaria.port.Turn.Reason;
import io.talaria.port.TurnKey;
import io.talaria.worker.World;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Speaks with a candidate in the language in which they write. */
class SpokenLanguageTest extends World {
  private static final String SPANISH = "Hola, vi el anuncio y me interesa el trabajo";

  @Autowired Bot bot;

  @Test
  void clear_first_words_choose_the_greetings_language_whatever_the_country() {
    Ana ana = ana();
    Proposal proposal = bot.propose(turn(ana, says(ana.candidate(), SPANISH), SPANISH, null));

    assertThat(proposal.language()).isEqualTo("es");
    assertThat(proposal.messages().getFirst().body())
        .contains("asistente automatizado")
        .doesNotContain("Seguimos en español");
  }

  @Test
  void unclear_first_words_leave_the_countrys_language() {
    Ana ana = ana();
    Proposal proposal = bot.propose(turn(ana, says(ana.candidate(), "hola"), "hola", null));
    assertThat(proposal.language()).isEqualTo("pt-BR");
  }

  @Test
  void one_message_in_another_language_changes_nothing_and_two_in_a_row_do() {
    Ana ana = ana();
    Proposal first = bot.propose(turn(ana, says(ana.candidate(), SPANISH), SPANISH, "bug"));
    assertThat(first.language()).isEqualTo("pt-BR");

    String again = "Prefiero hablar de otra cosa, no me gusta este tema";
    Proposal second = bot.propose(turn(ana, says(ana.candidate(), again), again, "bug"));
    assertThat(second.language()).isEqualTo("es");
    assertThat(second.messages().getFirst().body())
        .startsWith("Seguimos en español. For English write *english*");
    assertThat(second.decision().rule()).endsWith("heard es");
    assertThat(bot.propose(turn(ana, lastId(ana), again, "bug")).messages())
        .isEqualTo(second.messages());
  }

  @Test
  void a_word_that_names_a_language_wins() {
    Ana ana = ana();
    says(ana.candidate(), SPANISH);
    Proposal proposal = bot.propose(turn(ana, says(ana.candidate(), "english"), "english", "bug"));
    assertThat(proposal.language()).isEqualTo("en");
  }

  private UUID lastId(Ana ana) {
    return column(
        UUID.class,
        "select id from message where candidate_id = :id order by seq desc limit 1",
        ana.candidate());
  }

  private Turn turn(Ana ana, UUID message, String text, String step) {
    long seq = column(Long.class, "select seq from message where id = :id", message);
    return new Turn(
        ACCOUNT,
        ana.candidate(),
        ana.journey().journeyId(),
        TurnKey.ofMessage(message),
        Reason.MESSAGES,
        "tech-hiring",
        ana.journey().plan().number(),
        "pt-BR",
        step == null ? "initial_contact" : "technical_challenge",
        step,
        0,
        Map.of(),
        List.of(new MessageReceived(message, seq, Instant.now(), Kind.TEXT, text, null, NUMBER)),
        0,
        step != null);
  }
}
