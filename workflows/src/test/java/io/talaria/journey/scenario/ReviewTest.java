package io.talaria.journey.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.talaria.definition.Plan;
import io.talaria.definition.Plan.Overdue;
import io.talaria.journey.Mode;
import io.talaria.journey.Review.Fate;
import io.talaria.journey.ReviewDecision.Choice;
import io.talaria.port.Desk;
import io.talaria.port.JourneyEvent;
import io.talaria.port.JourneyEvent.ReviewDecided;
import io.talaria.port.JourneyEvent.ReviewRequested;
import io.talaria.port.Proposal.HumanOverride;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A proposal waits for a recruiter: approved, edited, rejected, overtaken, or forgotten. */
class ReviewTest {
  private static final Duration TWO_HOURS = Duration.ofHours(2);
  @AutoClose private static final ScenarioWorld world = new ScenarioWorld();

  private static Plan plan(Overdue then) {
    return Neighbours.reviewed(new Plan.Review(0.7, TWO_HOURS, then, List.of("link")));
  }

  /** The bot is sure of its greeting, and not of what it says to "Ana". */
  private static Scenario waits(Scenario ana) {
    ana.says("oi").silence(Duration.ofSeconds(5)).hears("automatizado");
    ana.neighbours.confidence = 0.55;
    return ana.taps("Ana").until(state -> state.inReview() != null).hearsNothingMore();
  }

  private static Scenario waits(Overdue then) {
    return waits(world.candidate(plan(then)));
  }

  private static Scenario waits() {
    return waits(Overdue.HUMAN);
  }

  private static List<ReviewDecided> decided(Scenario ana) {
    synchronized (ana.neighbours) {
      return ana.neighbours.events.stream()
          .filter(ReviewDecided.class::isInstance)
          .map(ReviewDecided.class::cast)
          .toList();
    }
  }

  private static List<JourneyEvent> requested(Scenario ana) {
    synchronized (ana.neighbours) {
      return ana.neighbours.events.stream().filter(ReviewRequested.class::isInstance).toList();
    }
  }

  private static HumanOverride override(Scenario ana) {
    synchronized (ana.neighbours) {
      return ana.neighbours.sent.getLast().claim().proposal().decision().override();
    }
  }

