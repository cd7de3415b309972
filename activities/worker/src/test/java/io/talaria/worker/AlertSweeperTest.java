package io.talaria.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.journal.journey.JourneyWrites;
import io.talaria.journey.Ending;
import io.talaria.journey.Hold;
import io.talaria.journey.Holder;
import io.talaria.journey.JourneyState;
import io.talaria.journey.rule.Moves;
import io.talaria.port.Desk;
import io.talaria.port.Desk.Alert;
import io.talaria.port.Desk.Kind;
import io.talaria.worker.FakeHttp.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a journey had still to tell when its run was lost. */
class AlertSweeperTest extends World {
  @Autowired AlertSweeper sweeper;
  @Autowired JourneyWrites writes;
  @Autowired Desk desk;

  @BeforeEach
  void slackWorks() {
    SLACK.answers(request -> Answer.of(200, "{\"ok\":true,\"channel\":\"C1\",\"ts\":\"1.2\"}"));
  }

  @Test
  void who_wrote_after_the_end_is_told_of_once_though_the_run_is_gone() {
    Ana ana = ended(Kind.AFTER_END);

    sweeper.sweep();
    longAgo(ana);
    sweeper.sweep();

    assertThat(SLACK.got()).hasSize(1);
    assertThat(state(ana, Kind.AFTER_END)).isEqualTo("POSTED");
    assertThat(journeyRow(ana).get("untold_since")).isNull();
  }

  @Test
  void what_the_end_has_made_pointless_is_withdrawn_and_the_rest_is_told() {
    Ana ana = ended(Kind.NEEDS_HUMAN, Kind.HANDED_OVER, Kind.SCHEDULED_NOT_SENT);

    sweeper.sweep();

    assertThat(SLACK.got()).hasSize(1);
    assertThat(state(ana, Kind.NEEDS_HUMAN)).isEqualTo("DROPPED");
    assertThat(state(ana, Kind.HANDED_OVER)).isEqualTo("DROPPED");
    assertThat(state(ana, Kind.SCHEDULED_NOT_SENT)).isEqualTo("POSTED");
  }

  @Test
  void what_a_living_run_has_told_is_not_told_again() {
    Ana ana = ended(Kind.AFTER_END);
    desk.alert(alert(ana, Kind.AFTER_END));

    sweeper.sweep();

    assertThat(SLACK.got()).hasSize(1);
    assertThat(journeyRow(ana).get("untold_since")).isNull();
  }

  @Test
  void while_slack_is_away_it_stays_to_be_told() {
    Ana ana = ended(Kind.AFTER_END);
    SLACK.answers(request -> Answer.of(429, "{\"ok\":false,\"error\":\"ratelimited\"}"));
    sweeper.sweep();
    assertThat(journeyRow(ana).get("untold_since")).isNotNull();

    slackWorks();
    longAgo(ana);
    sweeper.sweep();

    assertThat(state(ana, Kind.AFTER_END)).isEqualTo("POSTED");
  }

  @Test
  void a_held_journey_whose_run_was_lost_with_something_to_tell_is_told_of() {
    Ana ana = ana();
    var rita = new Holder(UUID.randomUUID(), operator("Rita"), "Rita", now());
    JourneyState held = state(ana, 1).withHold(new Hold(1, rita));
    writes.write(write(ana, held.withAlerts(List.of(alert(ana, Kind.HANDED_OVER)))));

    sweeper.sweep();
    assertThat(SLACK.got()).as("its run may be about to tell it").isEmpty();
    longAgo(ana);
    sweeper.sweep();

    assertThat(state(ana, Kind.HANDED_OVER)).isEqualTo("POSTED");
    assertThat(journeyRow(ana).get("untold_since")).isNull();
  }

  @Test
  void a_journey_that_ended_with_all_told_is_never_looked_at() {
    Ana ana = ana();
    writes.write(write(ana, Moves.ended(state(ana, 1), Ending.DROPPED, now())));
    assertThat(journeyRow(ana).get("untold_since")).isNull();
  }

  /** It ended a while ago with these to tell. */
  private Ana ended(Kind... kinds) {
    Ana ana = ana();
    var untold = new ArrayList<Alert>();
    for (Kind kind : List.of(kinds)) {
      untold.add(alert(ana, kind));
    }
    JourneyState over = Moves.ended(state(ana, 1), Ending.DROPPED, now()).withAlerts(untold);
    writes.write(write(ana, over));
    longAgo(ana);
    return ana;
  }

  /** Its last write, or the last look at it, was more than five minutes ago. */
  private void longAgo(Ana ana) {
    jdbc.sql("update journey set untold_since = untold_since - interval '6 minutes' where id = :id")
        .param("id", ana.journey().journeyId())
        .update();
  }

  private static Alert alert(Ana ana, Kind kind) {
    UUID journey = ana.journey().journeyId();
    return new Alert(
        ACCOUNT,
        ana.candidate(),
        journey,
        journey + ":" + kind + ":1",
        kind,
        "initial_contact",
        now(),
        null);
  }

  private String state(Ana ana, Kind kind) {
    return column(
        String.class,
        "select state from alert where episode = :id",
        ana.journey().journeyId() + ":" + kind + ":1");
  }
}
