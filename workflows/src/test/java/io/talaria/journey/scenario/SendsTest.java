package io.talaria.journey.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.talaria.journey.Ending;
import io.talaria.journey.Outgoing.Saying;
import io.talaria.journey.ReplyReceipt.Standing;
import io.talaria.journey.SendDelivered;
import io.talaria.journey.SendSettled;
import io.talaria.journey.SettleSend.Choice;
import io.talaria.port.Delivered.Outcome;
import io.talaria.port.Delivery;
import io.talaria.port.Desk;
import io.talaria.port.Turn;
import io.talaria.port.TurnKey;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Sends to their end: order, what is unknown, what is refused. */
class SendsTest {
  @AutoClose private static final ScenarioWorld world = new ScenarioWorld();

  /** The second of three bubbles is of unknown outcome. */
  private static Scenario uncertainInTheMiddle() {
    var ana = world.greeted();
    ana.neighbours.bubbles = 3;
    ana.neighbours.uncertain("balão 2");
    ana.taps("Ana").hears("balão 1").hears("balão 2");
    return ana.until(state -> held(ana) != null);
  }

  private static String held(Scenario ana) {
    Saying saying = ana.state().outgoing().saying();
    return saying == null || saying.held() == null ? null : saying.held().key();
  }

  @Test
  void bubbles_go_in_their_order_and_the_last_one_moves_the_journey() {
    var ana = world.greeted();
    ana.neighbours.bubbles = 3;
    ana.taps("Ana").hears("balão 1").hears("balão 2").hears("cargo").hearsNothingMore();
    ana.until(state -> "cargo".equals(state.talk().step()));
    assertThat(ana.state().outgoing().saying()).isNull();
  }

  @Test
  void after_an_uncertain_bubble_the_rest_waits_until_a_status_settles_it() {
    var ana = uncertainInTheMiddle();
    ana.silence(Duration.ofMinutes(10)).hearsNothingMore();
    assertThat(ana.neighbours.takenIn).contains(ana.lastMessage().id());
    ana.journey().sendSettled(new SendSettled(held(ana), true, null, null, ana.now()));
    ana.hears("cargo").hearsNothingMore();
  }

  @Test
  void a_status_that_says_it_failed_cuts_the_rest_and_calls_a_person() {
    var ana = uncertainInTheMiddle();
    ana.journey().sendSettled(new SendSettled(held(ana), false, 131026, "RECIPIENT", ana.now()));
    ana.deskIsAlerted(Desk.Kind.SEND_PROBLEM).hearsNothingMore();
    assertThat(ana.state().needsHuman()).isEqualTo("send_rejected");
  }

  @Test
  void a_person_who_says_that_it_arrived_lets_the_rest_go() {
    var ana = uncertainInTheMiddle();
    assertThat(ana.recruiter("Camila").settles(held(ana), Choice.ARRIVED).standing())
        .isEqualTo(Standing.ARRIVED);
    ana.hears("cargo").hearsNothingMore();
  }

  @Test
  void a_person_who_sends_it_again_is_followed_by_the_rest() {
    var ana = uncertainInTheMiddle();
    assertThat(ana.recruiter("Camila").settles(held(ana), Choice.SEND_AGAIN).standing())
        .isEqualTo(Standing.SENT);
    ana.hears("balão 2").hears("cargo").hearsNothingMore();
    ana.until(state -> "cargo".equals(state.talk().step()));
  }

  @Test
  void the_rest_follows_also_where_only_a_lost_step_knew_of_the_reply() {
    // given a journey that waits whether the candidate goes on typing
    var ana = world.greeted();
    ana.says("Ana");
    ana.neighbours.hasBegunToAnswer(ana.lastMessage());

    // when a person sends the first bubble again
    String first = TurnKey.bubble(TurnKey.ofMessage(ana.lastMessage().id()), 0);
    assertThat(ana.recruiter("Camila").settles(first, Choice.SEND_AGAIN).standing())
        .isEqualTo(Standing.SENT);

    // then
    ana.hears("balão 1").hears("balão 2").silence(Duration.ofMinutes(1)).hearsNothingMore();
    ana.until(state -> "cargo".equals(state.talk().step()));
    assertThat(ana.state().inbox().open()).isEmpty();
  }

