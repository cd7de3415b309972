package io.talaria.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.gateway.GatewayScenario;
import io.talaria.gateway.Updates;
import io.talaria.gateway.Watched;
import io.talaria.journal.Sealed;
import io.talaria.journal.outside.Phases;
import io.talaria.journey.Phase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PhaseSweepTest extends GatewayScenario {
  @Autowired Sealed sealed;
  @Autowired Phases phases;

  @AfterEach
  void everythingIsOursAgain() {
    phases.set(Updates.NUMBER, Phase.CONTROL);
    jdbc.sql("update journey set phase = null").update();
  }

  @Test
  void open_journeys_are_told_of_a_change_until_they_know() {
    var ana = new Watched(jdbc, sealed, null);

    phases.set(Updates.NUMBER, Phase.ALERT);

    soon(() -> assertThat(journeys.phases).containsEntry(ana.candidate, Phase.ALERT));
    assertThat(phases.untold()).as("the journey has not said that it knows").isTrue();

    jdbc.sql("update journey set phase = 'ALERT' where status = 'OPEN' and number_id = ?")
        .param(Updates.NUMBER)
        .update();
    soon(() -> assertThat(phases.untold()).isFalse());
  }

  @Test
  void an_engine_that_is_away_is_told_later() {
    var ana = new Watched(jdbc, sealed, null);
    journeys.away = true;
    phases.set(Updates.NUMBER, Phase.OBSERVE);
    soon(() -> assertThat(phases.untold()).isTrue());
    assertThat(journeys.phases).doesNotContainKey(ana.candidate);

    journeys.away = false;
    soon(() -> assertThat(journeys.phases).containsEntry(ana.candidate, Phase.OBSERVE));
  }

  @Test
  void the_same_phase_again_is_no_change() {
    jdbc.sql("update number set phase_told = true").update();
    phases.set(Updates.NUMBER, Phase.CONTROL);
    assertThat(phases.untold()).isFalse();
  }
}
