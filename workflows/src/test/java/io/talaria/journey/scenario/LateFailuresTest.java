package io.talaria.journey.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.talaria.journey.Ending;
import io.talaria.journey.SendDelivered;
import io.talaria.journey.SendSettled;
import io.talaria.port.Appointment;
import io.talaria.port.Delivered.Outcome;
import io.talaria.port.Desk;
import io.talaria.port.TurnKey;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What WhatsApp had accepted, or perhaps had, and then says that it did not arrive. */
class LateFailuresTest {
  @AutoClose private static final ScenarioWorld world = new ScenarioWorld();

  /** The bot confirms an interview, for which nobody owes it an answer. */
  private static Scenario confirming(Scenario ana) {
    ana.neighbours.agreed = new Appointment("talk/1h", ana.now().plus(Duration.ofHours(30)));
    return ana.taps("Ana");
  }

  private static Scenario booked() {
    var ana = confirming(world.greeted());
    ana.hears("cargo").until(state -> !state.appointments().isEmpty());
    ana.neighbours.agreed = null;
    assertThat(ana.state().silence().owedKey()).isNull();
    return ana;
  }

  private static String newest(Scenario ana) {
    synchronized (ana.neighbours) {
      return ana.neighbours.sent.getLast().key();
    }
  }

  private static Scenario fails(Scenario ana, String key, int code, String treatment) {
    ana.journey().sendSettled(new SendSettled(key, false, code, treatment, ana.now()));
    return ana;
  }

  private static Scenario doesNotArrive(Scenario ana, String key) {
    return fails(ana, key, 131026, "RECIPIENT");
  }

  private static Scenario needsAPerson(Scenario ana, String reason) {
    ana.deskIsAlerted(Desk.Kind.SEND_PROBLEM).hearsNothingMore();
    assertThat(ana.state().needsHuman()).isEqualTo(reason);
    return ana;
  }

  private static Scenario nothingHappens(Scenario ana) {
    ana.silence(Duration.ofMinutes(1)).deskIsAlerted().hearsNothingMore();
    assertThat(ana.state().needsHuman()).isNull();
    return ana;
  }

  @ParameterizedTest
  @CsvSource({"131026, RECIPIENT", "131042, ACCOUNT", "131047, WINDOW", ","})
  void a_confirmation_that_did_not_arrive_calls_a_person(Integer code, String treatment) {
    var ana = booked();
    ana.journey().sendSettled(new SendSettled(newest(ana), false, code, treatment, ana.now()));
    needsAPerson(ana, "send_failed");
  }

  @Test
  void a_confirmation_of_unknown_outcome_that_did_not_arrive_calls_a_person() {
    var ana = world.greeted();
    ana.neighbours.nextOutcome = Outcome.UNCERTAIN;
    confirming(ana).hears("cargo").until(state -> !state.appointments().isEmpty());
    needsAPerson(doesNotArrive(ana, newest(ana)), "send_failed");
  }

  @Test
  void a_reminder_of_an_interview_calls_a_person_also_when_the_candidate_wrote_since() {
    var ana = booked();
    ana.silence(Duration.ofHours(31)).hears("Como combinado");
    String reminder = newest(ana);
    ana.taps("backend").hears("link");
    needsAPerson(doesNotArrive(ana, reminder), "send_failed");
  }

  @Test
  void a_recruiters_words_beside_the_bot_call_a_person() {
    var ana = world.greeted();
    ana.says("oi?").until(state -> !state.inbox().open().isEmpty());
    UUID request = UUID.randomUUID();
    ana.recruiter("Camila").writesBeside(request, "Estou por aqui");
    ana.hears("Estou por aqui").silence(Duration.ofSeconds(10)).hears("cargo");

    doesNotArrive(ana, TurnKey.bubble(TurnKey.ofRequest(request), 0));

    needsAPerson(ana, "send_failed");
  }

  @Test
  void the_last_words_of_a_journey_are_told_and_it_stays_ended() {
    var ana = world.greeted();
    ana.taps("Ana").hears("cargo").taps("backend").hears("link").taps("x").hears("quando");
    ana.taps("amanhã").hears("Obrigado").until(state -> state.over());

    doesNotArrive(ana, newest(ana));

    ana.deskIsAlerted(Desk.Kind.SEND_PROBLEM).hearsNothingMore();
    assertThat(ana.state().end().ending()).isEqualTo(Ending.COMPLETED);
    assertThat(ana.state().needsHuman()).isNull();
    assertThat(ana.state().clocks().escalation()).isNull();
  }

