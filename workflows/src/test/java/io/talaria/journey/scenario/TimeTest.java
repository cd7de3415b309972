package io.talaria.journey.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.talaria.definition.Calendar;
import io.talaria.definition.Calendar.Shift;
import io.talaria.definition.Calendar.Span;
import io.talaria.definition.Plan;
import io.talaria.journey.Acknowledgement;
import io.talaria.journey.Ending;
import io.talaria.journey.JourneyState;
import io.talaria.journey.Refusal;
import io.talaria.port.Appointment;
import io.talaria.port.Delivered.Outcome;
import io.talaria.port.Desk;
import io.talaria.port.JourneyEvent;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What fires when, with quiet hours and a team that goes home. */
class TimeTest {
  @AutoClose private static final ScenarioWorld world = new ScenarioWorld();

  /** A place where it is 18:00 now, whose nights are closed from 21:00 to 08:00. */
  private static Calendar nights(Instant now) {
    return nights(now, Duration.ofHours(18));
  }

  /** The same, where it is so long after midnight. */
  static Calendar nights(Instant now, Duration clock) {
    long shift = Math.floorMod(clock.toSeconds() - now.getEpochSecond(), 86_400L);
    List<Span> nights =
        IntStream.rangeClosed(0, 7)
            .mapToObj(d -> new Span(Math.max(0, d * 1440 - 180), Math.min(10_080, d * 1440 + 480)))
            .toList();
    return new Calendar("Here", List.of(new Shift(0, (int) shift)), nights, List.of());
  }

  /** Greeted at 18:00; the first reminder falls due at 22:00, the second at 14:00. */
  private static Scenario greetedAtSix() {
    var ana = world.candidate();
    ana.neighbours.quiet = nights(ana.now());
    ana.says("oi").silence(Duration.ofSeconds(5));
    return ana.hears("automatizado");
  }

  @Test
  void a_reminder_that_falls_due_at_night_comes_in_the_morning() {
    var ana = greetedAtSix();
    ana.silence(Duration.ofHours(13)).hearsNothingMore();
    ana.silence(Duration.ofHours(2)).hears("Lembrete 1");
    ana.silence(Duration.ofHours(6)).hears("Lembrete 2").hearsNothingMore();
  }

  /** Greeted at 16:30; the first reminder waits for its number since 20:30. */
  private static Scenario remindedInVain() {
    var ana = world.candidate();
    ana.neighbours.quiet = nights(ana.now(), Duration.ofMinutes(16 * 60 + 30));
    ana.says("oi").silence(Duration.ofSeconds(5)).hears("automatizado");
    ana.neighbours.paused = true;
    ana.neighbours.nextOutcome = Outcome.DEFERRED;
    return ana.silence(Duration.ofMinutes(245)).until(state -> state.outgoing().saying() != null);
  }

  @Test
  void a_reminder_that_still_waits_for_its_number_when_the_night_begins_comes_in_the_morning() {
    var ana = remindedInVain();
    ana.silence(Duration.ofHours(1));
    ana.neighbours.paused = false;
    ana.silence(Duration.ofHours(10)).hearsNothingMore();
    ana.silence(Duration.ofHours(1)).hears("Lembrete 1").hearsNothingMore();
    ana.silence(Duration.ofHours(4)).hears("Lembrete 2").hearsNothingMore();
  }

  @Test
  void a_reminder_that_was_just_leaving_when_the_night_began_is_not_said_again() {
    var ana = remindedInVain();
    ana.silence(Duration.ofSeconds(24 * 60 + 50));
    ana.neighbours.answersLate = new CountDownLatch(1);
    ana.neighbours.paused = false;
    ana.silence(Duration.ofSeconds(8)).hears("Lembrete 1");
    ana.neighbours.answersLate.countDown();
    ana.until(state -> state.silence().nudges() == 1 && state.outgoing().saying() == null);
    ana.silence(Duration.ofHours(12)).hearsNothingMore();
  }

  /** Greeted at 18:00; something is due at 20:30, when its number is paused. */
  private static Scenario dueInVain() {
    var ana = world.candidate();
    ana.neighbours.quiet = nights(ana.now());
    ana.neighbours.agreed = new Appointment("talk/1h", ana.now().plus(Duration.ofMinutes(150)));
    ana.says("oi").silence(Duration.ofSeconds(5)).hears("automatizado");
    ana.neighbours.agreed = null;
    ana.neighbours.paused = true;
    return ana;
  }

  private static void isDueInTheMorning(Scenario ana) {
    Instant morning = ana.neighbours.quiet.openFrom(ana.now());
    assertThat(morning).isAfter(ana.now());
    assertThat(ana.state().appointments()).containsExactly(new Appointment("talk/1h", morning));
  }

