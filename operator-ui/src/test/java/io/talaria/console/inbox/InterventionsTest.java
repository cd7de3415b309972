package io.talaria.console.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import io.talaria.console.ConsoleTest;
import io.talaria.console.desk.DeskAnswer.Done;
import io.talaria.console.desk.DeskAnswer.Gone;
import io.talaria.console.desk.DeskAnswer.Lost;
import io.talaria.console.desk.DeskAnswer.Refused;
import io.talaria.journal.SampleJournal.Candidate;
import io.talaria.journal.operator.Operator;
import io.talaria.journey.CancelScheduled;
import io.talaria.journey.HandBack;
import io.talaria.journey.HandBack.Outcome;
import io.talaria.journey.HandOver;
import io.talaria.journey.KeepHold;
import io.talaria.journey.ProactiveMessage;
import io.talaria.journey.Recollection;
import io.talaria.journey.Refusal;
import io.talaria.journey.ScheduleReply;
import io.talaria.journey.Scheduled;
import io.talaria.port.Outbound;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Hand-back with its outcome, hand-over, writing beside the bot, scheduled replies. */
class InterventionsTest extends ConsoleTest {
  private static final String RECEIPT =
      "{\"stoppedAt\":\"AT\",\"inFlight\":[],\"uncertain\":[],\"dropped\":[]}";
  @Autowired Requests requests;
  @Autowired io.talaria.console.login.CurrentOperator operator;
  @Autowired io.talaria.journal.Sealed sealed;
  Candidate ana;

  @BeforeEach
  void ana() {
    ana = journal.candidate("Ana Souza").says("Prefiro uma pessoa", minutes(3));
  }

  private UUID rafaelHolds() {
    UUID takeover = ana.heldBy(rafael, minutes(1), "asks", RECEIPT);
    signInAsRecruiter();
    goTo("inbox/" + ana.id);
    return takeover;
  }

  private void waits(UUID writer, String name, String text, String problem) {
    var one =
        new Scheduled(
            UUID.randomUUID(),
            writer,
            name,
            new Outbound.Text(text),
            Instant.now().plusSeconds(7200),
            0,
            problem);
    ana.journey("sealed_scheduled = ?", (Object) sealed.json(ana.id, List.of(one)));
  }

  @SuppressWarnings("unchecked")
  private <T> T asked(Class<T> type) {
    assertThat(desk.asked).singleElement().isInstanceOf(type);
    return (T) desk.asked.getFirst();
  }

  @Test
  void h_hands_back_with_what_it_came_to() {
    waits(rafael, "Rafael Lima", "Até já", null);
    UUID takeover = rafaelHolds();
    key("h");
    var dialog = $(Dialog.class).single();
    $(RadioButtonGroup.class, dialog).single().setValue(Outcome.RESOLVED);
    $(TextArea.class, dialog).all().getFirst().setValue("Knows the date now");
    $(TextArea.class, dialog).all().getLast().setValue("Call on Friday");
    assertThat(page()).contains("Keep what is scheduled (1)");
    $(Checkbox.class, dialog).single().setValue(false);
    $(com.vaadin.flow.component.button.Button.class, dialog).all().getLast().click();
    settle();
    var back = asked(HandBack.class);
    assertThat(back.summary()).isEqualTo("Knows the date now");
    assertThat(back.notes()).isEqualTo("Call on Friday");
    assertThat(back.outcome()).isEqualTo(Outcome.RESOLVED);
    assertThat(back.dropScheduled()).isTrue();
    assertThat(back.takeover()).isEqualTo(takeover);
  }

  @Test
  void who_hands_an_older_hold_back_hears_that_there_is_a_newer_one() {
    rafaelHolds();
    desk.answer(new Refused<>(Refusal.NEWER_HOLD, "Rafael has it", null));
    key("h");
    $(com.vaadin.flow.component.button.Button.class, $(Dialog.class).single())
        .all()
        .getLast()
        .click();
    settle();
    assertThat(told().getFirst()).contains("taken this conversation over again since");
  }

  @Test
  @SuppressWarnings("unchecked")
  void a_hands_over_to_a_colleague_with_a_note() {
    rafaelHolds();
    key("a");
    var dialog = $(Dialog.class).single();
    Select<Operator> select = $(Select.class, dialog).single();
    $(com.vaadin.flow.component.button.Button.class, dialog).all().getLast().click();
    settle();
    assertThat(page()).contains("Choose who gets it");
    select.setValue(
        select.getListDataView().getItems().filter(o -> o.id().equals(camila)).findFirst().get());
    $(TextArea.class, dialog).single().setValue("Your field");
    $(com.vaadin.flow.component.button.Button.class, dialog).all().getLast().click();
    settle();
    var over = asked(HandOver.class);
    assertThat(over.fromOperatorId()).isEqualTo(rafael);
    assertThat(over.toOperatorId()).isEqualTo(camila);
    assertThat(over.note()).isEqualTo("Your field");
    assertThat(over.lead()).isFalse();
  }