  private static void isFate(Scenario ana, Fate fate) {
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () -> assertThat(decided(ana)).extracting(ReviewDecided::fate).containsExactly(fate));
  }

  @Test
  void a_reply_that_the_bot_is_unsure_of_waits_and_leaves_once_when_it_is_approved() {
    // given
    var ana = waits();
    ana.deskIsAlerted(Desk.Kind.REVIEW);
    assertThat(requested(ana))
        .singleElement()
        .isInstanceOfSatisfying(
            ReviewRequested.class,
            asked -> {
              assertThat(asked.confidence()).isEqualTo(0.55);
              assertThat(asked.below()).isEqualTo(0.7);
              assertThat(asked.until()).isEqualTo(asked.at().plus(TWO_HOURS));
            });
    assertThat(ana.neighbours.takenIn).contains(ana.lastMessage().id());

    // when
    var receipt = ana.recruiter("Camila").approves(1, "cargo?");

    // then
    assertThat(receipt.fate()).isEqualTo(Fate.APPROVED);
    ana.hears("cargo").hearsNothingMore().until(state -> state.inbox().open().isEmpty());
    assertThat(ana.state().talk().step()).isEqualTo("cargo");
    isFate(ana, Fate.APPROVED);
    assertThat(override(ana).operatorName()).isEqualTo("Camila");
    assertThat(override(ana).from()).isNull();
  }

  @Test
  void a_candidate_whose_reply_waits_waits_for_us_and_the_team_hears_of_it() {
    var ana = waits();
    ana.silence(Duration.ofMinutes(20)).deskIsAlerted(Desk.Kind.REVIEW, Desk.Kind.WAITING);
    assertThat(ana.state().silence().weOweSince()).isNotNull();
  }

  @Test
  void a_marked_question_waits_however_sure_the_bot_is() {
    var ana = waits();
    ana.recruiter("Camila").approves(1, "cargo?");
    ana.hears("cargo");
    ana.neighbours.confidence = 1;
    ana.taps("backend").until(state -> state.inReview() != null).hearsNothingMore();
    assertThat(ana.state().inReview().below()).isNull();
    ana.recruiter("Camila").approves(2, "link?");
    ana.hears("link").taps("x").hears("quando").hearsNothingMore();
  }

  @Test
  void a_step_that_the_bot_says_is_marked_waits_too() {
    var ana = world.candidate(plan(Overdue.HUMAN));
    ana.neighbours.marked = true;
    ana.says("oi").silence(Duration.ofSeconds(5)).hearsNothingMore();
    assertThat(ana.state().inReview().version()).isEqualTo(1);
  }

  @Test
  void an_edited_reply_leaves_in_the_recruiters_words_and_tells_what_the_bot_had_proposed() {
    var ana = waits();
    assertThat(ana.recruiter("Camila").edits(1, "Qual é o seu cargo hoje?").fate())
        .isEqualTo(Fate.EDITED);
    ana.hears("Qual é o seu cargo hoje?").hearsNothingMore();
    isFate(ana, Fate.EDITED);
    assertThat(override(ana).from()).containsExactly("cargo?");
    assertThat(override(ana).note()).isEqualTo("assim soa melhor");
    assertThat(ana.state().talk().step()).isEqualTo("cargo");
  }

  @Test
  void a_rejected_reply_is_never_said_and_a_person_is_called() {
    var ana = waits();
    ana.recruiter("Camila").rejects(1, "Ela já disse o cargo");
    ana.deskIsAlerted(Desk.Kind.REVIEW, Desk.Kind.NEEDS_HUMAN).hearsNothingMore();
    assertThat(ana.state().needsHuman()).isEqualTo("review_rejected");
    assertThat(ana.state().silence().weOweSince()).isNotNull();
    assertThat(decided(ana).getFirst().note()).isEqualTo("Ela já disse o cargo");
    var camila = ana.recruiter("Camila");
    camila.takesOver();
    camila.replies("Oi, Ana!");
    ana.hears("Oi, Ana!").hearsNothingMore();
  }

  @Test
  void what_the_candidate_writes_meanwhile_makes_it_another_version_and_the_old_one_is_refused() {
    // given
    var ana = waits();

    // when
    ana.taps("Ana Souza").until(state -> state.inReview().version() == 2).hearsNothingMore();

    // then
    var camila = ana.recruiter("Camila");
    assertThatThrownBy(() -> camila.approves(1, "cargo?"))
        .rootCause()
        .hasMessageContaining("The candidate wrote meanwhile");
    camila.approves(2, "cargo?");
    ana.hears("cargo").hearsNothingMore();
    assertThat(ana.state().inbox().open()).isEmpty();
    assertThat(ana.state().talk().answers()).containsEntry("nome", "Ana Souza");
    assertThat(requested(ana)).hasSize(2);
    assertThat(decided(ana))
        .extracting(ReviewDecided::fate)
        .containsExactly(Fate.OUTDATED, Fate.APPROVED);
    ana.deskIsAlerted(Desk.Kind.REVIEW);
  }

  @Test
  void one_that_isnt_outdated_yet_is_refused_while_the_candidate_goes_on_typing() {
    var ana = waits();
    ana.says("e também").until(state -> state.inbox().open().size() == 2);
    assertThatThrownBy(() -> ana.recruiter("Camila").approves(1, "cargo?"))
        .rootCause()
        .hasMessageContaining("proposes anew");
    ana.hearsNothingMore();
  }

  @Test
  void words_that_arent_what_was_shown_are_not_approved() {
    var ana = waits();
    assertThatThrownBy(() -> ana.recruiter("Camila").approves(1, "nome?"))
        .rootCause()
        .hasMessageContaining("proposes something else");
    ana.hearsNothingMore();
  }

  @Test
  void a_takeover_drops_it_says_so_and_after_the_hand_back_the_bot_proposes_anew() {
    var ana = waits();
    var camila = ana.recruiter("Camila");
    String key = ana.state().inReview().key();
    assertThat(camila.takesOver().dropped()).contains(key + "/0");
    assertThat(ana.state().inReview()).isNull();
    isFate(ana, Fate.TAKEN_OVER);
    assertThatThrownBy(() -> camila.approves(1, "cargo?"))
        .rootCause()
        .hasMessageContaining("Camila took it over");
    ana.hearsNothingMore();
    camila.handsBack();
    ana.until(state -> state.inReview() != null && state.inReview().version() == 2);
    ana.hearsNothingMore();
  }

  @Test
  void nobody_decides_in_time_and_it_leaves() {
    var ana = waits(Overdue.SEND);
    ana.silence(TWO_HOURS.minusMinutes(1)).hearsNothingMore();
    ana.silence(Duration.ofMinutes(2)).hears("cargo").hearsNothingMore();
    isFate(ana, Fate.OVERDUE_SENT);
    assertThat(override(ana).operatorId()).isNull();
    assertThatThrownBy(() -> ana.recruiter("Camila").approves(1, "cargo?"))
        .rootCause()
        .hasMessageContaining("since nobody had decided");
  }

  @Test
  void nobody_decides_in_time_and_it_is_dropped_while_the_candidate_waits_on() {
    var ana = waits(Overdue.DROP);
    ana.silence(Duration.ofHours(3)).hearsNothingMore();
    isFate(ana, Fate.OVERDUE_DROPPED);
    assertThat(ana.state().inbox().open()).isEmpty();
    assertThat(ana.state().silence().weOweSince()).isNotNull();
    assertThat(ana.state().talk().step()).isEqualTo("nome");
    ana.deskIsAlerted(Desk.Kind.REVIEW, Desk.Kind.WAITING);
    ana.neighbours.confidence = 1;
    ana.taps("Ana Souza").hears("cargo").hearsNothingMore();
  }

  @Test
  void nobody_decides_in_time_and_a_person_is_called() {
    var ana = waits(Overdue.HUMAN);
    ana.silence(Duration.ofHours(3)).hearsNothingMore();
    isFate(ana, Fate.OVERDUE_HUMAN);
    assertThat(ana.state().needsHuman()).isEqualTo("review_overdue");
    ana.deskIsAlerted(Desk.Kind.REVIEW, Desk.Kind.WAITING, Desk.Kind.NEEDS_HUMAN);
  }

  @Test
  void a_stop_and_a_call_for_a_person_are_heard_at_once() {
    var ana = waits();
    ana.says("PARAR").hears("Não escrevo mais").hearsNothingMore().until(state -> state.over());
    isFate(ana, Fate.ENDED);
    var bia = waits();
    bia.says("pessoa").hears("Chamei uma pessoa").hearsNothingMore();
    isFate(bia, Fate.PERSON_CALLED);
  }

  @Test
  void when_the_window_closes_the_template_asks_back_instead() {
    var threeDays = new Plan.Review(0.7, Duration.ofDays(3), Overdue.SEND, List.of());
    var ana = world.candidate(Neighbours.reviewed(threeDays));
    waits(ana);
    ana.silence(Duration.ofHours(24)).hears("Podemos continuar?").hearsNothingMore();
    isFate(ana, Fate.WINDOW_CLOSED);
  }

  @Test
  void a_reminder_waits_too_and_when_nobody_decides_it_counts_as_one() {
    var ana = waits(Overdue.DROP);
    ana.recruiter("Camila").approves(1, "cargo?");
    ana.hears("cargo").silence(Duration.ofHours(4)).hearsNothingMore();
    assertThat(ana.state().inReview()).isNotNull();
    ana.silence(Duration.ofHours(3)).hearsNothingMore();
    assertThat(ana.state().silence().nudges()).isEqualTo(1);
    assertThat(ana.state().silence().candidateOwesSince()).isNotNull();
  }

  @Test
  void the_same_request_twice_is_one_reply_and_whoever_comes_second_hears_who_decided() {
    var ana = waits();
    UUID request = UUID.randomUUID();
    var camila = ana.recruiter("Camila");
    var receipt = camila.decides(request, 1, Choice.APPROVE, null, "cargo?");
    assertThat(camila.decides(request, 1, Choice.APPROVE, null, "cargo?")).isEqualTo(receipt);
    assertThatThrownBy(() -> ana.recruiter("Rafael").rejects(1, "não"))
        .rootCause()
        .hasMessageContaining("Already decided by Camila at");
    ana.hears("cargo").hearsNothingMore();
    assertThat(decided(ana)).hasSize(1);
  }

  @Test
  void it_waits_on_in_the_next_run_and_in_the_one_after_a_lost_run() {
    // given a run that goes on in a new one while a reply waits
    var ana = waits(new Scenario(world, plan(Overdue.HUMAN), 20));
    ana.deskIsAlerted(Desk.Kind.REVIEW);
    for (int i = 0; i < 8; i++) {
      int version = ana.state().inReview().version();
      ana.taps("Ana " + i).until(state -> state.inReview().version() > version);
    }
    ana.silence(Duration.ofMinutes(1));
    await().atMost(Duration.ofSeconds(10)).until(() -> world.runs(ana.candidateId) > 1);
    int version = ana.state().inReview().version();

    // when that one is lost
    UUID journey = ana.state().journeyId();
    world.terminate(ana.candidateId);
    ana.isCalledBack(journey);
    ana.until(state -> state.generation() == 2);

    // then it still waits, told once, and is said when it is approved
    assertThat(ana.state().inReview().version()).isEqualTo(version);
    ana.hearsNothingMore();
    ana.recruiter("Camila").approves(version, "cargo?");
    ana.hears("cargo").hearsNothingMore();
    assertThat(requested(ana)).hasSize(version);
    ana.deskIsAlerted(Desk.Kind.REVIEW);
  }

  @Test
  void an_approved_reply_that_meets_the_brake_of_a_takeover_that_never_comes_is_said_after_it() {
    var ana = waits();
    synchronized (ana.neighbours) {
      ana.neighbours.raiseBrake(UUID.randomUUID());
    }
    ana.recruiter("Camila").approves(1, "cargo?");
    ana.silence(Duration.ofSeconds(10)).hearsNothingMore();
    ana.neighbours.givesUpTakeover();
    ana.silence(Duration.ofMinutes(1)).hears("cargo").hearsNothingMore();
    assertThat(requested(ana)).hasSize(1);
    assertThat(ana.state().mode()).isEqualTo(Mode.BOT);
  }
}