  @Test
  void what_was_due_in_the_evening_and_is_called_back_is_decided_anew_in_the_morning() {
    var ana = dueInVain();
    ana.silence(Duration.ofHours(4)).until(state -> state.outgoing().saying() == null);
    isDueInTheMorning(ana);
    ana.neighbours.paused = false;
    ana.silence(Duration.ofHours(9)).hearsNothingMore();
    ana.silence(Duration.ofHours(2)).until(state -> state.appointments().isEmpty());
    assertThat(ana.said()).hasSize(2);
  }

  @Test
  void what_was_due_is_put_off_also_where_the_candidate_writes_before_it_is_known_to_be_back() {
    var ana = dueInVain();
    ana.neighbours.pause = Duration.ofMinutes(50);
    ana.silence(Duration.ofMinutes(181)).taps("Ana").hears("cargo");
    isDueInTheMorning(ana);
  }

  @Test
  void a_reminder_that_was_called_back_is_not_said_to_who_writes_at_night() {
    var ana = remindedInVain();
    ana.silence(Duration.ofHours(1));
    ana.neighbours.paused = false;
    ana.taps("Ana").hears("cargo").silence(Duration.ofHours(12)).hears("Lembrete 1");
    ana.hearsNothingMore();
  }

  @Test
  void a_question_after_a_hand_back_that_waits_for_its_number_is_asked_in_the_morning() {
    var ana = greetedAtSix();
    var camila = ana.recruiter("Camila");
    camila.takesOver();
    ana.silence(Duration.ofMinutes(150));
    ana.neighbours.paused = true;
    ana.neighbours.nextOutcome = Outcome.DEFERRED;
    camila.handsBack();
    ana.silence(Duration.ofHours(1));
    ana.neighbours.paused = false;
    ana.silence(Duration.ofHours(9)).hearsNothingMore();
    ana.silence(Duration.ofHours(2)).hears("Continuando: nome").hearsNothingMore();
  }

  @Test
  void who_writes_at_night_is_answered_at_once() {
    var ana = greetedAtSix();
    ana.silence(Duration.ofHours(7)).taps("Ana").hears("cargo");
    ana.silence(Duration.ofHours(6)).hearsNothingMore();
  }

  @Test
  void a_question_after_a_hand_back_at_night_is_asked_in_the_morning() {
    var ana = greetedAtSix();
    var camila = ana.recruiter("Camila");
    camila.takesOver();
    ana.silence(Duration.ofHours(5));
    camila.replies("Boa noite, até amanhã!");
    ana.hears("Boa noite");
    camila.handsBack();
    ana.silence(Duration.ofHours(8)).hearsNothingMore();
    ana.silence(Duration.ofHours(2)).hears("Continuando: nome").hearsNothingMore();
  }

  @Test
  void who_writes_before_the_question_is_asked_again_hears_the_next_one() {
    var ana = greetedAtSix();
    var camila = ana.recruiter("Camila");
    camila.takesOver();
    ana.silence(Duration.ofHours(5));
    camila.handsBack();
    ana.silence(Duration.ofHours(1)).taps("Ana").hears("cargo");
    ana.silence(Duration.ofHours(4)).hearsNothingMore();
  }

  @Test
  void a_stop_at_night_is_confirmed_and_nothing_follows_in_the_morning() {
    var ana = greetedAtSix();
    ana.silence(Duration.ofHours(6)).says("PARAR").hears("Não escrevo mais");
    ana.silence(Duration.ofDays(2)).hearsNothingMore();
  }

  @Test
  void a_call_for_a_person_that_comes_late_at_night_calls_one_without_a_word() {
    var ana = world.candidate();
    ana.neighbours.quiet = nights(ana.now());
    ana.silence(Duration.ofHours(5));
    ana.saidAt(ana.now().minus(Duration.ofHours(3)), "pessoa").silence(Duration.ofSeconds(10));
    ana.deskIsAlerted(Desk.Kind.WAITING, Desk.Kind.NEEDS_HUMAN).hearsNothingMore();
    ana.silence(Duration.ofHours(12)).hearsNothingMore();
  }

  @Test
  void a_stop_that_comes_late_at_night_is_heeded_without_a_word() {
    var ana = greetedAtSix();
    ana.silence(Duration.ofHours(6));
    ana.saidAt(ana.now().minus(Duration.ofHours(2)), "PARAR").silence(Duration.ofSeconds(10));
    ana.until(JourneyState::over).silence(Duration.ofDays(2)).hearsNothingMore();
  }

