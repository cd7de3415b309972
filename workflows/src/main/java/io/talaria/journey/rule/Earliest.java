package io.talaria.journey.rule;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The earliest of several deadlines, and the act that is due then. */
final class Earliest {
  private final Instant now;
  private @Nullable Instant at;
  private @Nullable Act due;

  Earliest(Instant now) {
    this.now = now;
  }

  void consider(@Nullable Instant since, Duration after, boolean done, Act act) {
    if (since != null && !done) {
      consider(since.plus(after), act);
    }
  }

  void consider(Instant deadline, Act act) {
    if (at == null || deadline.isBefore(at)) {
      at = deadline;
      due = act;
    }
  }

  Act act() {
    if (at == null || due == null) {
      return new Act.Wait(null, "");
    }
    return now.isBefore(at) ? new Act.Wait(at, due.getClass().getSimpleName()) : due;
  }
}
