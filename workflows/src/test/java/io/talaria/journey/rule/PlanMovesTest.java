package io.talaria.journey.rule;

import static io.talaria.journey.rule.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.definition.Plan;
import io.talaria.definition.Plan.Stage;
import io.talaria.journey.Ending;
import io.talaria.journey.JourneyState;
import io.talaria.journey.JourneyState.Talk;
import io.talaria.journey.Phase;
import io.talaria.journey.PlanChosen;
import io.talaria.journey.rule.PlanMoves.Outcome;
import io.talaria.journey.rule.PlanMoves.Verdict;
import io.talaria.port.Appointment;
import io.talaria.port.JourneyEvent.PlanChanged;
import io.talaria.port.JourneyEvent.StageCompleted;
import io.talaria.port.JourneyEvent.StageEntered;
import io.talaria.port.Turn.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PlanMovesTest {
  private static final PlanChosen CHOSEN = new PlanChosen(UUID.randomUUID(), 2, Map.of(), "rita");

  static Stage stage(String id, String... questions) {
    return new Stage(id, Map.of(), List.of(questions));
  }

  static Plan plan(int number, Stage... stages) {
    Plan of = Samples.PLAN;
    return new Plan(
        of.definition(), number, List.of(stages), of.languages(), of.words(), of.times(), false);
  }

  private static final Plan OLD =
      plan(1, stage("hello", "name", "role"), stage("task", "link", "size"), stage("end", "when"));

  /** Somebody who answered their name and role, and is asked for the link. */
  private static JourneyState atTheLink() {
    return Samples.begun()
        .withPlan(OLD)
        .withTalk(new Talk("en", "task", "link", 2, Map.of("name", "Ana", "role", "dev"), true));
  }

  private static Verdict to(Stage... stages) {
    return PlanMoves.verdict(atTheLink(), plan(2, stages), Map.of());
  }

  @Test
  void whose_question_is_still_there_stands_as_before() {
    Plan to = plan(2, stage("hello", "name"), stage("task", "size", "link"), stage("end", "when"));

    Verdict verdict = PlanMoves.verdict(atTheLink(), to, Map.of());
    JourneyState moved = PlanMoves.moved(atTheLink(), to, verdict);

    assertThat(verdict.outcome()).isEqualTo(Outcome.MOVES);
    assertThat(moved.plan()).isEqualTo(to);
    assertThat(moved.talk()).isEqualTo(atTheLink().talk());
    assertThat(moved.move()).isNull();
    assertThat(PlanMoves.asksNow(moved)).isFalse();
  }

  @Test
  void whose_question_is_gone_is_asked_the_stages_first_unanswered_one_and_keeps_their_answers() {
    Plan to = plan(2, stage("hello"), stage("task", "role", "portfolio", "size"), stage("end"));

    Verdict verdict = PlanMoves.verdict(atTheLink(), to, Map.of());
    JourneyState moved = PlanMoves.moved(atTheLink(), to, verdict);

    assertThat(verdict).isEqualTo(new Verdict(Outcome.ASKS_ANEW, "task", "portfolio", "en"));
    assertThat(moved.talk())
        .isEqualTo(new Talk("en", "task", "portfolio", 0, atTheLink().talk().answers(), true));
    assertThat(PlanMoves.isUnasked(moved)).isTrue();
    assertThat(PlanMoves.asksNow(moved)).isTrue();
    assertThat(PlanMoves.asked(moved, Reason.WINDOW_CLOSED)).isEqualTo(moved);
    assertThat(PlanMoves.isUnasked(PlanMoves.asked(moved, Reason.RESUME))).isFalse();
  }

  @Test
  void an_answer_that_was_taken_back_is_none() {
    JourneyState state =
        atTheLink().withTalk(new Talk("en", "task", "link", 0, Map.of("role", ""), true));
    assertThat(PlanMoves.verdict(state, plan(2, stage("task", "role")), Map.of()).step())
        .isEqualTo("role");
  }

  @Test
  void whose_stage_is_gone_stays_until_somebody_says_where_it_goes_on() {
    Plan to = plan(2, stage("hello", "name"), stage("challenge", "link"));
    JourneyState state = atTheLink();

    assertThat(PlanMoves.verdict(state, to, Map.of()).outcome()).isEqualTo(Outcome.STAGE_GONE);
    Verdict verdict = PlanMoves.verdict(state, to, Map.of("task", "challenge"));
    JourneyState moved = PlanMoves.moved(state, to, verdict);

    assertThat(verdict).isEqualTo(new Verdict(Outcome.MOVES, "challenge", "link", "en"));
    assertThat(PlanMoves.events(state, moved, CHOSEN, NOON))
        .hasSize(3)
        .hasAtLeastOneElementOfType(PlanChanged.class)
        .hasAtLeastOneElementOfType(StageCompleted.class)
        .hasAtLeastOneElementOfType(StageEntered.class);
  }

  @Test
  void nobody_goes_back_to_a_stage_that_they_have_left() {
    assertThat(to(stage("task", "link"), stage("hello", "name")).outcome())
        .isEqualTo(Outcome.BACKWARDS);
    Plan same = plan(2, stage("hello", "name"), stage("task", "link"));
    assertThat(PlanMoves.verdict(atTheLink(), same, Map.of("task", "hello")).outcome())
        .isEqualTo(Outcome.BACKWARDS);
  }

  @Test
  void where_everything_was_answered_somebody_says_where_it_goes_on() {
    assertThat(to(stage("task", "name", "role"), stage("end", "when")).outcome())
        .isEqualTo(Outcome.NOTHING_TO_ASK);
  }

  @Test
  void a_journey_that_is_over_or_there_already_is_left_alone() {
    JourneyState over = Moves.ended(atTheLink(), Ending.COMPLETED, NOON);
    JourneyState newer = atTheLink().withPlan(plan(3, OLD.stages().getFirst()));

    for (JourneyState state : List.of(over, newer)) {
      assertThat(PlanMoves.chosen(state, CHOSEN)).isEqualTo(state);
    }
    assertThat(PlanMoves.verdict(over, plan(2, stage("task", "link")), Map.of()).outcome())
        .isEqualTo(Outcome.ENDED);
    assertThat(PlanMoves.verdict(newer, plan(2, stage("task", "link")), Map.of()).outcome())
        .isEqualTo(Outcome.THERE_ALREADY);
  }

  @Test
  void a_language_that_the_new_plan_lacks_gives_way_to_its_first() {
    JourneyState state = atTheLink().withTalk(new Talk("pt", "task", "link", 0, Map.of(), true));
    assertThat(PlanMoves.verdict(state, plan(2, stage("task", "link")), Map.of()).language())
        .isEqualTo("en");
  }

  @Test
  void reminders_of_a_question_that_is_gone_go_with_it_and_an_agreed_date_stays() {
    var reminder = new Appointment("link/24h", NOON.plusSeconds(60));
    var agreed = new Appointment("follow_up", NOON.plusSeconds(90));
    JourneyState state = atTheLink().withAgenda(List.of(reminder, agreed));
    Plan to = plan(2, stage("task", "size"));

    JourneyState moved = PlanMoves.moved(state, to, PlanMoves.verdict(state, to, Map.of()));

    assertThat(moved.appointments()).containsExactly(agreed);
    assertThat(PlanMoves.asksNow(moved)).isFalse();
  }

  @Test
  void it_moves_at_once_when_nothing_is_under_way() {
    assertThat(act(PlanMoves.chosen(atTheLink(), CHOSEN))).isEqualTo(new Act.ChangePlan());
    JourneyState held = Samples.heldBy(atTheLink(), Samples.CAMILA, NOON);
    assertThat(act(PlanMoves.chosen(held, CHOSEN))).isEqualTo(new Act.ChangePlan());
  }

  @Test
  void it_waits_for_what_is_unanswered_unless_another_system_answers() {
    JourneyState wrote =
        PlanMoves.chosen(Moves.received(atTheLink(), Samples.message(1, NOON, "my link")), CHOSEN);
    assertThat(act(wrote)).isNotEqualTo(new Act.ChangePlan());
    assertThat(act(wrote.withPhase(Phase.OBSERVE))).isEqualTo(new Act.ChangePlan());
  }

  private static Act act(JourneyState state) {
    return Next.of(state, Instant.EPOCH, false, NOON.plusSeconds(1));
  }
}
