package io.talaria.console.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.console.ConsoleTest;
import io.talaria.journey.CandidateMarked;
import org.junit.jupiter.api.Test;

class RiskNoteTest extends ConsoleTest {
  @Test
  void the_card_tells_the_score_its_parts_in_words_and_how_it_was() {
    var ana =
        journal
            .candidate("Ana Souza")
            .says("oi", java.time.Duration.ofHours(20))
            .risk(
                0.44,
                "[{\"factor\":\"silence\",\"weight\":0.4,\"value\":0.8,\"contribution\":0.32},"
                    + "{\"factor\":\"window_closing\",\"weight\":0.1,\"value\":1.0,\"contribution\":0.1}]")
            .journey("high_value = true");
    signInAsRecruiter();
    goTo("inbox/" + ana.id);
    assertThat(page())
        .contains("0.44 medium")
        .contains("Silence, against their own rhythm", "+0.32")
        .contains("24-hour window closing", "+0.10")
        .contains("high value")
        .contains("0.44 since");
  }

  @Test
  void the_history_tells_where_the_score_became_another_one() {
    var ana = journal.candidate("Ana Souza").says("oi", java.time.Duration.ofHours(20));
    for (double risk : new double[] {0.2, 0.5, 0.501, 0.5, 0.1}) {
      ana.risk(risk, "[]");
    }
    signInAsRecruiter();
    goTo("inbox/" + ana.id);
    assertThat(page()).containsOnlyOnce("0.50 since").contains("0.20 since", "0.10 since");
  }

  @Test
  void somebody_of_the_team_may_mark_a_candidate_and_take_it_back() {
    var ana = journal.candidate("Ana Souza").says("oi", java.time.Duration.ofHours(2));
    signInAsRecruiter();
    goTo("inbox/" + ana.id);
    click("Mark as high value");
    assertThat(desk.asked)
        .singleElement()
        .isInstanceOfSatisfying(
            CandidateMarked.class,
            marked -> {
              assertThat(marked.highValue()).isTrue();
              assertThat(marked.operatorId()).isEqualTo(rafael);
            });
  }

  @Test
  void what_a_candidate_asked_for_stands_in_the_conversation() {
    var ana =
        journal
            .candidate("Ana Souza")
            .says("quero revisão humana", java.time.Duration.ofMinutes(9))
            .event(
                "ObjectionRaised",
                java.time.Duration.ofMinutes(8),
                "\"messageId\":\"00000000-0000-0000-0000-000000000009\"")
            .event(
                "CandidateOptedOut",
                java.time.Duration.ofMinutes(7),
                "\"messageId\":\"00000000-0000-0000-0000-000000000009\"");
    signInAsRecruiter();
    goTo("inbox/" + ana.id);
    assertThat(page())
        .contains("Objected to automated decisions at", "Asked at", "for no more messages");
  }
}
