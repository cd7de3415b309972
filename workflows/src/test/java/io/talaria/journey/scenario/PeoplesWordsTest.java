package io.talaria.journey.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.talaria.journey.Mode;
import io.talaria.journey.ReplyReceipt.Standing;
import io.talaria.port.Delivered.Outcome;
import io.talaria.port.Desk;
import io.talaria.port.JourneyEvent;
import io.talaria.port.JourneyEvent.OperatorMessage;
import io.talaria.port.JourneyEvent.ScheduledNotSent;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Proactive messages and scheduled replies. */
class PeoplesWordsTest {
  @AutoClose private static final ScenarioWorld world = new ScenarioWorld();

  @Test
  void a_proactive_message_leaves_the_bots_question_open_and_restarts_the_silence() {
    var ana = world.greeted();
    ana.silence(Duration.ofHours(3));
    var camila = ana.recruiter("Camila");
    UUID request = UUID.randomUUID();
    assertThat(camila.writesBeside(request, "Estou por aqui").standing()).isEqualTo(Standing.SENT);
    ana.hears("Estou por aqui");
    assertThat(ana.state().mode()).isEqualTo(Mode.BOT);
    assertThat(ana.state().talk().step()).isEqualTo("nome");
    assertThat(ana.state().silence().owedKey()).isEqualTo("req:" + request + "/0");
    ana.silence(Duration.ofHours(2)).hearsNothingMore();
    ana.taps("Ana").hears("cargo").hearsNothingMore();
    assertThat(ana.neighbours.events)
        .filteredOn(OperatorMessage.class::isInstance)
        .singleElement()
        .isInstanceOfSatisfying(
            OperatorMessage.class, message -> assertThat(message.proactive()).isTrue());
  }

  @Test
  void the_holders_proactive_message_is_a_reply() {
    var ana = world.greeted();
    var camila = ana.recruiter("Camila");
    camila.takesOver();
    ana.says("oi?").silence(Duration.ofSeconds(10));
    camila.writesBeside(UUID.randomUUID(), "Oi!");
    assertThat(ana.hears("Oi!").state().silence().weOweSince()).isNull();
  }

  @Test
  void a_scheduled_reply_leaves_at_its_time_also_across_continue_as_new_and_once() {
    var ana = new Scenario(world, Neighbours.plan(false, Duration.ofSeconds(4)), 30);
    ana.says("oi").silence(Duration.ofSeconds(5)).hears("automatizado");
    var camila = ana.recruiter("Camila");
    camila.takesOver();
    UUID request = UUID.randomUUID();
    var at = ana.now().plus(Duration.ofHours(2));
    var receipt = camila.schedules(request, "Bom dia, Ana", at, null);
    assertThat(receipt.needsWindow()).isFalse();
    for (int i = 0; i < 8; i++) {
      ana.says("mensagem " + i).silence(Duration.ofSeconds(1));
    }
    assertThat(camila.schedules(request, "Bom dia, Ana", at, null)).isEqualTo(receipt);
    ana.silence(Duration.ofMinutes(118)).hearsNothingMore();
    assertThat(world.runs(ana.candidateId)).isGreaterThan(1);
    ana.silence(Duration.ofMinutes(3)).hears("Bom dia, Ana").hearsNothingMore();
    assertThat(ana.state().hold().waiting()).isEmpty();
    assertThat(ana.neighbours.sent.getLast().key()).isEqualTo("req:" + request + "/0");
  }

  @Test
  void what_the_candidate_wrote_after_it_was_scheduled_stays_unanswered() {
    var ana = world.greeted();
    var camila = ana.recruiter("Camila");
    camila.takesOver();
    ana.says("quando é?").silence(Duration.ofSeconds(10));
    camila.schedules("Amanhã às 10", ana.now().plus(Duration.ofMinutes(30)));
    ana.silence(Duration.ofMinutes(29)).says("e onde?").silence(Duration.ofMinutes(2));
    ana.hears("Amanhã às 10");
    assertThat(ana.state().inbox().open()).singleElement().extracting("text").isEqualTo("e onde?");
    assertThat(ana.state().silence().weOweSince()).isNotNull();
  }