  @Test
  void who_asked_for_silence_is_not_reached_otherwise() {
    var ana = world.greeted();
    ana.says("PARAR").hears("Não escrevo mais").until(state -> state.over());
    nothingHappens(doesNotArrive(ana, newest(ana)));
  }

  @Test
  void all_bubbles_of_a_reply_are_told_once() {
    var ana = world.greeted();
    ana.neighbours.bubbles = 3;
    confirming(ana).hears("balão 1").hears("balão 2").hears("cargo");
    ana.until(state -> !state.appointments().isEmpty());
    String turn = TurnKey.turn(newest(ana));
    for (int bubble = 0; bubble < 3; bubble++) {
      doesNotArrive(ana, TurnKey.bubble(turn, bubble));
    }
    doesNotArrive(ana, newest(ana)).silence(Duration.ofMinutes(1));
    needsAPerson(ana, "send_failed");
  }

  @Test
  void a_question_of_several_bubbles_that_failed_for_the_window_is_followed_by_one_template() {
    var ana = world.greeted();
    ana.neighbours.bubbles = 3;
    ana.taps("Ana").hears("balão 1").hears("balão 2").hears("cargo");
    ana.until(state -> state.silence().owedKey() != null);
    String turn = TurnKey.turn(newest(ana));
    for (int bubble = 0; bubble < 3; bubble++) {
      fails(ana, TurnKey.bubble(turn, bubble), 131047, "WINDOW");
    }
    ana.hears("Podemos continuar?");
    nothingHappens(ana);
  }

  @Test
  void a_run_that_goes_on_with_a_lost_one_tells_nothing_twice() {
    var ana = world.greeted();
    ana.neighbours.bubbles = 2;
    confirming(ana).hears("balão 1").hears("cargo");
    ana.until(state -> !state.appointments().isEmpty());
    String turn = TurnKey.turn(newest(ana));
    doesNotArrive(ana, TurnKey.bubble(turn, 0)).deskIsAlerted(Desk.Kind.SEND_PROBLEM);

    world.terminate(ana.candidateId);
    ana.says("alô?").until(state -> state.needsHuman() != null);
    doesNotArrive(ana, TurnKey.bubble(turn, 1)).silence(Duration.ofMinutes(1));

    needsAPerson(ana, "send_failed");
  }

  @Test
  void what_was_refused_at_once_is_not_told_again_by_a_status() {
    var ana = world.greeted();
    ana.neighbours.nextOutcome = Outcome.REJECTED;
    ana.neighbours.nextTreatment = "RECIPIENT";
    ana.taps("Ana").deskIsAlerted(Desk.Kind.SEND_PROBLEM);
    String refused = TurnKey.bubble(TurnKey.ofMessage(ana.lastMessage().id()), 0);
    doesNotArrive(ana, refused).silence(Duration.ofMinutes(1));
    needsAPerson(ana, "send_rejected");
  }

  @Test
  void a_recruiter_who_heard_that_their_words_were_refused_is_not_told_again_by_a_status() {
    var ana = world.greeted();
    ana.neighbours.nextOutcome = Outcome.REJECTED;
    UUID request = UUID.randomUUID();
    ana.recruiter("Camila").writesBeside(request, "Estou por aqui");
    nothingHappens(doesNotArrive(ana, TurnKey.bubble(TurnKey.ofRequest(request), 0)));
  }

  @Test
  void who_holds_the_journey_is_told_and_their_next_words_leave_nobody_waiting() {
    // given a journey that Camila holds
    var ana = booked();
    String confirmation = newest(ana);
    var camila = ana.recruiter("Camila");
    camila.takesOver();

    // when the bot's confirmation, and then words of hers, did not arrive
    doesNotArrive(ana, confirmation).deskIsAlerted(Desk.Kind.SEND_PROBLEM);
    UUID request = UUID.randomUUID();
    camila.replies(request, "Confirmado");
    doesNotArrive(ana.hears("Confirmado"), TurnKey.bubble(TurnKey.ofRequest(request), 0));

    // then she is told of both, and the journey waits for the candidate when she has written
    ana.deskIsAlerted(Desk.Kind.SEND_PROBLEM, Desk.Kind.SEND_PROBLEM);
    assertThat(ana.neighbours.alerts).extracting(Desk.Alert::ownerId).containsOnly(camila.id());
    camila.replies("Escrevi também por e-mail");
    ana.hears("e-mail");
    assertThat(ana.state().needsHuman()).isNull();
    assertThat(ana.state().silence().weOweSince()).isNull();
  }

