package io.talaria.journey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.journey.SendSettled;
import io.talaria.port.Appointment;
import io.talaria.port.Delivered.Outcome;
import io.talaria.port.Desk;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Templates that WhatsApp doesn't let through for now, or not to this person. */
class RefusedTemplatesTest {
  @AutoClose private static final ScenarioWorld world = new ScenarioWorld();

  /** Only a template reaches them, and it is refused so. */
  private static Scenario askedBackInVain(String treatment, String reason) {
    var ana = world.candidate();
    refuses(ana, treatment);
    ana.saidAt(ana.now().minus(Duration.ofHours(30)), "oi").silence(Duration.ofMinutes(1));
    return ana.until(state -> reason.equals(state.needsHuman())).hearsNothingMore();
  }

  private static void refuses(Scenario ana, String treatment) {
    ana.neighbours.nextOutcome = Outcome.REJECTED;
    ana.neighbours.nextTreatment = treatment;
  }

  private static List<Desk.Kind> problems(Scenario ana) {
    synchronized (ana.neighbours) {
      return ana.neighbours.alerts.stream()
          .map(Desk.Alert::kind)
          .filter(Desk.Kind.SEND_PROBLEM::equals)
          .toList();
    }
  }

  @Test
  void a_paused_template_calls_a_person_and_goes_when_the_pause_is_over() {
    var ana = askedBackInVain("TEMPLATE_PAUSED", "template_paused");
    assertThat(problems(ana)).hasSize(1);

    ana.silence(Duration.ofHours(2)).hearsNothingMore();
    ana.silence(Duration.ofMinutes(70)).hears("Podemos continuar?");
    ana.until(state -> state.needsHuman() == null).hearsNothingMore();
  }

  @Test
  void paused_again_it_is_tried_again_and_nobody_is_called_twice() {
    var ana = askedBackInVain("TEMPLATE_PAUSED", "template_paused");
    refuses(ana, "TEMPLATE_PAUSED");
    ana.silence(Duration.ofMinutes(190)).until(state -> state.needsHuman() != null);

    ana.silence(Duration.ofMinutes(190)).hears("Podemos continuar?").hearsNothingMore();
    assertThat(problems(ana)).hasSize(1);
  }

  @Test
  void somebody_who_had_their_share_is_asked_back_a_day_later() {
    var ana = askedBackInVain("MARKETING_LIMIT", "marketing_limit");

    ana.silence(Duration.ofHours(23)).hearsNothingMore();
    ana.silence(Duration.ofMinutes(70)).hears("Podemos continuar?").hearsNothingMore();
  }

  @Test
  void who_writes_meanwhile_is_answered_and_needs_nobody_any_more() {
    var ana = askedBackInVain("MARKETING_LIMIT", "marketing_limit");

    ana.says("oi de novo").silence(Duration.ofSeconds(20)).hears("automatizado");
    assertThat(ana.state().needsHuman()).isNull();
    ana.taps("Ana").hears("cargo").hearsNothingMore();
  }

  /** An appointment has come, and its template is paused. */
  private static Scenario dueInVain(String appointment) {
    var ana = world.candidate();
    ana.neighbours.agreed = new Appointment(appointment, ana.now().plus(Duration.ofHours(30)));
    ana.says("oi").silence(Duration.ofHours(29)).until(state -> !state.appointments().isEmpty());
    refuses(ana, "TEMPLATE_PAUSED");
    ana.silence(Duration.ofMinutes(70));
    return ana.until(state -> state.needsHuman() != null);
  }

  @Test
  void what_was_agreed_is_asked_back_when_the_pause_is_over() {
    var ana = dueInVain("pause");
    assertThat(ana.state().needsHuman()).isEqualTo("template_paused");

    ana.silence(Duration.ofMinutes(190)).until(state -> state.needsHuman() == null);
    assertThat(askedBack(ana)).isOne();
  }

