package io.talaria.journey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.definition.Plan;
import io.talaria.definition.Plan.Stage;
import io.talaria.journey.Ending;
import io.talaria.journey.PlanChosen;
import io.talaria.port.JourneyEvent.PlanChanged;
import io.talaria.port.Turn;
import io.talaria.port.Turn.Reason;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Journeys that are moved to another plan in the middle. */
class PlanMoveTest {
  /** The role is asked no more; the portfolio is. */
  private static final Plan OTHER_QUESTION =
      plan(2, stage("initial_contact", "nome", "portfolio"), stage("final_review", "quando"));

  /** One question more at the end. */
  private static final Plan ONE_MORE =
      plan(
          3,
          stage("initial_contact", "nome", "cargo", "cidade"),
          stage("technical_challenge", "link"),
          stage("final_review", "quando"));

  private static final Plan OTHER_STAGES = plan(4, stage("welcome", "cargo", "quando"));

  private static ScenarioWorld world;

  @BeforeAll
  static void start() {
    world = new ScenarioWorld();
    for (Plan plan : List.of(OTHER_QUESTION, ONE_MORE, OTHER_STAGES)) {
      world.published.put(plan.number(), plan);
    }
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  private static Stage stage(String id, String... questions) {
    return new Stage(id, Map.of(), List.of(questions));
  }

  private static Plan plan(int number, Stage... stages) {
    Plan of = Neighbours.plan(false, Duration.ZERO);
    return new Plan(
        of.definition(), number, List.of(stages), of.languages(), of.words(), of.times(), false);
  }

  private static Scenario askedForTheRole() {
    var ana = world.candidate();
    ana.says("oi").silence(Duration.ofSeconds(5)).hears("automatizado");
    return ana.taps("Ana").hears("cargo");
  }

  private static UUID moves(Scenario ana, Plan plan, Map<String, String> stages) {
    UUID request = UUID.randomUUID();
    moves(ana, request, plan, stages);
    return request;
  }

  private static void moves(Scenario ana, UUID id, Plan plan, Map<String, String> stages) {
    synchronized (ana.neighbours) {
      ana.neighbours.plan = plan;
    }
    ana.journey().planChosen(new PlanChosen(id, plan.number(), stages, "rita"));
  }

  private static List<PlanChanged> changes(Scenario ana) {
    synchronized (ana.neighbours) {
      return ana.neighbours.events.stream()
          .filter(PlanChanged.class::isInstance)
          .map(PlanChanged.class::cast)
          .toList();
    }
  }

  @Test
  void a_journey_goes_on_in_the_new_plan_with_its_open_question_and_is_asked_nothing_twice() {
    var ana = askedForTheRole();

    moves(ana, ONE_MORE, Map.of());
    ana.until(state -> state.plan().number() == 3).hearsNothingMore();

    assertThat(changes(ana)).singleElement().extracting(PlanChanged::asked).isNull();
    ana.taps("Dev").hears("cidade").taps("Lisboa").hears("link");
    ana.taps("x.y").hears("quando").taps("já").hears("Obrigado");
    assertThat(ana.state().end().ending()).isEqualTo(Ending.COMPLETED);
    assertThat(ana.state().talk().answers()).containsEntry("nome", "Ana");
  }

  @Test
  void where_the_open_question_is_gone_the_next_unanswered_one_is_asked_at_once() {
    var ana = askedForTheRole();

    UUID request = moves(ana, OTHER_QUESTION, Map.of());

    ana.hears("Continuando: portfolio");
    assertThat(changes(ana)).singleElement().extracting(PlanChanged::asked).isEqualTo("portfolio");
    moves(ana, request, OTHER_QUESTION, Map.of());
    ana.taps("a.b").hears("quando").hearsNothingMore();
    assertThat(ana.state().talk().answers()).containsEntry("portfolio", "a.b");
    assertThat(changes(ana)).hasSize(1);
    assertThat(ana.state().move()).isNull();
  }

  @Test
  void words_that_come_before_the_new_question_was_asked_are_no_answer_to_it() {
    var ana = askedForTheRole();
    var camila = ana.recruiter("Camila");
    camila.takesOver();
    moves(ana, OTHER_QUESTION, Map.of());
    ana.until(state -> state.plan().number() == 2).hearsNothingMore();

    ana.says("e agora?").silence(Duration.ofSeconds(20));
    camila.handsBack();
    ana.silence(Duration.ofMinutes(1));

    Turn turn = ana.neighbours.turns.getLast();
    assertThat(turn.reason()).isEqualTo(Reason.MESSAGES);
    assertThat(turn.step()).isEqualTo("portfolio");
    assertThat(turn.moment().unasked()).isTrue();
    assertThat(ana.state().move()).isNull();
  }

  @Test
  void whose_stage_is_gone_keeps_its_plan_until_somebody_says_where_it_goes_on() {
    var ana = askedForTheRole();

    moves(ana, OTHER_STAGES, Map.of());
    ana.until(state -> state.move() == null).hearsNothingMore();
    assertThat(ana.state().plan().number()).isEqualTo(1);

    moves(ana, OTHER_STAGES, Map.of("initial_contact", "welcome"));
    ana.until(state -> state.plan().number() == 4);
    assertThat(ana.state().talk().stage()).isEqualTo("welcome");
    ana.taps("Dev").hears("quando").hearsNothingMore();
  }

  @Test
  void what_waits_for_a_persons_decision_comes_first() {
    var ana = askedForTheRole();
    ana.says("pessoa").hears("Chamei uma pessoa").says("e aí?").silence(Duration.ofSeconds(20));

    moves(ana, ONE_MORE, Map.of());
    ana.until(state -> state.move() != null);
    assertThat(ana.state().plan().number()).isEqualTo(1);
    assertThat(ana.neighbours.recorded.move()).isNotNull();

    var camila = ana.recruiter("Camila");
    camila.takesOver();
    camila.replies("Pronto");
    ana.hears("Pronto").until(state -> state.plan().number() == 3);
    assertThat(ana.state().move()).isNull();
  }
}
