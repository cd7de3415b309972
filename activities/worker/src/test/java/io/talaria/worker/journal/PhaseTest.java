package io.talaria.worker.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.journal.journey.JourneyWrites;
import io.talaria.journal.outside.Phases;
import io.talaria.journey.JourneyState;
import io.talaria.journey.Phase;
import io.talaria.worker.World;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the journal tells and keeps of a number's phase. */
class PhaseTest extends World {
  @Autowired JourneyWrites writes;
  @Autowired Phases phases;

  @AfterEach
  void wholeOursAgain() {
    phases.set(NUMBER, Phase.CONTROL);
  }

  @Test
  void a_journey_opens_in_its_numbers_phase() {
    ana();
    phases.set(NUMBER, Phase.OBSERVE);

    Ana bia = ana();

    assertThat(bia.journey().phase()).isEqualTo(Phase.OBSERVE);
    assertThat(journeyRow(bia)).containsEntry("phase", "OBSERVE");
  }

  @Test
  void a_number_that_is_wholly_ours_has_none() {
    assertThat(ana().journey().phase()).isNull();
  }

  @Test
  void the_row_shows_what_the_journey_knows_and_strays_are_those_who_do_not() {
    Ana ana = ana();
    phases.set(NUMBER, Phase.ALERT);
    assertThat(strays()).contains(ana.journey().journeyId());

    JourneyState alert = state(ana, 1).withPhase(Phase.ALERT);
    writes.write(write(ana, alert));

    assertThat(journeyRow(ana)).containsEntry("phase", "ALERT");
    assertThat(strays()).doesNotContain(ana.journey().journeyId());
  }

  private List<UUID> strays() {
    return phases.strays(new UUID(0, 0), 1000).stream().map(Phases.Stray::journeyId).toList();
  }
}