  private static long askedBack(Scenario ana) {
    synchronized (ana.neighbours) {
      return ana.neighbours.deliveries.keySet().stream()
          .filter(key -> key.startsWith("later:"))
          .count();
    }
  }

  @Test
  void a_reminder_of_an_interview_is_not_tried_hours_later_and_nobody_is_told_so() {
    var ana = dueInVain("talk/1h");

    assertThat(ana.state().needsHuman()).isEqualTo("template_refused");
    ana.silence(Duration.ofHours(5));
    assertThat(askedBack(ana)).isZero();
  }

  @Test
  void somebody_who_stopped_marketing_is_left_to_a_person_for_good() {
    var ana = askedBackInVain("MARKETING_STOP", "marketing_stopped");

    ana.silence(Duration.ofDays(3)).hearsNothingMore();
    assertThat(problems(ana)).hasSize(1);
  }

  @Test
  void a_journey_that_somebody_took_over_tries_nothing_again() {
    var ana = askedBackInVain("TEMPLATE_PAUSED", "template_paused");
    ana.recruiter("Camila").takesOver();

    // nor when it is the bot's again
    assertThat(ana.state().clocks().again()).isNull();
    ana.silence(Duration.ofHours(4)).hearsNothingMore();
  }

  @Test
  void a_template_that_was_accepted_and_held_back_is_tried_again_under_another_key() {
    var ana = world.candidate();
    ana.saidAt(ana.now().minus(Duration.ofHours(30)), "oi").silence(Duration.ofMinutes(1));
    ana.hears("Podemos continuar?");
    String owed = ana.state().silence().owedKey();

    ana.journey().sendSettled(new SendSettled(owed, false, 131049, "MARKETING_LIMIT", ana.now()));
    ana.until(state -> "marketing_limit".equals(state.needsHuman()));
    ana.silence(Duration.ofHours(25)).hears("Podemos continuar?").hearsNothingMore();
    assertThat(problems(ana)).hasSize(1);
  }

  @Test
  void held_back_again_it_is_tried_again_and_nobody_is_called_twice() {
    var ana = askedBackInVain("MARKETING_LIMIT", "marketing_limit");
    ana.silence(Duration.ofHours(25)).hears("Podemos continuar?");
    ana.until(state -> state.silence().owedKey() != null);
    String owed = ana.state().silence().owedKey();

    ana.journey().sendSettled(new SendSettled(owed, false, 131049, "MARKETING_LIMIT", ana.now()));
    ana.until(state -> "marketing_limit".equals(state.needsHuman()));
    assertThat(problems(ana)).hasSize(1);
    ana.silence(Duration.ofHours(25)).hears("Podemos continuar?").hearsNothingMore();
    assertThat(problems(ana)).hasSize(1);
  }

  @Test
  void first_words_for_which_nobody_waits_are_put_off_in_silence() {
    var ana = world.candidate();
    refuses(ana, "MARKETING_LIMIT");
    ana.isBegunAsPlanned().until(state -> state.outgoing().saying() == null);

    ana.silence(Duration.ofHours(23)).hearsNothingMore();
    assertThat(ana.state().needsHuman()).isNull();
    ana.silence(Duration.ofHours(2)).hears("convite").hearsNothingMore().deskIsAlerted();
  }

  @Test
  void first_words_that_were_accepted_and_held_back_are_said_anew() {
    var ana = world.candidate();
    ana.isBegunAsPlanned().hears("convite");
    ana.until(state -> state.silence().owedKey() != null);
    String owed = ana.state().silence().owedKey();

    ana.journey().sendSettled(new SendSettled(owed, false, 131049, "MARKETING_LIMIT", ana.now()));
    ana.until(state -> state.silence().owedKey() == null && !state.talk().disclosed());
    ana.silence(Duration.ofHours(25)).hears("convite").hearsNothingMore().deskIsAlerted();
  }
}
