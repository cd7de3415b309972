package io.talaria.journal.reading;

import io.talaria.journal.reading.Card.Told;
import io.talaria.journey.JourneyState;
import io.talaria.journey.Phase;
import io.talaria.journey.Timing.Escalation;
import io.talaria.journey.rule.Escalating;
import io.talaria.port.Desk;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the team was told of a journey, as the journey itself knows it. */
final class ToldReader {
  private ToldReader() {}

  /** Null when nothing lasts, and in the phase in which the team is told of nothing. */
  static @Nullable Told of(JourneyState state) {
    Set<Desk.Kind> about = Escalating.lasting(state);
    if (about.isEmpty() || state.phase() == Phase.OBSERVE) {
      return null;
    }
    Escalation open = state.clocks().escalation();
    return Escalating.dueAt(state)
        .map(at -> new Told(about, null, at, open == null ? 0 : open.level() + 1))
        .orElseGet(() -> new Told(about, state.clocks().acknowledged(), null, 0));
  }
}
