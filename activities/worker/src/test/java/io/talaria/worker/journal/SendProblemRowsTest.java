package io.talaria.worker.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.journal.alert.Alerts;
import io.talaria.journal.alert.Posting;
import io.talaria.journey.Ending;
import io.talaria.journey.Hold;
import io.talaria.journey.Holder;
import io.talaria.journey.JourneyState;
import io.talaria.journey.JourneyState.End;
import io.talaria.journey.rule.Holding;
import io.talaria.port.Desk;
import io.talaria.port.Desk.Kind;
import io.talaria.port.Journal;
import io.talaria.worker.World;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How long the team is still to be told of a message that did not arrive. */
class SendProblemRowsTest extends World {
  private static final Instant NOW = now();

  @Autowired Journal journal;
  @Autowired Alerts alerts;

  private static Desk.Alert problem(Ana ana, Instant since) {
    UUID journey = ana.journey().journeyId();
    return new Desk.Alert(
        ACCOUNT,
        ana.candidate(),
        journey,
        journey + ":SEND_PROBLEM:" + since.getEpochSecond(),
        Kind.SEND_PROBLEM,
        "initial_contact",
        since,
        null);
  }

  /** Slack does not take it yet. */
  private void waits(Desk.Alert alert) {
    assertThat(alerts.begin(alert)).isEqualTo(Posting.FIRST);
    alerts.notNow(alert.episode());
  }

  private JourneyState ended(Ana ana, long revision) {
    return state(ana, revision).withEnd(new End(Ending.COMPLETED, NOW));
  }

  @Test
  void of_the_last_words_the_team_is_told_after_the_end() {
    Ana ana = ana();
    journal.record(write(ana, ended(ana, 1)));
    Desk.Alert alert = problem(ana, NOW.plusSeconds(60));
    waits(alert);

    journal.record(write(ana, ended(ana, 2)));

    assertThat(alerts.begin(alert)).isEqualTo(Posting.FIRST);
  }

  @Test
  void what_was_told_before_the_end_is_over_with_it() {
    Ana ana = ana();
    journal.record(write(ana, state(ana, 1).withNeedsHuman("send_failed")));
    Desk.Alert alert = problem(ana, NOW.minusSeconds(60));
    waits(alert);

    journal.record(write(ana, ended(ana, 2)));

    assertThat(alerts.begin(alert)).isEqualTo(Posting.DONE);
    assertThat(alerts.begin(problem(ana, NOW.minusSeconds(30))))
        .as("and what has no row yet")
        .isEqualTo(Posting.DONE);
  }

  @Test
  void who_holds_the_journey_is_told_until_they_act() {
    Ana ana = ana();
    UUID rita = operator("Rita");
    UUID takeover = raiseBrake(ana, rita);
    var hold = new Hold(ana.journey().epoch() + 1, new Holder(takeover, rita, "Rita", NOW));
    JourneyState held = state(ana, 1).withHold(hold);
    journal.record(write(ana, held));
    Desk.Alert alert = problem(ana, NOW.plusSeconds(60));
    waits(alert);

    journal.record(write(ana, held.revised()));
    waits(alert);
    journal.record(write(ana, Holding.acted(held, NOW.plusSeconds(90)).revised().revised()));

    assertThat(alerts.begin(alert)).isEqualTo(Posting.DONE);
  }

  @Test
  void a_takeover_sees_to_what_was_told_before_it() {
    Ana ana = ana();
    journal.record(write(ana, state(ana, 1).withNeedsHuman("send_failed")));
    Desk.Alert alert = problem(ana, NOW.minusSeconds(60));
    waits(alert);
    UUID rita = operator("Rita");
    UUID takeover = raiseBrake(ana, rita);
    var hold = new Hold(ana.journey().epoch() + 1, new Holder(takeover, rita, "Rita", NOW));

    journal.record(write(ana, state(ana, 2).withHold(hold)));

    assertThat(alerts.begin(alert)).isEqualTo(Posting.DONE);
  }

  @Test
  void where_nobody_is_needed_any_more_nobody_is_told() {
    Ana ana = ana();
    journal.record(write(ana, state(ana, 1)));
    assertThat(alerts.begin(problem(ana, NOW))).isEqualTo(Posting.DONE);
  }
}