  @Test
  void sent_again_and_unknown_again_the_rest_goes_on_waiting() {
    var ana = uncertainInTheMiddle();
    ana.neighbours.nextOutcome = Outcome.UNCERTAIN;
    String first = held(ana);
    assertThat(ana.recruiter("Camila").settles(first, Choice.SEND_AGAIN).standing())
        .isEqualTo(Standing.UNCERTAIN);
    ana.hears("balão 2").silence(Duration.ofMinutes(1)).hearsNothingMore();
    assertThat(held(ana)).isNotEqualTo(first);
    ana.journey().sendSettled(new SendSettled(held(ana), true, null, null, ana.now()));
    ana.hears("cargo");
  }

  @Test
  void a_person_who_leaves_it_unsent_ends_the_reply_and_is_called() {
    var ana = uncertainInTheMiddle();
    ana.recruiter("Camila").settles(held(ana), Choice.LEAVE_UNSENT);
    ana.deskIsAlerted(Desk.Kind.NEEDS_HUMAN).hearsNothingMore();
    assertThat(ana.state().needsHuman()).isEqualTo("reply_left");
    assertThat(ana.state().inbox().open()).isEmpty();
  }

  @Test
  void a_status_that_comes_after_the_persons_choice_changes_nothing() {
    var ana = uncertainInTheMiddle();
    String key = held(ana);
    ana.recruiter("Camila").settles(key, Choice.ARRIVED);
    ana.hears("cargo");
    ana.journey().sendSettled(new SendSettled(key, true, null, null, ana.now()));
    ana.silence(Duration.ofMinutes(1)).hearsNothingMore().deskIsAlerted();
  }

  @Test
  void nothing_of_the_journey_overtakes_a_reply_that_waits() {
    var ana = uncertainInTheMiddle();
    ana.says("e aí?").silence(Duration.ofMinutes(10)).hearsNothingMore();
    ana.neighbours.bubbles = 1;
    ana.journey().sendSettled(new SendSettled(held(ana), true, null, null, ana.now()));
    ana.hears("cargo").silence(Duration.ofSeconds(10)).hears("link").hearsNothingMore();
  }

  @Test
  void a_takeover_drops_the_rest_and_its_receipt_names_it() {
    var ana = uncertainInTheMiddle();
    String turn = TurnKey.ofMessage(ana.lastMessage().id());
    var receipt = ana.recruiter("Camila").takesOver();
    assertThat(receipt.uncertain()).containsExactly(TurnKey.bubble(turn, 1));
    assertThat(receipt.dropped()).containsExactly(TurnKey.bubble(turn, 2));
    ana.journey()
        .sendSettled(new SendSettled(TurnKey.bubble(turn, 1), true, null, null, ana.now()));
    ana.silence(Duration.ofMinutes(1)).hearsNothingMore();
  }

  @Test
  void after_the_hand_back_the_claimed_reply_is_said_to_its_end() {
    var ana = uncertainInTheMiddle();
    String key = held(ana);
    var camila = ana.recruiter("Camila");
    camila.takesOver();
    camila.settles(key, Choice.ARRIVED);
    camila.handsBack();
    ana.hears("cargo").hearsNothingMore();
  }

  @Test
  void a_lost_run_says_the_rest_also_when_it_took_the_fact_that_settled_it_with_it() {
    var ana = uncertainInTheMiddle();
    String key = held(ana);
    ana.until(state -> ana.neighbours.recorded.outgoing().saying() != null);
    world.terminate(ana.candidateId);
    ana.neighbours.arrived(key);
    ana.neighbours.bubbles = 1;
    ana.says("oi?").silence(Duration.ofSeconds(20)).hears("cargo").hears("link");
    ana.hearsNothingMore();
  }

  @Test
  void a_new_run_in_the_middle_of_a_reply_says_the_rest_once() {
    var ana = new Scenario(world, Neighbours.plan(false, Duration.ofSeconds(4)), 20);
    ana.says("oi").silence(Duration.ofSeconds(5)).hears("automatizado");
    ana.neighbours.bubbles = 2;
    ana.neighbours.afterArrival = List.of(1);
    ana.neighbours.uncertain("balão 1");
    ana.taps("Ana").hears("balão 1").until(state -> held(ana) != null);
    for (int i = 0; i < 6; i++) {
      ana.says("mensagem " + i).silence(Duration.ofSeconds(1));
    }
    ana.silence(Duration.ofSeconds(1));
    assertThat(world.runs(ana.candidateId)).isGreaterThan(1);
    ana.neighbours.bubbles = 1;
    ana.journey().sendSettled(new SendSettled(held(ana), true, null, null, ana.now()));
    ana.silence(Duration.ofMinutes(1)).hears("cargo").hears("link").hearsNothingMore();
  }

