package io.talaria.journey.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.talaria.journey.Answered;
import io.talaria.journey.Ending;
import io.talaria.journey.Mode;
import io.talaria.journey.Refusal;
import io.talaria.journey.ReplyReceipt.Standing;
import io.talaria.journey.SettleSend;
import io.talaria.journey.TakeoverReceipt;
import io.talaria.port.Delivered.Outcome;
import io.talaria.port.Desk;
import io.talaria.port.JourneyEvent;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class JourneyTest {
  @AutoClose private static final ScenarioWorld world = new ScenarioWorld();

  @Test
  void the_first_bot_message_says_that_it_is_automated() {
    world.greeted().hearsNothingMore();
  }

  @Test
  void what_waited_in_the_journal_for_longer_than_a_typing_pause_is_answered_at_once() {
    world.candidate().saysAfter(Duration.ofSeconds(9), "oi").hears("automatizado");
  }

  @Test
  void a_journey_goes_through_its_stages_to_the_end() {
    var ana = world.greeted();
    ana.taps("Ana").hears("cargo").taps("backend").hears("link").taps("x").hears("quando");
    ana.taps("amanhã").hears("Obrigado").until(state -> state.over());
    assertThat(ana.state().end().ending()).isEqualTo(Ending.COMPLETED);
    assertThat(ana.neighbours.events)
        .filteredOn(JourneyEvent.StageCompleted.class::isInstance)
        .extracting(event -> ((JourneyEvent.StageCompleted) event).stage())
        .containsExactly("initial_contact", "technical_challenge", "final_review");
  }

  @Test
  void after_24_hours_of_silence_the_desk_is_alerted_once() {
    var ana = world.greeted();
    ana.silence(Duration.ofHours(25)).deskIsAlerted(Desk.Kind.AT_RISK);
    ana.silence(Duration.ofHours(25)).deskIsAlerted(Desk.Kind.AT_RISK);
    assertThat(ana.neighbours.recorded.silence().atRisk()).isTrue();
  }

  @Test
  void no_alert_when_the_candidate_writes_at_23_59() {
    var ana = world.greeted();
    ana.silence(Duration.ofHours(23).plusMinutes(58));
    ana.taps("Ana").hears("Lembrete 1").hears("Lembrete 2").hears("cargo");
    ana.silence(Duration.ofMinutes(5)).deskIsAlerted();
  }

  @Test
  void a_nudge_is_answered_and_the_silence_ends() {
    var ana = world.greeted();
    ana.silence(Duration.ofHours(5)).hears("Lembrete 1");
    ana.taps("Ana").hears("cargo");
    ana.silence(Duration.ofHours(1)).hearsNothingMore();
    assertThat(ana.state().silence().nudges()).isZero();
  }

  @Test
  void a_nudge_does_not_restart_the_silence() {
    var ana = world.greeted();
    var since = ana.state().silence().candidateOwesSince();
    ana.silence(Duration.ofHours(5)).hears("Lembrete 1");
    assertThat(ana.state().silence().candidateOwesSince()).isEqualTo(since);
  }

  @Test
  void a_journey_waits_for_a_database_that_is_away() {
    // given a database that is away for a while in the middle of a turn
    var ana = world.greeted();
    ana.neighbours.outages = 6;

    // when
    ana.taps("Ana").silence(Duration.ofMinutes(1)).hears("cargo");

    // and once more while a recruiter takes over and answers
    ana.neighbours.outages = 4;
    var bruna = ana.recruiter("Bruna");
    bruna.takesOver();
    ana.neighbours.outages = 4;
    bruna.replies("Oi Ana, aqui é a Bruna.");
    ana.hears("Bruna");

    // then it is the same run that goes on
    assertThat(ana.neighbours.generation).isEqualTo(1);
    assertThat(ana.neighbours.recorded.hold().holder().name()).isEqualTo("Bruna");
  }

  @Test
  void a_burst_of_two_minutes_gets_one_reply() {
    var ana = world.candidate(Neighbours.plan(false, Duration.ofSeconds(20)));
    for (int i = 0; i < 6; i++) {
      ana.says("e mais uma coisa,").silence(Duration.ofSeconds(20));
    }
    ana.silence(Duration.ofSeconds(60)).hears("automatizado").hearsNothingMore();
    assertThat(ana.neighbours.turns).hasSize(1);
    assertThat(ana.neighbours.turns.getFirst().messages()).hasSize(6);
  }

  @Test
  void a_message_that_is_handed_over_and_signalled_as_well_is_answered_once() {
    var ana = world.greeted();
    ana.tapsAndIsHandedOver("Ana").hears("cargo").isDeliveredAgain();
    ana.tapsAndIsHandedOver("backend").hears("link").hearsNothingMore();
  }

  @Test
  void a_message_delivered_twice_is_answered_once() {
    var ana = world.greeted();
    ana.taps("Ana").isDeliveredAgain().isDeliveredAgain().hears("cargo");
    ana.silence(Duration.ofMinutes(1)).isDeliveredAgain();
    ana.silence(Duration.ofMinutes(1)).hearsNothingMore();
    assertThat(ana.neighbours.takenIn).contains(ana.lastMessage().id());
  }

  @Test
  void a_takeover_stops_a_slow_bot_turn_under_way() {
    var ana = world.candidate(Neighbours.plan(true, Duration.ZERO));
    ana.neighbours.thinking = new CountDownLatch(1);
    ana.says("oi").until(state -> !state.inbox().open().isEmpty());
    TakeoverReceipt receipt = ana.recruiter("Camila").takesOver();
    ana.neighbours.thinking.countDown();
    assertThat(receipt.inFlight()).isEmpty();
    ana.silence(Duration.ofMinutes(2)).hearsNothingMore();
    assertThat(ana.state().mode()).isEqualTo(Mode.HUMAN);
  }

  @Test
  void a_message_during_a_slow_bot_turn_joins_it() {
    var ana = world.candidate(Neighbours.plan(true, Duration.ZERO));
    ana.neighbours.thinking = new CountDownLatch(1);
    ana.says("oi").until(state -> !state.inbox().open().isEmpty());
    ana.says("sou a Ana").until(state -> state.inbox().open().size() == 2);
    ana.neighbours.thinking.countDown();
    ana.hears("automatizado").silence(Duration.ofMinutes(1)).hearsNothingMore();
    assertThat(ana.neighbours.sent.getFirst().claim().inputIds()).hasSize(2);
  }

  @Test
  void while_a_person_holds_it_the_bot_is_silent_and_hand_back_resumes() {
    var ana = world.greeted();
    var camila = ana.recruiter("Camila");
    camila.takesOver();
    ana.says("tem vaga?").silence(Duration.ofMinutes(1)).hearsNothingMore();
    assertThat(camila.replies("Tem sim!").standing()).isEqualTo(Standing.SENT);
    ana.hears("Tem sim!");
    camila.handsBack();
    ana.hears("Continuando: nome");
    ana.taps("Ana").hears("cargo");
  }

  @Test
  void what_nobody_answered_is_answered_by_the_bot_after_hand_back() {
    var ana = world.greeted();
    var camila = ana.recruiter("Camila");
    camila.takesOver();
    ana.says("Ana").silence(Duration.ofMinutes(1)).hearsNothingMore();
    camila.handsBack();
    ana.hears("cargo").hearsNothingMore();
  }

  @Test
  void a_second_takeover_is_refused_with_the_holders_name() {
    var ana = world.greeted();
    ana.recruiter("Camila").takesOver();
    assertThatThrownBy(() -> ana.recruiter("Rafael").triesToTakeOver())
        .isInstanceOf(WorkflowUpdateException.class)
        .hasRootCauseInstanceOf(ApplicationFailure.class)
        .rootCause()
        .hasMessageContaining("Camila has it since")
        .extracting(cause -> ((ApplicationFailure) cause).getType())
        .isEqualTo(Refusal.HELD.name());
  }

  @Test
  void a_lead_takes_it_from_the_holder_with_a_reason() {
    var ana = world.greeted();
    ana.recruiter("Camila").takesOver();
    ana.recruiter("Bianca").takesOver("Camila está de férias", true);
    assertThat(ana.state().hold().holder().name()).isEqualTo("Bianca");
    assertThatThrownBy(() -> ana.recruiter("Camila").replies("oi"))
        .rootCause()
        .hasMessageContaining("Bianca has it since");
  }

  @Test
  void a_repeated_request_is_done_once_and_answered_the_same() {
    var ana = world.greeted();
    var camila = ana.recruiter("Camila");
    camila.takesOver();
    UUID request = UUID.randomUUID();
    var first = camila.replies(request, "Oi, Ana");
    assertThat(camila.replies(request, "Oi, Ana")).isEqualTo(first);
    ana.hears("Oi, Ana").hearsNothingMore();
  }

  @Test
  void where_we_owe_the_answer_the_team_is_told_that_the_candidate_waits() {
    var ana = world.greeted();
    ana.recruiter("Camila").takesOver();
    ana.says("alguém aí?").silence(Duration.ofMinutes(20)).deskIsAlerted(Desk.Kind.WAITING);
  }

  @Test
  void asking_for_a_person_calls_one_and_the_bot_is_silent_until_then() {
    var ana = world.greeted();
    ana.says("quero falar com uma pessoa").hears("Chamei uma pessoa");
    ana.deskIsAlerted(Desk.Kind.NEEDS_HUMAN);
    ana.says("oi?").silence(Duration.ofMinutes(1)).hearsNothingMore();
  }

  @Test
  void a_person_who_takes_over_and_writes_ends_the_waiting() {
    var ana = world.greeted();
    ana.says("pessoa").hears("Chamei uma pessoa");
    var camila = ana.recruiter("Camila");
    camila.takesOver();
    assertThat(ana.state().needsHuman()).isNull();
    assertThat(ana.state().silence().weOweSince()).isNotNull();
    camila.replies("Oi, sou a Camila");
    assertThat(ana.state().silence().weOweSince()).isNull();
  }

  @Test
  void stop_ends_the_journey_with_one_confirmation() {
    var ana = world.greeted();
    ana.says("PARAR").hears("Não escrevo mais").until(state -> state.over());
    ana.silence(Duration.ofDays(3)).hearsNothingMore();
    assertThat(ana.state().end().ending()).isEqualTo(Ending.OPTED_OUT);
  }

  @Test
  void stop_is_confirmed_also_while_a_person_is_called() {
    var ana = world.greeted();
    ana.says("pessoa").hears("Chamei uma pessoa").silence(Duration.ofMinutes(20));
    ana.says("PARAR").hears("Não escrevo mais").until(state -> state.over()).hearsNothingMore();
  }

  @Test
  void stop_works_also_while_a_person_holds_it_and_the_bot_says_nothing() {
    var ana = world.greeted();
    ana.recruiter("Camila").takesOver();
    ana.says("STOP").until(state -> state.over()).hearsNothingMore();
  }

  @Test
  void a_silent_journey_drops_off_and_closes_after_30_more_days() {
    var ana = world.greeted();
    ana.silence(Duration.ofDays(8)).hears("Lembrete 1").hears("Lembrete 2");
    assertThat(ana.state().end().ending()).isEqualTo(Ending.DROPPED);
    ana.deskIsAlerted(Desk.Kind.AT_RISK).hearsNothingMore();
    ana.says("voltei").deskIsAlerted(Desk.Kind.AT_RISK, Desk.Kind.AFTER_END).hearsNothingMore();
    ana.silence(Duration.ofDays(31));
    ana.says("e agora?").silence(Duration.ofMinutes(1)).hears("automatizado");
    assertThat(ana.neighbours.generation).isEqualTo(2);
  }

  @Test
  void an_old_message_does_not_start_a_journey() {
    var ana = world.greeted();
    ana.silence(Duration.ofDays(40)).hears("Lembrete 1").hears("Lembrete 2");
    ana.isDeliveredAgain().silence(Duration.ofMinutes(1)).hearsNothingMore();
    assertThat(ana.neighbours.generation).isEqualTo(1);
  }

  @Test
  void an_update_for_a_finished_journey_is_refused_with_a_sentence() {
    var ana = world.greeted();
    ana.says("PARAR").hears("Não escrevo mais").until(state -> state.over());
    assertThatThrownBy(() -> ana.recruiter("Camila").triesToTakeOver())
        .rootCause()
        .hasMessageContaining("The candidate asked not to be written to");
  }

  @Test
  void a_closed_window_gets_the_template_and_free_text_is_refused() {
    var ana = world.candidate();
    ana.saidAt(ana.now().minus(Duration.ofHours(30)), "oi").silence(Duration.ofMinutes(1));
    ana.hears("Podemos continuar?").hearsNothingMore();
    var camila = ana.recruiter("Camila");
    camila.takesOver();
    assertThatThrownBy(() -> camila.replies("Oi!"))
        .rootCause()
        .hasMessageContaining("An approved template can");
  }

  @Test
  void whatsapps_time_of_the_send_counts_for_the_silence() {
    var ana = world.greeted();
    var owed = ana.state().silence().owedKey();
    ana.journey()
        .sendTimed(new io.talaria.journey.SendTimed(owed, ana.now().minus(Duration.ofHours(25))));
    ana.silence(Duration.ofMinutes(1)).deskIsAlerted(Desk.Kind.AT_RISK);
  }

  @Test
  void an_uncertain_send_is_named_in_the_receipt_and_settled_by_a_person() {
    var ana = world.greeted();
    ana.neighbours.nextOutcome = Outcome.UNCERTAIN;
    ana.taps("Ana").hears("cargo");
    var camila = ana.recruiter("Camila");
    String key = camila.takesOver().uncertain().getFirst();
    var receipt =
        ana.journey()
            .settle(
                new SettleSend(
                    UUID.randomUUID(),
                    UUID.nameUUIDFromBytes("Camila".getBytes()),
                    key,
                    SettleSend.Choice.ARRIVED));
    assertThat(receipt.standing()).isEqualTo(Standing.ARRIVED);
    ana.hearsNothingMore();
  }

  @Test
  void a_refused_send_calls_a_person() {
    var ana = world.greeted();
    ana.neighbours.nextOutcome = Outcome.REJECTED;
    ana.taps("Ana").deskIsAlerted(Desk.Kind.SEND_PROBLEM).hearsNothingMore();
    assertThat(ana.state().needsHuman()).isEqualTo("send_rejected");
  }

  @Test
  void a_brake_without_a_takeover_lets_the_bot_go_on_after_its_release() {
    var ana = world.greeted();
    ana.neighbours.raiseBrake(UUID.randomUUID());
    ana.taps("Ana").silence(Duration.ofSeconds(1)).hearsNothingMore();
    synchronized (ana.neighbours) {
      ana.neighbours.releaseBrake(null);
    }
    ana.silence(Duration.ofMinutes(1)).hears("cargo").hearsNothingMore();
  }

  @Test
  void a_run_that_begins_while_a_takeover_is_asked_for_says_nothing_until_it_is_over() {
    var ana = world.greeted();
    world.terminate(ana.candidateId);
    ana.neighbours.raiseBrake(UUID.randomUUID());
    ana.taps("Ana").silence(Duration.ofMinutes(1)).hearsNothingMore();
    synchronized (ana.neighbours) {
      ana.neighbours.releaseBrake(null);
    }
    ana.silence(Duration.ofMinutes(1)).hears("cargo").hearsNothingMore();
  }

  @Test
  void whoever_asks_a_run_that_has_not_begun_is_to_come_again() {
    var ana = world.candidate();
    ana.isStartedWithoutAMessage();
    assertThatThrownBy(ana.recruiter("Camila")::triesToTakeOver)
        .rootCause()
        .isInstanceOfSatisfying(
            ApplicationFailure.class,
            refused -> assertThat(refused.getType()).isEqualTo(Refusal.NOT_BEGUN.name()));
  }

  @Test
  void a_terminated_run_is_gone_on_with_by_the_next_message_and_who_held_it_holds_it() {
    var ana = world.greeted();
    ana.recruiter("Camila").takesOver();
    world.terminate(ana.candidateId);
    ana.says("ainda aí?").silence(Duration.ofMinutes(1)).hearsNothingMore();
    assertThat(ana.state().mode()).isEqualTo(Mode.HUMAN);
    assertThat(ana.state().generation()).isEqualTo(2);
    assertThat(ana.state().talk().step()).isEqualTo("nome");
  }

  @Test
  void a_revision_that_a_dead_attempt_wrote_is_written_anew_one_on() {
    var ana = world.greeted();
    synchronized (ana.neighbours) {
      ana.neighbours.behind = 2;
    }
    long before = ana.state().revision();
    ana.recruiter("Camila").takesOver();
    assertThat(ana.neighbours.recorded.revision()).isEqualTo(before + 3);
    assertThat(ana.neighbours.recorded.mode()).isEqualTo(Mode.HUMAN);
  }

  @Test
  void a_message_that_a_lost_run_has_answered_is_not_answered_with_another_one() {
    var ana = world.greeted();
    ana.says("antes").says("depois");
    ana.neighbours.hasAnswered(ana.lastMessage());

    ana.silence(Duration.ofMinutes(1)).until(state -> state.inbox().open().isEmpty());

    assertThat(ana.neighbours.turns.getLast().messages())
        .extracting("text")
        .containsExactly("antes");
    assertThat(ana.said()).noneMatch(text -> text.contains("Já respondi"));
  }

  @Test
  void an_attempt_that_a_later_one_has_overtaken_decides_nothing() {
    var ana = world.greeted();
    synchronized (ana.neighbours) {
      ana.neighbours.late = 1;
    }
    long before = ana.state().revision();

    ana.recruiter("Camila").takesOver();

    assertThat(ana.neighbours.recorded.revision()).isEqualTo(before + 1);
    assertThat(ana.neighbours.recorded.mode()).isEqualTo(Mode.HUMAN);
  }

  @Test
  void a_run_that_the_journal_has_overtaken_goes_on_from_the_journal_and_loses_nothing() {
    var ana = world.greeted();
    var camila = ana.recruiter("Camila");
    ana.neighbours.isOpenedByAnotherRun();

    assertThatThrownBy(camila::takesOver)
        .rootCause()
        .isInstanceOfSatisfying(
            ApplicationFailure.class,
            refused -> assertThat(refused.getType()).isEqualTo(Refusal.NOT_BEGUN.name()));
    camila.takesOverOnceItHasBegun();
    ana.says("oi de novo").silence(Duration.ofMinutes(1)).hearsNothingMore();

    assertThat(ana.neighbours.recorded.generation()).isEqualTo(3);
    assertThat(ana.neighbours.recorded.mode()).isEqualTo(Mode.HUMAN);
    assertThat(ana.neighbours.recorded.talk().step()).isEqualTo("nome");
    assertThat(ana.neighbours.recorded.inbox().open()).hasSize(1);
  }

  @Test
  void an_answer_is_read_against_the_question_of_a_step_that_the_engine_has_lost() {
    var ana = world.greeted();
    ana.neighbours.hasAskedNext("cargo");

    ana.taps("Ana").until(state -> state.generation() == 2);
    ana.isDeliveredAgain().until(state -> state.inbox().open().isEmpty());

    assertThat(ana.neighbours.turns.getLast().step()).isEqualTo("cargo");
    assertThat(ana.said()).noneMatch(text -> text.contains("cargo"));
  }

  @Test
  void continue_as_new_keeps_everything() {
    var ana = new Scenario(world, Neighbours.plan(false, Duration.ofSeconds(4)), 50);
    ana.says("oi").silence(Duration.ofSeconds(5)).hears("automatizado");
    var camila = ana.recruiter("Camila");
    camila.takesOver();
    UUID request = UUID.randomUUID();
    var receipt = camila.replies(request, "Oi, aqui é a Camila");
    ana.hears("aqui é a Camila");
    for (int i = 0; i < 8; i++) {
      ana.says("mensagem " + i).silence(Duration.ofSeconds(1));
    }
    ana.silence(Duration.ofMinutes(1));
    String firstRun = ana.neighbours.recorded.journeyId().toString();
    assertThat(world.runs(ana.candidateId)).isGreaterThan(1);
    assertThat(ana.state().requests()).extracting(Answered::requestId).contains(request);
    assertThat(camila.replies(request, "Oi, aqui é a Camila")).isEqualTo(receipt);
    assertThat(ana.state().journeyId().toString()).isEqualTo(firstRun);
    camila.handsBack();
    ana.hears("cargo");
    ana.silence(Duration.ofHours(26)).hears("Lembrete 1").hears("Lembrete 2");
    ana.deskIsAlerted(Desk.Kind.AT_RISK).hearsNothingMore();
  }
}