  @Test
  void it_is_changed_in_one_step_and_cancelled() {
    var ana = world.greeted();
    var camila = ana.recruiter("Camila");
    camila.takesOver();
    UUID first = camila.schedules("um", ana.now().plus(Duration.ofMinutes(5))).scheduled();
    UUID second =
        camila
            .schedules(UUID.randomUUID(), "dois", ana.now().plus(Duration.ofMinutes(9)), first)
            .scheduled();
    assertThatThrownBy(() -> camila.cancels(first)).rootCause().hasMessageContaining("has left");
    UUID third = camila.schedules("três", ana.now().plus(Duration.ofMinutes(10))).scheduled();
    assertThat(camila.cancels(third).at()).isNull();
    ana.silence(Duration.ofMinutes(20)).hears("dois").hearsNothingMore();
    assertThatThrownBy(() -> camila.cancels(second)).rootCause().hasMessageContaining("has left");
  }

  @Test
  void where_the_window_is_closed_then_the_team_is_told_and_it_waits() {
    var ana = world.greeted();
    var camila = ana.recruiter("Camila");
    camila.takesOver();
    var receipt = camila.schedules("Ainda quer?", ana.now().plus(Duration.ofHours(30)));
    assertThat(receipt.needsWindow()).isTrue();
    ana.silence(Duration.ofHours(31)).hearsNothingMore();
    ana.deskIsAlerted(Desk.Kind.AT_RISK, Desk.Kind.SCHEDULED_NOT_SENT);
    assertThat(ana.state().hold().waiting())
        .singleElement()
        .extracting("problem")
        .isEqualTo("send.refused.window");
    assertThat(ana.neighbours.events).filteredOn(ScheduledNotSent.class::isInstance).hasSize(1);
  }

  @Test
  void what_whatsapp_refuses_waits_for_a_person_and_is_not_tried_again_by_itself() {
    var ana = world.greeted();
    ana.recruiter("Camila").schedules("oi", ana.now().plus(Duration.ofMinutes(5)));
    ana.neighbours.nextOutcome = Outcome.REJECTED;
    ana.silence(Duration.ofMinutes(6)).deskIsAlerted(Desk.Kind.SCHEDULED_NOT_SENT);
    ana.silence(Duration.ofMinutes(60)).hearsNothingMore();
  }

  @Test
  void kept_at_hand_back_it_leaves_beside_the_bot_and_dropped_it_does_not() {
    var ana = world.greeted();
    var camila = ana.recruiter("Camila");
    camila.takesOver();
    camila.schedules("Lembre da entrevista", ana.now().plus(Duration.ofMinutes(30)));
    camila.handsBack();
    ana.hears("Continuando").silence(Duration.ofMinutes(31)).hears("Lembre da entrevista");
    assertThat(ana.state().talk().step()).isEqualTo("nome");
    camila.takesOver();
    camila.schedules("Nunca", ana.now().plus(Duration.ofMinutes(30)));
    camila.handsBack(UUID.randomUUID(), true);
    ana.hears("Continuando").silence(Duration.ofMinutes(40)).hearsNothingMore();
    assertThat(ana.neighbours.events)
        .filteredOn(event -> event instanceof JourneyEvent.ScheduledNotSent)
        .singleElement()
        .extracting("reason")
        .isEqualTo("send.refused.handed_back");
  }

  @Test
  void it_survives_a_hand_over_and_the_colleague_may_cancel_it() {
    var ana = world.greeted();
    var camila = ana.recruiter("Camila");
    var rafael = ana.recruiter("Rafael");
    camila.takesOver();
    UUID kept = camila.schedules("um", ana.now().plus(Duration.ofMinutes(5))).scheduled();
    UUID other = camila.schedules("dois", ana.now().plus(Duration.ofMinutes(6))).scheduled();
    camila.handsOver(rafael);
    assertThat(ana.state().hold().waiting()).extracting("id").containsExactly(kept, other);
    rafael.cancels(other);
    ana.silence(Duration.ofMinutes(10)).hears("um").hearsNothingMore();
  }