  @Test
  void where_the_definition_asks_the_next_bubble_waits_for_the_arrival() {
    var ana = world.greeted();
    ana.neighbours.bubbles = 2;
    ana.neighbours.afterArrival = List.of(1);
    ana.taps("Ana").hears("balão 1").silence(Duration.ofSeconds(10)).hearsNothingMore();
    Delivery first = ana.neighbours.sent.getLast();
    assertThat(first.tellArrival()).isTrue();
    ana.journey().sendDelivered(new SendDelivered(first.key(), ana.now()));
    ana.hears("cargo").hearsNothingMore();
  }

  @Test
  void but_not_for_a_phone_that_is_off() {
    var ana = world.greeted();
    ana.neighbours.bubbles = 2;
    ana.neighbours.afterArrival = List.of(1);
    ana.taps("Ana").hears("balão 1").silence(Duration.ofSeconds(31)).hears("cargo");
  }

  @Test
  void a_refused_bubble_ends_the_reply_and_calls_a_person() {
    var ana = world.greeted();
    ana.neighbours.bubbles = 2;
    ana.neighbours.nextOutcome = Outcome.REJECTED;
    ana.neighbours.nextTreatment = "POLICY";
    ana.taps("Ana").deskIsAlerted(Desk.Kind.SEND_PROBLEM).hearsNothingMore();
    assertThat(ana.state().needsHuman()).isEqualTo("send_rejected");
  }

  @Test
  void an_account_that_may_not_send_calls_a_person_and_says_that_it_is_the_account() {
    var ana = world.greeted();
    ana.neighbours.nextOutcome = Outcome.REJECTED;
    ana.neighbours.nextTreatment = "ACCOUNT";
    ana.taps("Ana").deskIsAlerted(Desk.Kind.SEND_PROBLEM).hearsNothingMore();
    assertThat(ana.state().needsHuman()).isEqualTo("account_refused");
  }

  @Test
  void whatsapps_word_that_the_window_is_closed_sends_the_template_and_nothing_is_lost() {
    var ana = world.greeted();
    ana.neighbours.nextOutcome = Outcome.REJECTED;
    ana.neighbours.nextTreatment = "WINDOW";
    ana.taps("Ana").hears("Podemos continuar?").deskIsAlerted().hearsNothingMore();
    ana.taps("sim").hears("cargo").hearsNothingMore();
    assertThat(ana.neighbours.turns.getLast().messages()).hasSize(2);
  }

  @Test
  void a_refused_template_calls_a_person() {
    var ana = world.candidate();
    ana.neighbours.nextOutcome = Outcome.REJECTED;
    ana.neighbours.nextTreatment = "TEMPLATE";
    ana.saidAt(ana.now().minus(Duration.ofHours(30)), "oi").silence(Duration.ofMinutes(1));
    ana.deskIsAlerted(Desk.Kind.SEND_PROBLEM, Desk.Kind.WAITING).hearsNothingMore();
    assertThat(ana.state().needsHuman()).isEqualTo("template_refused");
  }

  @Test
  void a_definition_without_a_template_calls_a_person_when_the_window_is_closed() {
    var ana = world.candidate();
    ana.neighbours.template = false;
    ana.saidAt(ana.now().minus(Duration.ofHours(30)), "oi").silence(Duration.ofMinutes(1));
    ana.deskIsAlerted(Desk.Kind.NEEDS_HUMAN, Desk.Kind.WAITING).hearsNothingMore();
    assertThat(ana.state().needsHuman()).isEqualTo("no_template");
    assertThat(ana.state().inbox().open()).hasSize(1);
  }

  @Test
  void an_accepted_question_that_fails_for_the_window_is_followed_by_the_template() {
    var ana = world.greeted();
    String owed = ana.state().silence().owedKey();
    ana.journey().sendSettled(new SendSettled(owed, false, 131047, "WINDOW", ana.now()));
    ana.hears("Podemos continuar?").hearsNothingMore().deskIsAlerted();
  }

  @Test
  void an_accepted_question_that_fails_for_the_recipient_calls_a_person() {
    var ana = world.greeted();
    String owed = ana.state().silence().owedKey();
    ana.journey().sendSettled(new SendSettled(owed, false, 131026, "RECIPIENT", ana.now()));
    ana.deskIsAlerted(Desk.Kind.SEND_PROBLEM).hearsNothingMore();
    assertThat(ana.state().needsHuman()).isEqualTo("send_failed");
  }

