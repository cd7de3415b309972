package io.talaria.console.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextArea;
import io.talaria.console.ConsoleTest;
import io.talaria.console.desk.DeskAnswer.Away;
import io.talaria.console.desk.DeskAnswer.Gone;
import io.talaria.console.desk.DeskAnswer.Refused;
import io.talaria.journal.SampleJournal.Candidate;
import io.talaria.journal.takeover.RequestedTakeovers;
import io.talaria.journey.Refusal;
import io.talaria.journey.SettleSend;
import io.talaria.journey.TakeOver;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class TakeoverTest extends ConsoleTest {
  private static final String RECEIPT =
      "{\"stoppedAt\":\"AT\",\"inFlight\":[],\"uncertain\":[\"k\"],\"dropped\":[]}";
  @Autowired RequestedTakeovers takeovers;
  Candidate ana;

  @BeforeEach
  void ana() {
    ana = journal.candidate("Ana Souza").says("Prefiro uma pessoa", minutes(3));
  }

  @Test
  void t_raises_the_brake_and_asks_the_journey_with_its_epoch() {
    signInAsRecruiter();
    goTo("inbox/" + ana.id);
    assertThat(page()).contains("The bot answers here. Press T to take over");
    key("t");
    assertThat(desk.asked)
        .singleElement()
        .isInstanceOfSatisfying(
            TakeOver.class,
            asked -> {
              assertThat(asked.epoch()).isEqualTo(1);
              assertThat(asked.operatorName()).isEqualTo("Rafael Lima");
              assertThat(asked.reason()).isNull();
            });
  }

  @Test
  void a_takeover_whose_answer_came_is_not_asked_for_again_by_the_gateway() {
    desk.meanwhile(this::journalHasIt);
    signInAsRecruiter();
    goTo("inbox/" + ana.id);
    key("t");
    assertThat(takeovers.olderThan(Duration.ZERO, 9)).isEmpty();
  }

  @Test
  void a_takeover_whose_answer_did_not_come_is_asked_for_again_also_where_the_journal_has_it() {
    desk.meanwhile(this::journalHasIt);
    desk.answer(new Away<>());
    signInAsRecruiter();
    goTo("inbox/" + ana.id);
    key("t");
    assertThat(takeovers.olderThan(Duration.ZERO, 9)).hasSize(1);
  }

  private void journalHasIt() {
    jdbc.sql("update takeover set state = 'HELD', held_at = now()").update();
  }

  @Test
  void the_receipt_names_what_is_open_and_the_reason_is_asked_afterwards() {
    ana.heldBy(rafael, minutes(1), null, RECEIPT);
    signInAsRecruiter();
    goTo("inbox/" + ana.id);
    assertThat(page())
        .contains("You took over. Bot stopped at")
        .contains("0 messages in flight · 1 uncertain")
        .contains("Why did you take over?");
  }

  @Test
  void without_the_engine_the_bot_is_silent_and_the_page_says_so() {
    desk.answer(new Away<>());
    signInAsRecruiter();
    goTo("inbox/" + ana.id);
    key("t");
    assertThat(page())
        .contains("Bot is stopped (brake raised at")
        .contains("Talaria completes the takeover when the engine is back");
    assertThat(holder()).isEqualTo(rafael);
  }

  @Test
  void a_refusal_lowers_the_brake_and_is_a_sentence() {
    desk.answer(new Refused<>(Refusal.ENDED, "This journey has ended.", null));
    signInAsRecruiter();
    goTo("inbox/" + ana.id);
    key("t");
    assertThat(told()).containsExactly("This journey has ended");
    assertThat(holder()).isNull();
  }

  @Test
  void a_run_that_was_lost_is_called_back_while_the_bot_stays_silent() {
    desk.answer(new Gone<>());
    signInAsRecruiter();
    goTo("inbox/" + ana.id);
    key("t");
    assertThat(told()).isEmpty();
    assertThat(page()).contains("Bot is stopped (brake raised at");
    assertThat(holder()).isEqualTo(rafael);
    assertThat(states()).containsExactly("REQUESTED");
    assertThat(jdbc.sql("select count(*) from run_wanted").query(Long.class).single()).isOne();
  }

  @Test
  void t_again_asks_for_the_same_takeover() {
    desk.answer(new Away<>());
    signInAsRecruiter();
    goTo("inbox/" + ana.id);
    key("t");
    key("t");
    assertThat(desk.asked)
        .hasSize(2)
        .allSatisfy(asked -> assertThat(asked).isEqualTo(desk.asked.getFirst()));
    assertThat(states()).containsExactly("REQUESTED");
  }

  private java.util.List<String> states() {
    return jdbc.sql("select state from takeover where candidate_id = ?")
        .param(ana.id)
        .query(String.class)
        .list();
  }

  @Test
  void a_second_recruiter_hears_who_has_it() {
    ana.heldBy(camila, minutes(1), null, RECEIPT);
    signInAsRecruiter();
    goTo("inbox/" + ana.id);
    key("t");
    assertThat(told().getFirst()).startsWith("Camila Prado has it since");
    assertThat(desk.asked).isEmpty();
    assertThat(page()).doesNotContain("Take from");
  }

  @Test
  void a_lead_takes_it_from_its_holder_with_a_reason_only() {
    ana.heldBy(rafael, minutes(1), null, RECEIPT);
    signInAsLead();
    goTo("inbox/" + ana.id);
    key("t");
    click("Take over");
    assertThat(page()).contains("Taking it from its holder needs a reason");
    assertThat(desk.asked).isEmpty();
    $(TextArea.class, $(Dialog.class).single()).single().setValue("Rafael is on holiday");
    click("Take over");
    assertThat(desk.asked)
        .singleElement()
        .isInstanceOfSatisfying(
            TakeOver.class,
            asked -> {
              assertThat(asked.fromHolder()).isTrue();
              assertThat(asked.reason()).isEqualTo("Rafael is on holiday");
            });
  }

  @Test
  void an_uncertain_send_has_its_three_choices() {
    ana.bot("Sexta às 14h?", minutes(2), "UNCERTAIN", null);
    signInAsRecruiter();
    goTo("inbox/" + ana.id);
    assertThat(page()).contains("No answer from WhatsApp: Ana may or may not have this");
    click("It arrived");
    assertThat(desk.asked)
        .singleElement()
        .isInstanceOfSatisfying(
            SettleSend.class,
            asked -> {
              assertThat(asked.key()).isEqualTo(ana.newestKey());
              assertThat(asked.choice()).isEqualTo(SettleSend.Choice.ARRIVED);
            });
  }

  private Object holder() {
    return jdbc.sql("select holder_id from brake where candidate_id = ?")
        .param(ana.id)
        .query()
        .singleRow()
        .get("holder_id");
  }
}