  @Test
  void words_that_wait_behind_a_closing_reply_are_dropped_and_their_writer_is_told() {
    // given the last reply on the governed queue, and a proactive message behind it
    var ana = world.greeted();
    ana.taps("Ana").hears("cargo").taps("backend").hears("link").taps("x").hears("quando");
    ana.neighbours.paused = true;
    ana.neighbours.nextOutcome = Outcome.DEFERRED;
    ana.taps("amanhã").until(state -> state.outgoing().saying() != null);
    UUID request = UUID.randomUUID();
    assertThat(ana.recruiter("Camila").writesBeside(request, "Boa sorte!").standing())
        .isEqualTo(Standing.QUEUED);

    // when the journey ends with that reply
    ana.neighbours.paused = false;
    ana.silence(Duration.ofSeconds(10)).hears("Obrigado").until(state -> state.over());

    // then nothing waits any more, and Camila hears of it
    ana.deskIsAlerted(Desk.Kind.SCHEDULED_NOT_SENT).hearsNothingMore();
    assertThat(ana.neighbours.waits("req:" + request + "/0")).isFalse();
    assertThat(ana.neighbours.events)
        .filteredOn(ScheduledNotSent.class::isInstance)
        .singleElement()
        .extracting("reason")
        .isEqualTo("send.refused.ended");
  }

  @Test
  void a_reminder_that_waits_for_its_turn_yields_to_a_person() {
    var ana = world.greeted();
    ana.neighbours.paused = true;
    ana.neighbours.nextOutcome = Outcome.DEFERRED;
    ana.silence(Duration.ofHours(5)).until(state -> state.outgoing().saying() != null);
    assertThat(
            ana.recruiter("Camila").writesBeside(UUID.randomUUID(), "Aqui é a Camila").standing())
        .isEqualTo(Standing.SENT);
    ana.neighbours.paused = false;
    ana.hears("Aqui é a Camila").silence(Duration.ofMinutes(5)).hearsNothingMore();
  }

  @Test
  void a_reminder_that_fell_due_while_a_persons_words_waited_is_of_no_silence_any_more() {
    // given words that wait on the governed queue as the reminder falls due
    var ana = world.greeted();
    ana.neighbours.paused = true;
    ana.silence(Duration.ofHours(4).minusMinutes(1));
    ana.neighbours.nextOutcome = Outcome.DEFERRED;
    ana.recruiter("Camila").writesBeside(UUID.randomUUID(), "Aqui é a Camila");
    ana.silence(Duration.ofMinutes(5)).until(state -> state.outgoing().saying() != null);

    // when they leave
    ana.neighbours.paused = false;
    ana.silence(Duration.ofMinutes(10)).hears("Aqui é a Camila").hearsNothingMore();

    // then the candidate is reminded of them, in their time
    ana.silence(Duration.ofHours(4)).hears("Lembrete 1").hearsNothingMore();
  }

  @Test
  void stop_ends_the_journey_at_once_also_when_words_wait() {
    var ana = world.greeted();
    ana.neighbours.paused = true;
    ana.neighbours.nextOutcome = Outcome.DEFERRED;
    ana.recruiter("Camila").writesBeside(UUID.randomUUID(), "Boa sorte!");
    ana.says("PARAR").until(state -> state.over());
    ana.neighbours.paused = false;
    ana.deskIsAlerted(Desk.Kind.SCHEDULED_NOT_SENT).silence(Duration.ofMinutes(1));
    ana.hearsNothingMore();
  }

  @Test
  void a_proactive_message_that_meets_a_refused_takeover_says_so_and_leaves_when_asked_again() {
    var ana = world.greeted();
    ana.neighbours.refusesTakeover();
    var camila = ana.recruiter("Camila");
    var first = camila.writesBeside(UUID.randomUUID(), "Estou por aqui");
    assertThat(first.standing()).isEqualTo(Standing.NOT_SENT);
    assertThat(first.reason()).isEqualTo("send.refused.takeover");
    assertThat(camila.writesBeside(UUID.randomUUID(), "Estou por aqui").standing())
        .isEqualTo(Standing.SENT);
    ana.hears("Estou por aqui").hearsNothingMore();
  }

  @Test
  void the_journeys_end_tells_the_writer_that_it_will_not_leave() {
    var ana = world.greeted();
    ana.recruiter("Camila").schedules("até já", ana.now().plus(Duration.ofHours(5)));
    ana.says("PARAR").hears("Não escrevo mais").until(state -> state.over());
    ana.deskIsAlerted(Desk.Kind.SCHEDULED_NOT_SENT).silence(Duration.ofHours(6));
    ana.hearsNothingMore();
  }
}
