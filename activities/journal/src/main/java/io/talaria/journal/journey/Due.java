package io.talaria.journal.journey;

import io.talaria.journey.JourneyState;
import io.talaria.journey.rule.Act;
import io.talaria.journey.rule.Next;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a journey acts next by itself, by its own rules. A journey that is open and long overdue has
 * no run, or one that doesn't get on: nobody else would notice before the candidate writes again.
 */
final class Due {
  private Due() {}

  /**
   * Null when only a message or a person moves it. What the team hasn't been told yet is due at
   * once: a run that is lost with it would take it along, and a held journey has no other deadline.
   * A journey that is over has nothing else to do.
   */
  static @Nullable Instant of(JourneyState state, Instant now) {
    if (!state.pendingAlerts().isEmpty()) {
      return now;
    }
    if (state.over()) {
      return null;
    }
    return Next.of(state, Instant.EPOCH, false, false, now) instanceof Act.Wait wait
        ? wait.until()
        : now;
  }
}
