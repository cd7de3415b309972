package io.talaria.journey.rule;

import io.talaria.journey.JourneyState;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a journey acts next by itself, as its state alone tells. The journal keeps it: whoever wakes
 * journeys goes by it, and one that is open and long overdue has no run, or one that doesn't get
 * on.
 */
public final class Due {
  private Due() {}

  /**
   * Null when only a message or a person moves it, and when it is over. What the team hasn't been
   * told yet is no deadline: others see to it (see {@code journey.untold_since}).
   */
  public static @Nullable Instant of(JourneyState state, Instant now) {
    if (state.over()) {
      return null;
    }
    return act(state, now) instanceof Act.Wait wait ? wait.until() : now;
  }

  /**
   * Whether what is due then is due as well so much later: that no night begins in between, no
   * window closes, and nothing else comes first.
   */
  public static boolean keeps(JourneyState state, Instant due, Duration time) {
    return act(state, due).equals(act(state, due.plus(time)));
  }

  private static Act act(JourneyState state, Instant now) {
    return Next.of(state, Instant.EPOCH, false, now);
  }
}