  @Test
  void who_is_needed_already_is_told_and_goes_on_being_needed_for_the_same() {
    var ana = world.greeted();
    ana.says("quero uma pessoa").hears("Chamei uma pessoa").deskIsAlerted(Desk.Kind.NEEDS_HUMAN);

    doesNotArrive(ana, newest(ana));

    ana.deskIsAlerted(Desk.Kind.NEEDS_HUMAN, Desk.Kind.SEND_PROBLEM);
    assertThat(ana.state().needsHuman()).isEqualTo("asked");
  }

  @Test
  void a_reminder_that_failed_for_the_window_is_told_to_nobody_and_the_next_one_is_not_sent() {
    var ana = world.greeted();
    ana.silence(Duration.ofHours(5)).hears("Lembrete 1");
    fails(ana, newest(ana), 131047, "WINDOW");
    nothingHappens(ana).silence(Duration.ofHours(17)).deskIsAlerted().hearsNothingMore();
  }

  @Test
  void a_reminder_that_does_not_reach_the_candidate_calls_a_person() {
    var ana = world.greeted();
    ana.silence(Duration.ofHours(5)).hears("Lembrete 1");
    needsAPerson(doesNotArrive(ana, newest(ana)), "send_failed");
  }

  @Test
  void a_reminder_of_a_silence_that_is_over_is_told_to_nobody() {
    var ana = world.greeted();
    ana.silence(Duration.ofHours(5)).hears("Lembrete 1");
    String reminder = newest(ana);
    ana.taps("Ana").hears("cargo");
    nothingHappens(doesNotArrive(ana, reminder));
  }

  @Test
  void a_template_is_told_to_nobody_when_the_candidate_came_back_without_it() {
    var ana = world.candidate();
    ana.saidAt(ana.now().minus(Duration.ofHours(30)), "oi").silence(Duration.ofSeconds(10));
    ana.hears("Podemos continuar?");
    String template = newest(ana);
    ana.taps("sim").hears("automatizado");
    nothingHappens(doesNotArrive(ana, template));
  }

  @Test
  void what_follows_in_the_reply_is_not_said() {
    // given a reply whose last bubbles wait for WhatsApp's pace
    var ana = world.greeted();
    ana.neighbours.bubbles = 48;
    ana.taps("Ana");
    await().until(() -> ana.said().size() == 45);

    doesNotArrive(ana, TurnKey.bubble(TurnKey.ofMessage(ana.lastMessage().id()), 0));

    ana.deskIsAlerted(Desk.Kind.SEND_PROBLEM).silence(Duration.ofMinutes(1));
    assertThat(ana.said()).hasSize(45);
    assertThat(ana.state().outgoing().saying()).isNull();
  }

  @Test
  void nor_when_it_waits_on_the_governed_queue() {
    // given a reply whose second bubble waits on a paused number
    var ana = world.greeted();
    ana.neighbours.bubbles = 2;
    ana.neighbours.afterArrival = List.of(1);
    ana.taps("Ana").hears("balão 1").until(state -> state.outgoing().saying().held() != null);
    String first = newest(ana);
    ana.neighbours.paused = true;
    ana.neighbours.nextOutcome = Outcome.DEFERRED;
    ana.journey().sendDelivered(new SendDelivered(first, ana.now()));
    await().until(() -> ana.neighbours.waits(TurnKey.bubble(TurnKey.turn(first), 1)));

    doesNotArrive(ana, first).deskIsAlerted(Desk.Kind.SEND_PROBLEM);
    ana.neighbours.paused = false;

    ana.silence(Duration.ofMinutes(1)).hearsNothingMore();
    needsAPerson(ana, "send_rejected");
  }
}
