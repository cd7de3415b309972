package io.talaria.journey.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.talaria.journey.Ending;
import io.talaria.journey.OutsideSpoke;
import io.talaria.journey.Phase;
import io.talaria.journey.PhaseChanged;
import io.talaria.journey.Refusal;
import io.talaria.port.Desk;
import io.talaria.port.JourneyEvent;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/**
 * Another system speaks at the number: what the journey does, and what it leaves, in each phase.
 */
class WatchTest {
  @AutoClose private static final ScenarioWorld world = new ScenarioWorld();

  private static Scenario candidateIn(Phase phase) {
    var ana = world.candidate();
    ana.neighbours.phase = phase;
    return ana;
  }

  @Test
  void while_it_observes_the_funnel_moves_by_reports_and_nothing_is_said_or_told() {
    var ana = candidateIn(Phase.OBSERVE);
    ana.says("oi").silence(Duration.ofMinutes(1));
    assertThat(ana.state().inbox().open()).hasSize(1);

    tells(ana, "initial_contact", "cargo", null);
    ana.until(state -> state.inbox().open().isEmpty());
    ana.says("backend").silence(Duration.ofSeconds(30));
    tells(ana, "technical_challenge", null, null);
    ana.until(state -> state.talk().stage().equals("technical_challenge"));
    ana.silence(Duration.ofHours(25));

    ana.hearsNothingMore().deskIsAlerted();
    assertThat(ana.state().silence().atRisk()).as("shown, not told").isTrue();
    assertThat(ana.state().talk().answers()).containsEntry("nome", "Ana");
    assertThat(ana.neighbours.events)
        .filteredOn(JourneyEvent.StageCompleted.class::isInstance)
        .extracting(event -> ((JourneyEvent.StageCompleted) event).stage())
        .containsExactly("initial_contact");
  }

  @Test
  void a_candidate_who_is_silent_for_a_week_is_lost_to_the_funnel_as_well() {
    var ana = candidateIn(Phase.OBSERVE);
    ana.says("oi").silence(Duration.ofMinutes(1));
    tells(ana, "initial_contact", null, null);

    ana.silence(Duration.ofDays(8)).hearsNothingMore().deskIsAlerted();

    assertThat(ana.state().end().ending()).isEqualTo(Ending.DROPPED);
  }

  @Test
  void a_stop_is_kept_and_not_answered_by_us() {
    var ana = candidateIn(Phase.OBSERVE);
    ana.taps("parar").until(state -> state.over());

    ana.hearsNothingMore();
    assertThat(ana.state().end().ending()).isEqualTo(Ending.OPTED_OUT);
  }

  @Test
  void while_it_alerts_the_team_is_told_of_silence_and_waiting_and_nothing_is_said() {
    var ana = candidateIn(Phase.ALERT);
    ana.says("oi").silence(Duration.ofMinutes(20));
    ana.deskIsAlerted(Desk.Kind.WAITING);

    tells(ana, "initial_contact", "cargo", null);
    ana.silence(Duration.ofHours(25)).hearsNothingMore();
    ana.deskIsAlerted(Desk.Kind.WAITING, Desk.Kind.AT_RISK);
  }

  @Test
  void the_other_system_may_call_a_person_until_it_no_longer_does() {
    var ana = candidateIn(Phase.ALERT);
    ana.says("quero negociar").silence(Duration.ofMinutes(1));
    tells(ana, "initial_contact", null, "wants_to_negotiate");
    ana.deskIsAlerted(Desk.Kind.NEEDS_HUMAN);
    assertThat(ana.state().needsHuman()).isEqualTo("wants_to_negotiate");

    tells(ana, "initial_contact", null, null);
    ana.until(state -> state.needsHuman() == null);
  }