  @Test
  void what_somebody_else_holds_is_given_by_a_lead_only() {
    ana.heldBy(camila, minutes(1), null, RECEIPT);
    signInAsRecruiter();
    goTo("inbox/" + ana.id);
    key("a");
    assertThat($(Dialog.class).all()).isEmpty();
    assertThat(told().getFirst()).startsWith("You don't have this conversation");
  }

  @Test
  void a_hand_over_and_what_a_hand_back_came_to_stand_in_the_conversation() {
    UUID first = ana.heldBy(rafael, minutes(9), null, RECEIPT);
    jdbc.sql(
            "update takeover set state = 'RETURNED', returned_at = now(),"
                + " returned_by = 'handover:x' where id = ?")
        .param(first)
        .update();
    jdbc.sql(
            "insert into takeover (id, account_id, candidate_id, journey_id, operator_id, epoch,"
                + " reason, state, held_at, passed_from, returned_at, returned_by, outcome, notes)"
                + " select gen_random_uuid(), account_id, candidate_id, journey_id, ?, 1,"
                + " 'your field', 'RETURNED', now(), id, now(), 'handback:y', 'NO_ANSWER',"
                + " 'tried twice' from takeover where id = ?")
        .params(camila, first)
        .update();
    signInAsRecruiter();
    goTo("inbox/" + ana.id);
    assertThat(page())
        .contains("Rafael Lima handed over to Camila Prado at")
        .contains("Note: your field")
        .contains("Camila Prado handed back to the bot")
        .contains("Came of it: No answer")
        .contains("Notes: tried twice")
        .doesNotContain("You handed back");
  }

  @Test
  void a_silent_owner_is_told_here_and_says_that_they_are_at_it() {
    ana.heldBy(rafael, minutes(110), "asks", RECEIPT);
    ana.journey(
        "owner_warned_at = now(), returns_at = now() + interval '10 minutes',"
            + " waiting_since = now() - interval '110 minutes'");
    signInAsRecruiter();
    goTo("inbox/" + ana.id);
    assertThat(page()).contains("unless you act: the candidate waits");
    click("I’m on it");
    assertThat(asked(KeepHold.class).operatorId()).isEqualTo(rafael);
  }

  @Test
  void a_recruiter_writes_beside_the_bot_without_taking_over() {
    signInAsRecruiter();
    goTo("inbox/" + ana.id);
    click("Write without taking over");
    settle();
    assertThat(page()).contains("Beside the bot");
    $(TextArea.class).single().setValue("Estou por aqui");
    click("Send");
    assertThat(asked(ProactiveMessage.class).content().body()).isEqualTo("Estou por aqui");
  }

  @Test
  void a_reply_is_scheduled_by_the_readers_clock() {
    rafaelHolds();
    $(TextArea.class).single().setValue("Bom dia, Ana");
    $(com.vaadin.flow.component.button.Button.class).all().stream()
        .filter(b -> "Send at a time".equals(b.getElement().getAttribute("aria-label")))
        .findFirst()
        .orElseThrow()
        .click();
    settle();
    var dialog = $(Dialog.class).single();
    $(DateTimePicker.class, dialog).single().setValue(LocalDateTime.now().minusMinutes(1));
    click("Schedule");
    assertThat(page()).contains("Choose a time ahead");
    var at = LocalDateTime.now().plusHours(3).withSecond(0).withNano(0);
    $(DateTimePicker.class, dialog).single().setValue(at);
    click("Schedule");
    var later = asked(ScheduleReply.class);
    assertThat(later.content().body()).isEqualTo("Bom dia, Ana");
    assertThat(later.at()).isEqualTo(at.atZone(java.time.ZoneId.systemDefault()).toInstant());
    assertThat(later.replaces()).isNull();
  }

  @Test
  void what_waits_is_listed_and_cancelled() {
    waits(rafael, "Rafael Lima", "Até amanhã", null);
    rafaelHolds();
    assertThat(page()).contains("Leaves ").contains("Até amanhã");
    click("Cancel");
    assertThat(asked(CancelScheduled.class).operatorId()).isEqualTo(rafael);
  }

