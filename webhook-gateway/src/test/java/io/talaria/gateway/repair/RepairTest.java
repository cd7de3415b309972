package io.talaria.gateway.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.talaria.gateway.GatewayScenario;
import io.talaria.gateway.Sends;
import io.talaria.gateway.repair.Repair.Line;
import io.talaria.gateway.repair.Repair.Outcome;
import io.talaria.journal.repair.OpenJourney;
import io.talaria.journal.repair.OpenJourneys;
import io.talaria.journal.repair.WantedRuns;
import io.talaria.journey.JourneyStart;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class RepairTest extends GatewayScenario {
  @Autowired Repair repair;
  @Autowired LostRunSweeper sweeper;
  @Autowired WantedRuns wanted;
  @Autowired OpenJourneys open;

  @Test
  void a_dry_run_tells_of_lost_journeys_and_changes_nothing() {
    var lost = new Sends(jdbc);
    var alive = new Sends(jdbc);
    journeys.hasNobodyFor(lost.candidate);

    List<Line> lines = repaired("--lost");

    assertThat(outcome(lines, lost)).isEqualTo(Outcome.WOULD_GO_ON);
    assertThat(lines).extracting(line -> line.journey().journeyId()).doesNotContain(alive.journey);
    assertThat(begun(lost)).isZero();
  }

  @Test
  void a_lost_journey_goes_on_once_however_often_it_is_asked_for() {
    var lost = new Sends(jdbc);
    journeys.hasNobodyFor(lost.candidate);

    assertThat(outcome(repaired("--lost", "--apply"), lost)).isEqualTo(Outcome.WENT_ON);
    List<Line> again = repaired("--lost", "--apply");

    assertThat(again).extracting(line -> line.journey().journeyId()).doesNotContain(lost.journey);
    assertThat(begun(lost)).isEqualTo(1);
  }

  @Test
  void a_stuck_journey_goes_on_in_place_of_its_run() {
    var stuck = new Sends(jdbc);
    journeys.failsFor(stuck.candidate);

    assertThat(outcome(repaired("--stuck", "--apply"), stuck)).isEqualTo(Outcome.WENT_ON);
  }

  @Test
  void a_journey_is_chosen_by_its_id_its_candidates_or_its_workflows() {
    var ana = new Sends(jdbc);
    for (String id :
        List.of(ana.journey.toString(), ana.candidate.toString(), "journey-" + ana.candidate)) {
      assertThat(outcome(repaired("--journeys", id), ana)).isEqualTo(Outcome.WOULD_GO_ON);
    }
  }

  @Test
  void nothing_is_repaired_while_temporal_is_away_and_the_exit_code_says_so() {
    new Sends(jdbc);
    journeys.away = true;
    var out = new ByteArrayOutputStream();

    int code =
        RepairCommand.run(
            repair,
            Selection.parse(List.of("--lost", "--apply")),
            new PrintStream(out, true, StandardCharsets.UTF_8));

    assertThat(code).isEqualTo(1);
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("Temporal is away");
  }

  @Test
  void a_journey_that_is_long_overdue_and_has_no_run_goes_on_by_itself() {
    var lost = new Sends(jdbc);
    var notYet = new Sends(jdbc);
    journeys.hasNobodyFor(lost.candidate);
    journeys.hasNobodyFor(notYet.candidate);
    due(lost, 600);
    due(notYet, 60);

    sweeper.sweep();
    sweeper.sweep();

    assertThat(begun(lost)).isEqualTo(1);
    assertThat(begun(notYet)).isZero();
  }

  @Test
  void a_journey_that_somebody_asked_for_in_vain_goes_on_though_nothing_is_due() {
    var lost = new Sends(jdbc);
    var alive = new Sends(jdbc);
    var over = new Sends(jdbc);
    journeys.hasNobodyFor(lost.candidate);
    List.of(lost, alive, over).forEach(of -> assertThat(wanted.callFor(of.candidate)).isTrue());
    jdbc.sql("update journey set status = 'DROPPED' where id = ?").param(over.journey).update();
    assertThat(wanted.callFor(over.candidate)).isFalse();

    soon(() -> assertThat(wanted.oldest(50)).isEmpty());
    assertThat(begun(lost)).isEqualTo(1);
    assertThat(begun(alive)).isZero();
  }

  @Test
  void what_somebody_asked_for_is_tried_until_the_engine_is_back() {
    var lost = new Sends(jdbc);
    journeys.hasNobodyFor(lost.candidate);
    journeys.away = true;
    wanted.callFor(lost.candidate);

    sweeper.bringBack();
    assertThat(wanted.oldest(50)).contains(lost.journey);

    journeys.away = false;
    soon(() -> assertThat(begun(lost)).isEqualTo(1));
  }

  @Test
  void an_overdue_journey_that_runs_is_left_alone() {
    var late = new Sends(jdbc);
    due(late, 600);
    sweeper.sweep();
    assertThat(begun(late)).isZero();
  }

  @Test
  void who_was_not_looked_at_yet_comes_before_who_is_overdue_for_longer() {
    var longest = new Sends(jdbc);
    due(longest, 90_000_000);
    assertThat(overdue().getFirst().journeyId()).isEqualTo(longest.journey);
    var other = new Sends(jdbc);
    due(other, 80_000_000);
    assertThat(overdue().getFirst().journeyId()).isEqualTo(other.journey);
  }

  private List<OpenJourney> overdue() {
    return open.takeOverdue(Duration.ofDays(900), Duration.ZERO, 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "--everything", "--journeys 12", "--lost --since yesterday"})
  void what_cant_be_understood_is_said(String arguments) {
    assertThatThrownBy(() -> Selection.parse(List.of(arguments.split(" "))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching("(?s).*(Say which|no option|expects).*");
  }

  private void due(Sends of, int secondsAgo) {
    jdbc.sql("update journey set due_at = now() - make_interval(secs => ?) where id = ?")
        .params(secondsAgo, of.journey)
        .update();
  }

  private List<Line> repaired(String... arguments) {
    var lines = new ArrayList<Line>();
    repair.run(Selection.parse(List.of(arguments)), lines::add);
    return lines;
  }

  private static Outcome outcome(List<Line> lines, Sends of) {
    return lines.stream()
        .filter(line -> line.journey().journeyId().equals(of.journey))
        .findFirst()
        .orElseThrow()
        .outcome();
  }

  private long begun(Sends of) {
    return journeys.begun.stream().map(JourneyStart::left).filter(of.journey::equals).count();
  }
}
