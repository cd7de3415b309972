package io.talaria.console.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextArea;
import io.talaria.console.ConsoleTest;
import io.talaria.console.desk.DeskAnswer.Away;
import io.talaria.console.desk.DeskAnswer.Refused;
import io.talaria.journal.SampleJournal.Candidate;
import io.talaria.journey.Refusal;
import io.talaria.journey.ReviewDecision;
import io.talaria.journey.ReviewDecision.Choice;
import io.talaria.port.Outbound;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A proposal of the bot waits for a recruiter: in the queue, and in the conversation. */
class ReviewingTest extends ConsoleTest {
  private static final String RECEIPT =
      "{\"stoppedAt\":\"AT\",\"inFlight\":[],\"uncertain\":[],\"dropped\":[]}";
  private static final List<Outbound.Choice> CHOICES =
      List.of(new Outbound.Choice("remote", "Remoto"), new Outbound.Choice("office", "Presencial"));
  Candidate ana;

  @BeforeEach
  void ana() {
    ana = journal.candidate("Ana Souza").says("Quanto paga?", minutes(3));
  }

  private void proposes(String words) {
    ana.proposes(new Outbound.Buttons(words, CHOICES), minutes(2));
    signInAsRecruiter();
    goTo("inbox/" + ana.id);
  }

  private ReviewDecision asked() {
    assertThat(desk.asked).singleElement().isInstanceOf(ReviewDecision.class);
    return (ReviewDecision) desk.asked.getFirst();
  }

  private boolean enabled(String label) {
    return $(Button.class).all().stream()
        .filter(button -> button.getText().equals(label))
        .anyMatch(Button::isEnabled);
  }

  @Test
  void the_queue_has_a_tab_with_its_number() {
    journal.candidate("Bia").says("oi", minutes(5));
    proposes("Onde prefere trabalhar?");
    goTo("inbox?tab=review");
    assertThat(page()).contains("Review 1");
    key("5");
    assertThat(page()).contains("Review 1");
  }

  @Test
  void the_proposal_says_why_it_waits_until_when_and_what_becomes_of_it() {
    proposes("Onde prefere trabalhar?");
    assertThat(page())
        .contains("Waits for review")
        .contains("The bot is 0.55 sure, less than 0.70")
        .contains("Onde prefere trabalhar?")
        .contains("Remoto Presencial")
        .contains("else it leaves as it is")
        .contains("initial_contact › free answer");
  }

  @Test
  void y_approves_what_is_shown_once_and_the_buttons_rest_meanwhile() {
    proposes("Onde prefere trabalhar?");
    key("y");
    assertThat(asked().choice()).isEqualTo(Choice.APPROVE);
    assertThat(asked().version()).isEqualTo(1);
    assertThat(asked().texts()).containsExactly("Onde prefere trabalhar?");
    assertThat(asked().operatorName()).isEqualTo("Rafael Lima");
    assertThat(enabled("Approve")).isFalse();
    key("y");
    assertThat(desk.asked).hasSize(1);
  }

  @Test
  void e_edits_in_place_with_a_count_and_one_button_that_sends() {
    proposes("Onde prefere trabalhar?");
    key("e");
    TextArea field = $(TextArea.class, $(ProposedReply.class).single()).single();
    assertThat(field.getValue()).isEqualTo("Onde prefere trabalhar?");
    assertThat(page()).contains("23 / 1,024");
    field.setValue("x".repeat(1025));
    assertThat(page()).contains("1,025");
    assertThat(enabled("Send it so")).isFalse();
    field.setValue("Remoto ou presencial?");
    click("Send it so");
    assertThat(asked().choice()).isEqualTo(Choice.EDIT);
    assertThat(asked().texts()).containsExactly("Remoto ou presencial?");
  }

  @Test
  void what_is_being_edited_stays_when_the_page_is_drawn_again() {
    proposes("Onde prefere trabalhar?");
    key("e");
    $(TextArea.class, $(ProposedReply.class).single()).single().setValue("Meio escrito");
    ana.says("alô?", minutes(0));
    ((InboxView) getCurrentView())
        .changed(com.vaadin.flow.component.UI.getCurrent(), java.util.Set.of(ana.id));
    settle();
    assertThat($(TextArea.class, $(ProposedReply.class).single()).single().getValue())
        .isEqualTo("Meio escrito");
  }

  @Test
  void n_asks_for_a_reason_before_it_rejects() {
    proposes("Onde prefere trabalhar?");
    key("n");
    $(Button.class, $(Dialog.class).single()).all().stream()
        .filter(button -> button.getText().equals("Reject"))
        .forEach(Button::click);
    assertThat(page()).contains("A rejection needs a reason");
    assertThat(desk.asked).isEmpty();
    $(TextArea.class, $(Dialog.class).single()).single().setValue("Já respondeu");
    $(Button.class, $(Dialog.class).single()).all().stream()
        .filter(button -> button.getText().equals("Reject"))
        .forEach(Button::click);
    assertThat(asked().choice()).isEqualTo(Choice.REJECT);
    assertThat(asked().note()).isEqualTo("Já respondeu");
  }

  @Test
  void without_the_engine_the_same_request_is_asked_again() {
    desk.answer(new Away<>());
    proposes("Onde prefere trabalhar?");
    key("y");
    assertThat(page()).contains("Talaria's engine does not answer. Try again in a moment");
    assertThat(enabled("Approve")).isTrue();
    key("y");
    assertThat(desk.asked).hasSize(2);
    assertThat(desk.asked.getFirst()).isEqualTo(desk.asked.getLast());
  }

  @Test
  void who_comes_second_hears_who_decided() {
    ana.event(
        "ReviewDecided",
        minutes(1),
        "\"version\":1,\"fate\":\"APPROVED\",\"operatorName\":\"Camila Prado\"");
    desk.answer(new Refused<>(Refusal.OUTDATED, "Already decided by Camila Prado at …", null));
    proposes("Onde prefere trabalhar?");
    key("y");
    assertThat($(ProposedReply.class).single().getElement().getTextRecursively())
        .contains("Camila Prado approved the bot's reply ");
  }

  @Test
  void a_colleagues_conversation_shows_no_buttons() {
    ana.heldBy(camila, minutes(1), null, RECEIPT);
    proposes("Onde prefere trabalhar?");
    assertThat(page()).contains("Waits for review").doesNotContain("Approve");
    key("y");
    assertThat(desk.asked).isEmpty();
  }

  @Test
  void why_tells_who_edited_it_and_what_the_bot_had_proposed() {
    ana.reviewed("Remoto ou presencial?", "Onde prefere trabalhar?", "Camila Prado", minutes(1));
    signInAsRecruiter();
    goTo("inbox/" + ana.id);
    assertThat(page())
        .contains("Camila Prado edited it at")
        .contains("The bot had proposed Onde prefere trabalhar?");
  }
}