  @Test
  void what_did_not_leave_says_why_and_a_colleagues_is_not_mine_to_change() {
    waits(camila, "Camila Prado", "Até amanhã", "send.refused.window");
    signInAsRecruiter();
    goTo("inbox/" + ana.id);
    assertThat(page())
        .contains("Did not leave: more than 24 hours since the candidate wrote")
        .contains("Camila Prado")
        .doesNotContain("Change");
  }

  @Test
  void a_request_whose_run_has_ended_is_answered_from_the_journal() {
    UUID request = UUID.randomUUID();
    answered(
        request, "{'requestId':'%s','reply':{'key':'k','standing':'SENT'}}".formatted(request));
    desk.answer(new Gone<>());
    signInAsRecruiter();
    var me = operator.get();
    assertThat(requests.reply(me, ana.id, request, new Outbound.Text("oi")))
        .isInstanceOfSatisfying(
            Done.class,
            done ->
                assertThat(((io.talaria.journey.ReplyReceipt) done.receipt()).key())
                    .isEqualTo("k"));
  }

  @Test
  void an_hour_more_that_was_granted_before_its_run_ended_is_answered_from_the_journal() {
    UUID request = UUID.randomUUID();
    answered(request, hold(request));
    desk.answer(new Gone<>());
    signInAsRecruiter();
    assertThat(requests.keep(operator.get(), ana.id, request)).isInstanceOf(Done.class);
  }

  @Test
  void an_hour_more_whose_step_was_lost_is_not_granted_by_the_journal() {
    UUID request = UUID.randomUUID();
    answered(request, hold(request));
    UUID journey =
        jdbc.sql("select id from journey where candidate_id = ?")
            .param(ana.id)
            .query(UUID.class)
            .single();
    var knows = new Recollection(journey, 0, 0, true);
    desk.answer(new Refused<>(Refusal.NOT_HOLDER, "The bot has it", knows));
    signInAsRecruiter();
    assertThat(requests.keep(operator.get(), ana.id, request)).isInstanceOf(Refused.class);
  }

  @Test
  void an_hour_more_that_a_journey_has_forgotten_is_answered_from_the_journal() {
    UUID request = UUID.randomUUID();
    answered(request, hold(request));
    var another = new Recollection(UUID.randomUUID(), 0, 0, true);
    desk.answer(new Refused<>(Refusal.NOT_HOLDER, "The bot has it", another));
    signInAsRecruiter();
    assertThat(requests.keep(operator.get(), ana.id, request)).isInstanceOf(Done.class);
  }

  private String hold(UUID request) {
    return "{'requestId':'%s','hold':{'operatorId':'%s','name':'R','since':'2026-01-01T00:00:00Z'}}"
        .formatted(request, rafael);
  }

  /** The journal has this answer of Ana's journey, as of the step that its row shows. */
  private void answered(UUID request, String json) {
    jdbc.sql(
            "insert into recruiter_request (id, account_id, candidate_id, journey_id, generation, revision, answer)"
                + " select ?, account_id, candidate_id, id, generation, revision, ?::jsonb from journey"
                + " where candidate_id = ?")
        .params(request, json.replace('\'', '"'), ana.id)
        .update();
  }

  @Test
  void a_request_that_meets_no_run_of_an_open_journey_calls_it_back() {
    desk.answer(new Gone<>());
    signInAsRecruiter();
    var words = new Outbound.Text("oi");
    assertThat(requests.reply(operator.get(), ana.id, UUID.randomUUID(), words))
        .isInstanceOf(Lost.class);
    assertThat(jdbc.sql("select count(*) from run_wanted").query(Long.class).single()).isOne();
  }

  @Test
  void a_request_to_a_journey_that_has_ended_calls_nothing_back() {
    ana.journey("status = 'DROPPED'");
    desk.answer(new Gone<>());
    signInAsRecruiter();
    var words = new Outbound.Text("oi");
    assertThat(requests.reply(operator.get(), ana.id, UUID.randomUUID(), words))
        .isInstanceOf(Gone.class);
  }

  @Test
  void a_holder_whose_run_was_lost_hears_that_it_is_brought_back() {
    rafaelHolds();
    desk.answer(new Gone<>());
    key("h");
    var dialog = $(Dialog.class).single();
    $(RadioButtonGroup.class, dialog).single().setValue(Outcome.RESOLVED);
    $(com.vaadin.flow.component.button.Button.class, dialog).all().getLast().click();
    settle();
    assertThat(told().getFirst()).contains("is being brought back");
  }
}