  @Test
  void a_template_to_who_wrote_long_ago_waits_for_the_morning() {
    var ana = world.candidate();
    ana.neighbours.quiet = nights(ana.now());
    ana.silence(Duration.ofHours(5));
    ana.saidAt(ana.now().minus(Duration.ofHours(30)), "oi").silence(Duration.ofHours(8));
    ana.hearsNothingMore().silence(Duration.ofHours(2)).hears("Podemos continuar?");
  }

  @Test
  void the_team_is_told_of_who_waits_when_it_is_at_work() {
    var ana = world.candidate();
    ana.neighbours.office = nights(ana.now());
    ana.says("oi").silence(Duration.ofSeconds(5)).hears("automatizado");
    ana.silence(Duration.ofMinutes(210)).says("pessoa").hears("Chamei uma pessoa");
    ana.silence(Duration.ofHours(10)).deskIsAlerted(Desk.Kind.NEEDS_HUMAN);
    ana.silence(Duration.ofHours(1)).deskIsAlerted(Desk.Kind.NEEDS_HUMAN, Desk.Kind.WAITING);
  }

  /** Half an hour to the lead, two more to the e-mail; two hours before the window closes. */
  private static Plan escalating() {
    Plan plan = Neighbours.plan(false, Duration.ZERO);
    Plan.Times t = plan.times();
    return new Plan(
        plan.definition(),
        plan.number(),
        plan.stages(),
        plan.languages(),
        plan.words(),
        new Plan.Times(
            t.typingPause(),
            t.longTypingPause(),
            List.of(),
            t.atRisk(),
            t.waiting(),
            t.dropOff(),
            t.afterEnd(),
            t.ownerSilent(),
            List.of(Duration.ofMinutes(30), Duration.ofHours(2)),
            Duration.ofHours(2)),
        plan.slowBot());
  }

  private static Scenario greeted() {
    var ana = world.candidate(escalating());
    return ana.says("oi").silence(Duration.ofSeconds(5)).hears("automatizado");
  }

  private static List<Integer> escalations(Scenario ana) {
    synchronized (ana.neighbours) {
      return ana.neighbours.alerts.stream()
          .map(Desk.Alert::escalated)
          .filter(Objects::nonNull)
          .map(Desk.Escalated::level)
          .toList();
    }
  }

  @Test
  void what_nobody_acknowledges_is_told_to_the_lead_and_then_by_e_mail() {
    var ana = greeted();
    ana.says("pessoa").hears("Chamei uma pessoa").deskIsAlerted(Desk.Kind.NEEDS_HUMAN);
    ana.silence(Duration.ofMinutes(28));
    assertThat(escalations(ana)).isEmpty();
    ana.silence(Duration.ofMinutes(5));
    assertThat(escalations(ana)).containsExactly(1);
    ana.silence(Duration.ofMinutes(115));
    assertThat(escalations(ana)).containsExactly(1);
    ana.silence(Duration.ofMinutes(10));
    assertThat(escalations(ana)).containsExactly(1, 2);
    ana.silence(Duration.ofHours(10));
    assertThat(escalations(ana)).containsExactly(1, 2);
  }

  @Test
  void who_takes_over_acknowledges() {
    var ana = greeted();
    ana.says("pessoa").hears("Chamei uma pessoa").silence(Duration.ofMinutes(10));
    var camila = ana.recruiter("Camila");
    camila.takesOver();
    camila.replies("Oi, Ana");
    ana.hears("Oi, Ana").silence(Duration.ofHours(5));
    assertThat(escalations(ana)).isEmpty();
  }

  @Test
  void who_acknowledges_ends_the_escalation_and_leaves_the_journey_as_it_is() {
    // given a candidate who wants a person, of which the lead was told by now
    var ana = greeted();
    ana.says("pessoa").hears("Chamei uma pessoa").silence(Duration.ofMinutes(33));
    assertThat(escalations(ana)).containsExactly(1);

    // when Camila acknowledges, clicking twice, and Rafael after her
    var camila = ana.recruiter("Camila");
    UUID click = UUID.randomUUID();
    Acknowledgement first = camila.acknowledges(click);
    Acknowledgement again = camila.acknowledges(click);
    Acknowledgement late = ana.recruiter("Rafael").acknowledges();

    // then each hears that it was Camila, it happened once, and nobody else is told
    assertThat(List.of(again, late)).containsOnly(first);
    assertThat(first.operatorName()).isEqualTo("Camila");
    assertThat(ana.neighbours.events)
        .filteredOn(JourneyEvent.AlertAcknowledged.class::isInstance)
        .singleElement()
        .isEqualTo(
            new JourneyEvent.AlertAcknowledged(
                click.toString(),
                first.at(),
                camila.id(),
                "Camila",
                List.of(Desk.Kind.NEEDS_HUMAN, Desk.Kind.WAITING)));
    ana.silence(Duration.ofHours(10)).hearsNothingMore();
    assertThat(escalations(ana)).containsExactly(1);
    assertThat(ana.state().hold().holder()).isNull();
  }

