package io.talaria.console.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.console.ConsoleTest;
import io.talaria.console.desk.DeskAnswer.Away;
import io.talaria.console.desk.DeskAnswer.Done;
import io.talaria.console.desk.DeskAnswer.Refused;
import io.talaria.journal.SampleJournal.Candidate;
import io.talaria.journey.AcknowledgeAlert;
import io.talaria.journey.Acknowledgement;
import io.talaria.journey.Refusal;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What the team was told of stands over the conversation until somebody sees to it. */
class AcknowledgeTest extends ConsoleTest {
  private Candidate called(Acknowledgement seenTo) {
    Candidate ana = journal.candidate("Ana Souza").says("Prefiro uma pessoa", minutes(3));
    ana.needsPerson(minutes(3), seenTo);
    signInAsRecruiter();
    goTo("inbox/" + ana.id);
    return ana;
  }

  private AcknowledgeAlert asked(int n) {
    return (AcknowledgeAlert) desk.asked.get(n);
  }

  @Test
  void it_says_what_it_is_and_when_more_people_are_told_and_c_sees_to_it() {
    called(null);
    assertThat(page()).contains("Needs a person", "the leads are told");

    key("c");

    assertThat(desk.asked).singleElement().isInstanceOf(AcknowledgeAlert.class);
    assertThat(asked(0).operatorId()).isEqualTo(rafael);
    assertThat(asked(0).operatorName()).isEqualTo("Rafael Lima");
    assertThat(told()).isEmpty();
  }

  @Test
  void a_click_that_got_no_answer_is_the_same_request_when_it_is_clicked_again() {
    called(null);
    desk.answer(new Away<>());
    click("Acknowledge");
    click("Acknowledge");
    assertThat(desk.asked).hasSize(2);
    assertThat(asked(1).requestId()).isEqualTo(asked(0).requestId());
  }

  @Test
  void who_comes_second_hears_who_was_first() {
    called(null);
    desk.answer(new Done<>(new Acknowledgement(camila, "Camila Prado", Instant.now())));
    click("Acknowledge");
    assertThat(told().getFirst()).startsWith("Camila Prado acknowledged it already, at");
  }

  @Test
  void what_somebody_sees_to_names_them_and_asks_nothing_more() {
    called(new Acknowledgement(camila, "Camila Prado", Instant.now()));
    assertThat(page()).contains("Camila Prado acknowledged it at").doesNotContain("Nobody has");

    key("c");

    assertThat(desk.asked).isEmpty();
    assertThat(told().getFirst()).startsWith("Camila Prado acknowledged it already, at");
  }

  @Test
  void where_nothing_was_told_the_key_says_so() {
    Candidate ana = journal.candidate("Ana Souza").says("oi", minutes(3));
    signInAsRecruiter();
    goTo("inbox/" + ana.id);

    key("c");

    assertThat(desk.asked).isEmpty();
    assertThat(told().getFirst()).startsWith("Nothing here waits");
  }

  @Test
  void what_was_over_by_then_is_said_in_the_readers_words() {
    called(null);
    desk.answer(new Refused<>(Refusal.NOTHING_TOLD, "over", null));
    click("Acknowledge");
    assertThat(told().getFirst()).startsWith("What the team was told of is over");
  }

  @Test
  void it_stands_in_the_transcript_who_acknowledged() {
    Candidate ana = journal.candidate("Ana Souza").says("oi", minutes(3));
    ana.event(
        "AlertAcknowledged",
        minutes(1),
        "\"operatorId\":\"%s\",\"operatorName\":\"Camila Prado\",\"about\":[\"NEEDS_HUMAN\"]"
            .formatted(camila));
    signInAsRecruiter();
    goTo("inbox/" + ana.id);
    assertThat(page()).contains("Acknowledged by Camila Prado, ");
  }
}