  /** The second of two bubbles waits for the arrival of the first. */
  private static Scenario inTheMiddle() {
    var ana = world.greeted();
    ana.neighbours.bubbles = 2;
    ana.neighbours.afterArrival = List.of(1);
    return ana.taps("Ana").hears("balão 1").until(state -> held(ana) != null);
  }

  @Test
  void stop_in_the_middle_of_a_reply_is_confirmed_and_the_rest_is_not_said() {
    var ana = inTheMiddle();
    ana.says("PARAR").hears("Não escrevo mais").until(state -> state.over());
    ana.silence(Duration.ofMinutes(1)).hearsNothingMore();
    assertThat(ana.state().end().ending()).isEqualTo(Ending.OPTED_OUT);
  }

  @Test
  void a_call_for_a_person_is_answered_before_the_rest_of_a_reply_that_was_taken_back() {
    // given a claimed reply that a takeover cut, and then a call for a person
    var ana = inTheMiddle();
    var camila = ana.recruiter("Camila");
    camila.takesOver();
    ana.says("quero uma pessoa").silence(Duration.ofSeconds(10)).hearsNothingMore();

    // when the bot has it again
    camila.handsBack();

    // then it says that a person comes, and nothing of the reply before
    ana.hears("Chamei uma pessoa").deskIsAlerted(Desk.Kind.NEEDS_HUMAN).hearsNothingMore();
    assertThat(ana.state().needsHuman()).isEqualTo("asked");
  }

  /** The second bubble waits for the arrival of the first, which a person had to send again. */
  static Scenario sentAgain(ScenarioWorld world) {
    var ana = world.greeted();
    ana.neighbours.bubbles = 2;
    ana.neighbours.afterArrival = List.of(1);
    ana.neighbours.uncertain("balão 1");
    ana.taps("Ana").hears("balão 1").until(state -> held(ana) != null);
    assertThat(ana.recruiter("Camila").settles(held(ana), Choice.SEND_AGAIN).standing())
        .isEqualTo(Standing.SENT);
    return ana.hears("balão 1").silence(Duration.ofSeconds(10)).hearsNothingMore();
  }

  @Test
  void the_next_bubble_also_waits_for_the_arrival_of_what_a_person_sent_again() {
    var ana = sentAgain(world);
    Delivery again = ana.neighbours.sent.getLast();
    assertThat(again.tellArrival()).isTrue();
    ana.journey().sendDelivered(new SendDelivered(again.key(), ana.now()));
    ana.hears("cargo").hearsNothingMore();
  }

  @Test
  void but_not_for_ever_and_a_lost_run_changes_nothing() {
    var ana = sentAgain(world);
    world.terminate(ana.candidateId);
    ana.isCalledBack(ana.state().journeyId());
    ana.silence(Duration.ofSeconds(31)).hears("cargo").hearsNothingMore();
  }

  @Test
  void a_request_to_settle_what_nobody_knows_is_refused_and_the_journey_goes_on() {
    var ana = world.greeted();
    assertThatThrownBy(() -> ana.recruiter("Camila").settles("msg:gone/0", Choice.ARRIVED))
        .rootCause()
        .hasMessageContaining("no such message");
    ana.taps("Ana").hears("cargo");
  }

  @Test
  void sent_again_it_does_not_answer_what_the_candidate_wrote_since() {
    // given a whole reply of unknown outcome, and a message in its typing pause
    var ana = world.greeted();
    ana.neighbours.nextOutcome = Outcome.UNCERTAIN;
    ana.taps("Ana").hears("cargo").until(state -> "cargo".equals(state.talk().step()));
    String key = ana.neighbours.sent.getLast().key();
    ana.says("backend").until(state -> !state.inbox().open().isEmpty());

    // when
    ana.recruiter("Camila").settles(key, Choice.SEND_AGAIN);

    // then
    ana.hears("cargo").silence(Duration.ofSeconds(10)).hears("link").hearsNothingMore();
  }