  @Test
  void what_is_told_after_an_acknowledgement_escalates_anew() {
    var ana = greeted();
    ana.says("pessoa").hears("Chamei uma pessoa").silence(Duration.ofMinutes(20));
    ana.recruiter("Camila").acknowledges();
    ana.silence(Duration.ofHours(21));
    assertThat(escalations(ana)).isEmpty();

    ana.silence(Duration.ofMinutes(90)).hearsNothingMore();

    assertThat(windowsClosing(ana)).hasSize(1);
    ana.silence(Duration.ofMinutes(40));
    assertThat(escalations(ana)).containsExactly(1);
  }

  @Test
  void who_acknowledges_what_is_over_is_told_so() {
    var ana = greeted();
    var camila = ana.recruiter("Camila");
    assertThatThrownBy(camila::acknowledges)
        .isInstanceOf(WorkflowUpdateException.class)
        .cause()
        .isInstanceOfSatisfying(
            ApplicationFailure.class,
            refused -> assertThat(refused.getType()).isEqualTo(Refusal.NOTHING_TOLD.name()));
  }

  @Test
  void a_candidate_who_comes_back_by_themselves_needs_nobody_more() {
    var ana = greeted();
    ana.silence(Duration.ofHours(24).plusMinutes(31))
        .deskIsAlerted(Desk.Kind.AT_RISK, Desk.Kind.ESCALATED);
    ana.taps("Ana").hears("cargo").silence(Duration.ofHours(3));
    assertThat(escalations(ana)).containsExactly(1);
  }

  @Test
  void escalation_waits_for_the_team_to_be_at_work() {
    var ana = world.candidate(escalating());
    ana.neighbours.office = nights(ana.now());
    ana.says("oi").silence(Duration.ofMinutes(165)).hears("automatizado");
    ana.says("pessoa").hears("Chamei uma pessoa").silence(Duration.ofHours(11));
    assertThat(escalations(ana)).isEmpty();
    ana.silence(Duration.ofMinutes(40));
    assertThat(escalations(ana)).containsExactly(1);
  }

  @Test
  void the_team_is_told_once_that_a_waiting_candidates_window_closes() {
    var ana = greeted();
    ana.says("pessoa").hears("Chamei uma pessoa").silence(Duration.ofMinutes(21 * 60 + 50));
    assertThat(windowsClosing(ana)).isEmpty();
    ana.silence(Duration.ofMinutes(20));
    assertThat(windowsClosing(ana)).hasSize(1);
    ana.silence(Duration.ofHours(30));
    assertThat(windowsClosing(ana)).hasSize(1);
    ana.says("alguém?").silence(Duration.ofHours(23));
    assertThat(windowsClosing(ana)).hasSize(2);
  }

  @Test
  void nobody_is_told_of_a_window_that_closes_over_a_candidate_who_owes_the_answer() {
    var ana = greeted();
    ana.silence(Duration.ofHours(30));
    assertThat(windowsClosing(ana)).isEmpty();
  }

  private static List<Desk.Alert> windowsClosing(Scenario ana) {
    synchronized (ana.neighbours) {
      return ana.neighbours.alerts.stream()
          .filter(alert -> alert.kind() == Desk.Kind.WINDOW_CLOSING)
          .toList();
    }
  }

  @Test
  void who_dropped_off_and_returns_after_months_is_greeted_anew_and_the_old_journey_stays() {
    // given a candidate who answered once and was never heard of again
    var ana = greeted();
    ana.taps("Ana").hears("cargo").silence(Duration.ofDays(8));
    var old = ana.neighbours.recorded;
    assertThat(old.end().ending()).isEqualTo(Ending.DROPPED);

    // when they write after three months
    ana.silence(Duration.ofDays(92)).says("oi, ainda tem vaga?").silence(Duration.ofMinutes(1));

    // then another journey begins; the first one ended as it was, with what they said
    ana.hears("automatizado").hearsNothingMore();
    assertThat(ana.state().journeyId()).isNotEqualTo(old.journeyId());
    assertThat(ana.state().generation()).isEqualTo(2);
    assertThat(ana.state().talk().answers()).isEmpty();
    assertThat(old.talk().answers()).containsEntry("nome", "Ana");
  }
}
