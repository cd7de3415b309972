package io.talaria.journey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.port.Delivered.Outcome;
import io.talaria.port.Desk;
import io.talaria.port.TurnKey;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A number that stays held for longer than a send waits on the governed queue at once. */
class HeldForHoursTest {
  @AutoClose private static final ScenarioWorld world = new ScenarioWorld();

  private static void held(Scenario ana) {
    ana.neighbours.paused = true;
    ana.neighbours.numberHeld = true;
    ana.neighbours.pause = Duration.ofMinutes(50);
    ana.neighbours.nextOutcome = Outcome.DEFERRED;
  }

  private static void problemsAreNone(Scenario ana) {
    synchronized (ana.neighbours) {
      assertThat(ana.neighbours.alerts)
          .extracting(Desk.Alert::kind)
          .doesNotContain(Desk.Kind.SEND_PROBLEM);
    }
  }

  @Test
  void a_reply_goes_on_waiting_and_leaves_in_its_place() {
    var ana = world.greeted();
    held(ana);
    ana.taps("Ana").until(state -> state.outgoing().saying() != null);

    ana.silence(Duration.ofHours(13)).hearsNothingMore();
    problemsAreNone(ana);
    ana.neighbours.paused = false;
    ana.silence(Duration.ofMinutes(55)).hears("cargo").hearsNothingMore();
  }

  @Test
  void a_reply_whose_window_has_closed_by_then_gives_way_to_the_template_that_waits_too() {
    var ana = world.greeted();
    held(ana);
    ana.taps("Ana").until(state -> state.outgoing().saying() != null);

    ana.silence(Duration.ofHours(25));
    // The template is refused at once as the reply was.
    ana.neighbours.nextOutcome = Outcome.DEFERRED;
    ana.silence(Duration.ofHours(14)).hearsNothingMore();
    problemsAreNone(ana);
    ana.neighbours.paused = false;
    ana.silence(Duration.ofMinutes(55)).hears("Podemos continuar?").hearsNothingMore();
  }

  @Test
  void a_persons_words_go_on_waiting_too() {
    var ana = world.greeted();
    var camila = ana.recruiter("Camila");
    camila.takesOver();
    held(ana);
    camila.replies("primeiro");

    ana.silence(Duration.ofHours(8)).hearsNothingMore();
    problemsAreNone(ana);
    ana.neighbours.paused = false;
    ana.silence(Duration.ofMinutes(55)).hears("primeiro");
  }

  @Test
  void what_waits_for_hours_for_another_reason_calls_a_person_as_ever() {
    var ana = world.greeted();
    held(ana);
    ana.neighbours.numberHeld = false;
    ana.taps("Ana").until(state -> state.outgoing().saying() != null);
    String key = TurnKey.bubble(ana.state().outgoing().saying().key(), 0);

    ana.silence(Duration.ofHours(7)).until(state -> "send_rejected".equals(state.needsHuman()));

    // nor does it wait on, where it would hold up all that follow
    assertThat(ana.neighbours.waits(key)).isFalse();
  }
}
