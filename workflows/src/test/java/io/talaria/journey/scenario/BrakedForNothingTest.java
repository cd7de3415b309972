package io.talaria.journey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.port.Delivered.Outcome;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Sends that a brake keeps back which nobody holds. */
class BrakedForNothingTest {
  @AutoClose private static final ScenarioWorld world = new ScenarioWorld();

  @Test
  void what_was_dropped_under_the_epoch_that_stands_leaves_under_a_new_one() {
    var ana = world.greeted();
    long epoch = ana.state().hold().epoch();
    ana.neighbours.nextOutcome = Outcome.BRAKED;

    ana.taps("Ana").hears("cargo").hearsNothingMore();

    assertThat(ana.state().hold().epoch()).isEqualTo(epoch + 1);
  }

  @Test
  void whatever_keeps_it_back_the_journey_rests_and_goes_on_when_it_is_over() {
    var ana = world.greeted();
    ana.neighbours.brakesForNothing = true;
    ana.taps("Ana").silence(Duration.ofMinutes(5)).hearsNothingMore();

    ana.neighbours.brakesForNothing = false;

    ana.silence(Duration.ofMinutes(2)).hears("cargo").hearsNothingMore();
  }
}