  @Test
  void sent_again_by_the_holder_it_answers_what_it_was_to_answer_and_nothing_newer() {
    var ana = uncertainInTheMiddle();
    String key = held(ana);
    var camila = ana.recruiter("Camila");
    camila.takesOver();
    ana.says("e aí?").until(state -> state.inbox().open().size() == 2);
    camila.settles(key, Choice.SEND_AGAIN);
    ana.hears("balão 2");
    assertThat(ana.state().inbox().open()).singleElement().extracting("text").isEqualTo("e aí?");
  }

  @Test
  void a_held_bubble_that_meets_a_brake_when_it_is_sent_again_does_not_hold_the_reply_for_ever() {
    var ana = uncertainInTheMiddle();
    ana.neighbours.refusesTakeover();
    assertThat(ana.recruiter("Camila").settles(held(ana), Choice.SEND_AGAIN).standing())
        .isEqualTo(Standing.NOT_SENT);
    ana.deskIsAlerted(Desk.Kind.SEND_PROBLEM).hearsNothingMore();
    assertThat(ana.state().outgoing().saying()).isNull();
  }

  @Test
  void after_a_refused_takeover_the_bot_answers_without_delay() {
    var ana = world.greeted();
    ana.neighbours.refusesTakeover();
    ana.taps("Ana").hears("cargo").hearsNothingMore();
  }

  @Test
  void a_question_after_the_hand_back_that_meets_a_brake_is_asked_when_the_brake_is_free() {
    var ana = world.greeted();
    var camila = ana.recruiter("Camila");
    camila.takesOver();
    ana.neighbours.takenAgain = true;
    camila.handsBack();
    ana.silence(Duration.ofSeconds(30)).hearsNothingMore();
    ana.neighbours.givesUpTakeover();
    ana.silence(Duration.ofSeconds(30)).hears("Continuando").hearsNothingMore();
  }

  @Test
  void a_template_after_a_failed_question_that_meets_a_brake_is_sent_when_the_brake_is_free() {
    var ana = world.greeted();
    ana.neighbours.refusesTakeover();
    String owed = ana.state().silence().owedKey();
    ana.journey().sendSettled(new SendSettled(owed, false, 131047, "WINDOW", ana.now()));
    ana.hears("Podemos continuar?").hearsNothingMore();
  }

  @Test
  void a_reply_that_was_refused_for_hours_takes_no_other_with_it() {
    // given two replies of the holder that wait on a number that is paused
    var ana = world.greeted();
    var camila = ana.recruiter("Camila");
    camila.takesOver();
    ana.neighbours.paused = true;
    ana.neighbours.pause = Duration.ofMinutes(50);
    ana.neighbours.nextOutcome = Outcome.DEFERRED;
    camila.replies("primeiro");
    camila.replies("segundo");

    // when the first gives up
    ana.silence(Duration.ofHours(6)).deskIsAlerted(Desk.Kind.SEND_PROBLEM);
    ana.neighbours.paused = false;

    // then the second leaves
    ana.silence(Duration.ofMinutes(55)).hears("segundo").hearsNothingMore();
  }

  @Test
  void an_alert_is_told_also_after_the_desk_was_away_for_days() {
    var ana = world.greeted();
    ana.neighbours.deskAway = true;
    ana.says("quero uma pessoa").hears("Chamei uma pessoa").silence(Duration.ofHours(50));
    ana.neighbours.deskAway = false;
    ana.silence(Duration.ofMinutes(10)).deskIsAlerted(Desk.Kind.NEEDS_HUMAN, Desk.Kind.WAITING);
  }

  @Test
  void a_reply_whose_promise_is_gone_is_not_said_and_the_bot_is_asked_anew_with_the_same_key() {
    var ana = world.greeted();
    int before = ana.neighbours.turns.size();
    ana.neighbours.gone = 1;
    ana.taps("Ana").hears("cargo").hearsNothingMore();
    assertThat(ana.neighbours.turns.subList(before, ana.neighbours.turns.size()))
        .extracting(Turn::key)
        .containsExactly(
            TurnKey.ofMessage(ana.lastMessage().id()), TurnKey.ofMessage(ana.lastMessage().id()));
  }

  @Test
  void the_pace_for_one_recipient_is_kept_by_waiting() {
    var ana = world.greeted();
    ana.neighbours.bubbles = 48;
    ana.taps("Ana");
    await().until(() -> ana.said().size() == 45);
    ana.silence(Duration.ofSeconds(7));
    await().until(() -> ana.said().size() == 46);
    ana.silence(Duration.ofSeconds(30));
    await().until(() -> ana.said().size() == 49);
  }
}