  @Test
  void who_asks_for_a_person_is_told_of_and_not_answered_by_us() {
    var ana = candidateIn(Phase.ALERT);
    ana.says("pessoa").silence(Duration.ofMinutes(1));
    ana.hearsNothingMore().deskIsAlerted(Desk.Kind.NEEDS_HUMAN);
    assertThat(ana.state().needsHuman()).isEqualTo("asked_for_person");

    // The other system has seen to it; what stays open is not told anew.
    tells(ana, "initial_contact", null, null);
    ana.until(state -> state.needsHuman() == null);
    ana.silence(Duration.ofMinutes(1)).deskIsAlerted(Desk.Kind.NEEDS_HUMAN);
  }

  @Test
  void who_asks_for_a_person_while_it_observes_is_shown_only() {
    var ana = candidateIn(Phase.OBSERVE);
    ana.says("pessoa").silence(Duration.ofMinutes(1));
    ana.hearsNothingMore().deskIsAlerted();
    assertThat(ana.state().needsHuman()).isEqualTo("asked_for_person");
  }

  @Test
  void nobody_takes_over_what_another_system_answers() {
    var ana = candidateIn(Phase.ALERT);
    ana.says("oi").silence(Duration.ofMinutes(1));
    var carla = ana.recruiter("Carla");

    assertThatThrownBy(carla::triesToTakeOver)
        .isInstanceOf(WorkflowUpdateException.class)
        .cause()
        .isInstanceOfSatisfying(
            ApplicationFailure.class,
            refused -> assertThat(refused.getType()).isEqualTo(Refusal.WATCHED.name()));
  }

  @Test
  void when_it_gets_control_the_next_words_are_answered_and_nothing_old() {
    var ana = candidateIn(Phase.OBSERVE);
    ana.says("oi").silence(Duration.ofHours(5));

    ana.journey().phaseChanged(new PhaseChanged(Phase.CONTROL));
    ana.until(state -> !state.watched()).silence(Duration.ofMinutes(1)).hearsNothingMore();

    ana.taps("ainda estou aqui").hears("automatizado");
    ana.recruiter("Carla").takesOver();
    assertThat(ana.state().hold().holder()).isNotNull();
  }

  @Test
  void reminders_that_would_be_due_by_the_change_are_not_sent_all_at_once() {
    var ana = candidateIn(Phase.ALERT);
    ana.says("oi").silence(Duration.ofMinutes(1));
    tells(ana, "initial_contact", "cargo", null);
    ana.silence(Duration.ofHours(6));

    ana.journey().phaseChanged(new PhaseChanged(Phase.CONTROL));
    ana.until(state -> !state.watched()).silence(Duration.ofMinutes(5)).hearsNothingMore();

    ana.silence(Duration.ofHours(14)).hears("Lembrete 2");
  }

  @Test
  void going_back_silences_the_bot_at_once() {
    var ana = world.candidate();
    ana.taps("oi").hears("automatizado");

    ana.journey().phaseChanged(new PhaseChanged(Phase.OBSERVE));
    ana.until(state -> state.watched());

    ana.says("Ana").silence(Duration.ofHours(6)).hearsNothingMore();
  }

  @Test
  void a_report_of_what_the_plan_does_not_know_moves_nothing_and_still_answers() {
    var ana = candidateIn(Phase.OBSERVE);
    ana.says("oi").silence(Duration.ofMinutes(1));

    tells(ana, "onboarding", "salario", null);

    ana.until(state -> state.inbox().open().isEmpty());
    assertThat(ana.state().talk().stage()).isEqualTo("initial_contact");
    assertThat(ana.state().talk().step()).isNull();
  }

  private static void tells(Scenario ana, String stage, String step, String needsHuman) {
    UUID id = UUID.randomUUID();
    ana.journey()
        .outsideSpoke(
            new OutsideSpoke(
                id,
                ana.now(),
                "outside:" + id + "/0",
                Map.of("nome", "Ana"),
                null,
                stage,
                step,
                true,
                null,
                needsHuman));
  }
}
