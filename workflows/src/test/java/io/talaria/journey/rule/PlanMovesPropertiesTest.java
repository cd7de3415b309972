package io.talaria.journey.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.definition.Plan;
import io.talaria.definition.Plan.Stage;
import io.talaria.journey.JourneyState;
import io.talaria.journey.JourneyState.Talk;
import io.talaria.journey.rule.PlanMoves.Outcome;
import io.talaria.journey.rule.PlanMoves.Verdict;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class PlanMovesPropertiesTest {
  private static final List<String> QUESTIONS = List.of("p", "q", "r", "s", "t", "u");

  @Property(tries = 2000)
  void whatever_the_plans_a_journey_that_moves_stands_in_the_new_one_and_not_behind(
      @ForAll("stages") List<Stage> old,
      @ForAll("stages") List<Stage> next,
      @ForAll @IntRange(max = 9) int at,
      @ForAll("answers") Map<String, String> answers,
      @ForAll("stageIds") String place) {
    Stage stage = old.get(at % old.size());
    String open = stage.questions().isEmpty() ? null : stage.questions().getFirst();
    JourneyState state =
        Samples.begun()
            .withPlan(plan(1, old))
            .withTalk(new Talk("en", stage.id(), open, 1, answers, true));
    Plan to = plan(2, next);
    Verdict verdict = PlanMoves.verdict(state, to, Map.of(stage.id(), place));

    JourneyState moved = PlanMoves.moved(state, to, verdict);

    assertThat(moved.talk().answers()).isEqualTo(answers);
    if (!verdict.moves()) {
      assertThat(moved).isEqualTo(state);
      return;
    }
    List<String> ids = next.stream().map(Stage::id).toList();
    assertThat(ids).contains(moved.talk().stage());
    int here = ids.indexOf(moved.talk().stage());
    old.subList(0, at % old.size())
        .forEach(left -> assertThat(ids.indexOf(left.id())).isLessThan(here));
    if (moved.talk().step() != null) {
      assertThat(next.get(here).questions()).contains(moved.talk().step());
    }
    if (verdict.outcome() == Outcome.ASKS_ANEW) {
      assertThat(answers.getOrDefault(moved.talk().step(), "")).isEmpty();
    }
    // Done again, nothing is left to do.
    assertThat(PlanMoves.verdict(moved, to, Map.of()).outcome()).isEqualTo(Outcome.THERE_ALREADY);
  }

  private static Plan plan(int number, List<Stage> stages) {
    return PlanMovesTest.plan(number, stages.toArray(Stage[]::new));
  }

  @Provide
  Arbitrary<String> stageIds() {
    return Arbitraries.of("a", "b", "c", "d");
  }

  @Provide
  Arbitrary<List<Stage>> stages() {
    Arbitrary<Map<String, List<String>>> questions =
        Arbitraries.maps(stageIds(), Arbitraries.of(QUESTIONS).list().uniqueElements().ofMaxSize(3))
            .ofMinSize(1);
    return Combinators.combine(questions, Arbitraries.randoms())
        .as(
            (map, random) -> {
              var ids = new java.util.ArrayList<>(map.keySet());
              java.util.Collections.shuffle(ids, random);
              return ids.stream().map(id -> new Stage(id, Map.of(), map.get(id))).toList();
            });
  }

  @Provide
  Arbitrary<Map<String, String>> answers() {
    return Arbitraries.maps(Arbitraries.of(QUESTIONS), Arbitraries.of("yes", "")).map(HashMap::new);
  }
}
