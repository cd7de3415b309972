package io.talaria.journey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.journey.Ending;
import io.talaria.journey.ReplyReceipt.Standing;
import io.talaria.port.Appointment;
import io.talaria.port.Delivered.Outcome;
import io.talaria.port.Desk;
import io.talaria.port.JourneyEvent.ScheduledNotSent;
import io.talaria.port.TurnKey;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A number that may send nothing for now, and who waits for it on the governed queue. */
class PausedNumberTest {
  @AutoClose private static final ScenarioWorld world = new ScenarioWorld();

  /** WhatsApp takes nothing for this number; a reply waits on the governed queue. */
  private static Scenario paused() {
    var ana = world.greeted();
    ana.neighbours.paused = true;
    ana.neighbours.nextOutcome = Outcome.DEFERRED;
    return ana.taps("Ana").until(state -> state.outgoing().saying() != null);
  }

  @Test
  void a_paused_number_leaves_the_journey_listening_and_later_all_goes_in_order() {
    var ana = paused();
    ana.says("alô?").until(state -> ana.neighbours.takenIn.contains(ana.lastMessage().id()));
    ana.hearsNothingMore();
    ana.neighbours.paused = false;
    ana.silence(Duration.ofSeconds(20)).hears("cargo").hears("link").hearsNothingMore();
  }

  @Test
  void a_paused_number_does_not_keep_a_takeover_waiting_and_its_receipt_names_what_waited() {
    var ana = paused();
    var receipt = ana.recruiter("Camila").takesOver();
    assertThat(receipt.dropped())
        .containsExactly(TurnKey.bubble(TurnKey.ofMessage(ana.lastMessage().id()), 0));
    ana.neighbours.paused = false;
    ana.silence(Duration.ofMinutes(1)).hearsNothingMore();
  }

  @Test
  void stop_is_honoured_while_the_number_is_paused() {
    var ana = paused();
    ana.says("PARAR").until(state -> state.over());
    assertThat(ana.state().end().ending()).isEqualTo(Ending.OPTED_OUT);
    ana.neighbours.paused = false;
    ana.silence(Duration.ofMinutes(1)).hearsNothingMore();
  }

  @Test
  void stop_is_confirmed_although_a_reminder_waits_which_is_not_said_any_more() {
    var ana = world.greeted();
    ana.neighbours.paused = true;
    ana.neighbours.nextOutcome = Outcome.DEFERRED;
    ana.silence(Duration.ofHours(5)).until(state -> state.outgoing().saying() != null);
    ana.says("PARAR").hears("Não escrevo mais").until(state -> state.over());
    ana.neighbours.paused = false;
    ana.silence(Duration.ofMinutes(1)).hearsNothingMore();
  }

  @Test
  void a_call_for_a_person_is_heard_while_the_number_is_paused() {
    var ana = paused();
    ana.says("quero uma pessoa").deskIsAlerted(Desk.Kind.NEEDS_HUMAN);
    assertThat(ana.state().needsHuman()).isEqualTo("asked_for_person");
  }

  @Test
  void a_reminder_for_which_the_number_has_room_leaves_at_once() {
    var ana = world.greeted();
    ana.neighbours.paused = true;
    ana.silence(Duration.ofHours(5)).hears("Lembrete 1").hearsNothingMore();
  }

  @Test
  void what_an_appointment_has_the_bot_say_waits_for_its_turn() {
    var ana = world.candidate();
    ana.neighbours.agreed = new Appointment("talk/1h", ana.now().plus(Duration.ofHours(30)));
    ana.says("oi").silence(Duration.ofHours(29)).until(state -> !state.appointments().isEmpty());
    ana.neighbours.paused = true;
    ana.silence(Duration.ofMinutes(70)).until(state -> state.outgoing().saying() != null);
    ana.neighbours.paused = false;
    ana.silence(Duration.ofSeconds(20)).until(state -> state.outgoing().saying() == null);
  }

  @Test
  void a_reminder_that_waits_is_dropped_when_the_candidate_writes() {
    var ana = world.greeted();
    ana.neighbours.paused = true;
    ana.neighbours.nextOutcome = Outcome.DEFERRED;
    ana.silence(Duration.ofHours(5)).hearsNothingMore();
    ana.taps("Ana").hears("cargo");
    ana.neighbours.paused = false;
    ana.silence(Duration.ofMinutes(30)).hearsNothingMore();
  }

  @Test
  void words_of_a_recruiter_wait_in_their_order_and_the_request_is_answered_at_once() {
    var ana = world.greeted();
    var camila = ana.recruiter("Camila");
    camila.takesOver();
    ana.neighbours.paused = true;
    ana.neighbours.nextOutcome = Outcome.DEFERRED;
    assertThat(camila.replies("primeiro").standing()).isEqualTo(Standing.QUEUED);
    assertThat(camila.replies("segundo").standing()).isEqualTo(Standing.QUEUED);
    ana.hearsNothingMore();
    camila.handsBack();
    ana.neighbours.paused = false;
    ana.silence(Duration.ofSeconds(20)).hears("primeiro").hears("segundo");
  }

  @Test
  void a_colleagues_words_that_a_takeover_held_back_wait_for_a_decision_and_the_team_is_told() {
    var ana = world.greeted();
    ana.neighbours.paused = true;
    ana.neighbours.nextOutcome = Outcome.DEFERRED;
    ana.recruiter("Rafael").writesBeside(UUID.randomUUID(), "Oi, é o Rafael");
    var receipt = ana.recruiter("Camila").takesOver();
    assertThat(receipt.words()).hasSize(1);
    ana.deskIsAlerted(Desk.Kind.SCHEDULED_NOT_SENT);
    assertThat(ana.state().hold().waiting())
        .singleElement()
        .satisfies(
            waits -> {
              assertThat(waits.content().body()).isEqualTo("Oi, é o Rafael");
              assertThat(waits.problem()).isEqualTo("send.refused.takeover");
            });
    assertThat(ana.neighbours.events).filteredOn(ScheduledNotSent.class::isInstance).hasSize(1);
    ana.neighbours.paused = false;
    ana.silence(Duration.ofMinutes(1)).hearsNothingMore();
  }

  @Test
  void the_takers_own_words_that_wait_go_on() {
    var ana = world.greeted();
    ana.neighbours.paused = true;
    ana.neighbours.nextOutcome = Outcome.DEFERRED;
    var camila = ana.recruiter("Camila");
    camila.writesBeside(UUID.randomUUID(), "Oi, é a Camila");
    assertThat(camila.takesOver().words()).isEmpty();
    ana.neighbours.paused = false;
    ana.silence(Duration.ofSeconds(30)).hears("é a Camila").hearsNothingMore();
    assertThat(ana.state().hold().waiting()).isEmpty();
  }
}
