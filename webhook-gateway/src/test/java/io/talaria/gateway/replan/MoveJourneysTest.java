package io.talaria.gateway.replan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.talaria.definition.Plan;
import io.talaria.gateway.GatewayScenario;
import io.talaria.gateway.StoredState;
import io.talaria.gateway.Updates;
import io.talaria.journal.Sealed;
import io.talaria.journal.replan.MoveJourneys;
import io.talaria.journal.replan.MoveJourneys.Became;
import io.talaria.journal.replan.MoveJourneys.Line;
import io.talaria.journal.replan.MoveOrder;
import io.talaria.journal.replan.PlanMovers;
import io.talaria.journal.replan.PlanTeller.Told;
import io.talaria.journey.JourneyState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class MoveJourneysTest extends GatewayScenario {
  private static final String DEFINITION = "moved-hiring";

  @Autowired MoveJourneys moves;
  @Autowired PlanMovers movers;
  @Autowired Sealed sealed;

  @BeforeEach
  void aSecondPlan() throws IOException {
    try (var yaml = getClass().getResourceAsStream("/definitions/tech-hiring.yaml")) {
      String text = new String(Objects.requireNonNull(yaml).readAllBytes(), StandardCharsets.UTF_8);
      jdbc.sql(
              """
              insert into definition_version (account_id, name, plan, text_revision, yaml, plan_hash, text_hash)
              values (?, ?, 2, 0, ?, '-', '-') on conflict do nothing
              """)
          .params(ACCOUNT, DEFINITION, text)
          .update();
    }
  }

  @AfterEach
  void nobodyIsLeft() {
    jdbc.sql("update journey set status = 'DROPPED' where definition_name = ?")
        .param(DEFINITION)
        .update();
  }

  @Test
  void the_preview_tells_of_each_journey_and_changes_nothing() {
    Open stands = open("initial_contact", "role");
    Open asked = open("initial_contact", "a_question_of_before");
    Open gone = open("a_stage_of_before", "q");

    String told = ordered(0, DEFINITION);

    assertThat(line(told, stands)).endsWith("moves");
    assertThat(line(told, asked)).contains("its open question is gone").endsWith("is asked");
    assertThat(line(told, gone))
        .contains("cannot move: plan 2 has no stage a_stage_of_before")
        .contains("--stage a_stage_of_before=");
    assertThat(told).contains("     1  moves").contains("Nothing was changed. Add --yes");
    assertThat(journeys.plans).doesNotContainKeys(stands.candidate, asked.candidate);
  }

  @Test
  void with_yes_each_that_can_move_is_told_and_the_exit_code_tells_of_those_that_stay() {
    Open stands = open("initial_contact", "role");
    Open gone = open("a_stage_of_before", "role");

    String told = ordered(1, DEFINITION, "--yes", "--by", "rita");

    assertThat(line(told, stands)).contains("told; moves when nothing is under way");
    assertThat(journeys.plans.get(stands.candidate).plan()).isEqualTo(2);
    assertThat(journeys.plans.get(stands.candidate).by()).isEqualTo("rita");
    assertThat(journeys.plans).doesNotContainKey(gone.candidate);

    // Whoever asks again asks for the same; a stage that takes the lost one's place moves the rest.
    UUID first = journeys.plans.get(stands.candidate).requestId();
    ordered(0, DEFINITION, "--yes", "--stage", "a_stage_of_before=initial_contact");
    assertThat(journeys.plans.get(stands.candidate).requestId()).isEqualTo(first);
    assertThat(journeys.plans.get(gone.candidate).stages())
        .containsEntry("a_stage_of_before", "initial_contact");
  }

  @Test
  void a_journey_that_moved_meanwhile_is_told_as_moved_and_one_that_ended_as_ended() {
    Open moved = open("initial_contact", "role");
    Open ended = open("initial_contact", "role");
    journeys.beforeAFact =
        () -> {
          jdbc.sql("update journey set plan = 2 where id = ?").param(moved.journey).update();
          jdbc.sql("update journey set status = 'DROPPED' where id = ?")
              .param(ended.journey)
              .update();
        };
    try {
      String told = ordered(0, DEFINITION, "--yes");
      assertThat(line(told, moved)).endsWith("moved");
      assertThat(line(told, ended)).endsWith("has ended");
    } finally {
      journeys.beforeAFact = () -> {};
    }
    assertThat(ordered(0, DEFINITION)).contains("No open journey is on an older plan.");
  }

  @Test
  void a_journey_without_a_run_and_an_engine_that_is_away_are_told_and_nothing_is_lost() {
    Open lost = open("initial_contact", "role");
    journeys.hasNobodyFor(lost.candidate);
    assertThat(line(ordered(1, DEFINITION, "--yes"), lost)).contains("repair --lost");
    journeys.away = true;
    assertThat(line(ordered(1, DEFINITION, "--yes"), lost)).contains("Temporal is away");
  }

  @Test
  void an_engine_that_keeps_silent_is_not_asked_for_every_journey() {
    for (int i = 0; i < 5; i++) {
      open("initial_contact", "role");
    }
    var asked = new AtomicInteger();
    var silent =
        new MoveJourneys(
            movers,
            (candidate, chosen) -> {
              asked.incrementAndGet();
              return Told.AWAY;
            });
    var order = new MoveOrder(DEFINITION, null, Map.of(), "rita", true);
    var told = new ArrayList<Line>();

    silent.run(silent.targets(order).getFirst(), order, told::add);

    assertThat(asked).hasValue(3);
    assertThat(told).hasSize(5).extracting(Line::became).containsOnly(Became.TEMPORAL_AWAY);
  }

  @Test
  void a_plan_or_a_stage_that_there_isnt_is_said_before_anything_is_done() {
    open("initial_contact", "role");
    assertThat(ordered(2, DEFINITION, "--to", "v7")).contains("Plan 7 of definition");
    assertThat(ordered(2, "no-such-definition")).contains("No definition no-such-definition");
    assertThat(ordered(2, DEFINITION, "--yes", "--stage", "a=nowhere"))
        .contains("has no stage nowhere; it has initial_contact");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "--yes", "a b", "a --to x", "a --to", "a --stage b", "a --stage =b", "a --x"})
  void what_cant_be_understood_is_said(String arguments) {
    List<String> words = arguments.isEmpty() ? List.of() : List.of(arguments.split(" "));
    assertThatThrownBy(() -> MoveArguments.parse(words, "rita"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching("(?s).*(Say which|no option|expects).*");
  }

  private String ordered(int code, String... arguments) {
    var out = new ByteArrayOutputStream();
    assertThat(
            MoveJourneysCommand.run(
                moves,
                MoveArguments.parse(List.of(arguments), "test"),
                Duration.ZERO,
                new PrintStream(out, true, StandardCharsets.UTF_8)))
        .isEqualTo(code);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static String line(String told, Open of) {
    return told.lines().filter(l -> l.startsWith(of.journey.toString())).findFirst().orElseThrow();
  }

  private record Open(UUID candidate, UUID journey) {}

  private Open open(String stage, String step) {
    var open = new Open(UUID.randomUUID(), UUID.randomUUID());
    jdbc.sql("insert into candidate (id, account_id) values (?, ?)")
        .params(open.candidate, ACCOUNT)
        .update();
    jdbc.sql(
            """
            insert into journey (id, account_id, candidate_id, number_id, definition_name, plan, run_id,
                                 generation, stage, step, language, sealed_state)
            values (?, ?, ?, ?, ?, 1, 'run', 1, ?, ?, 'en', ?)
            """)
        .params(
            open.journey,
            ACCOUNT,
            open.candidate,
            Updates.NUMBER,
            DEFINITION,
            stage,
            step,
            sealed.json(open.candidate, state(open.journey, stage, step)))
        .update();
    return open;
  }

  private static JourneyState state(UUID journey, String stage, String step) {
    Plan plan =
        StoredState.plan(DEFINITION, List.of("en"), new Plan.Stage(stage, Map.of(), List.of(step)));
    return StoredState.of(journey, plan, "en", stage, step);
  }
}
