package io.talaria.dev.rehearsal;

import io.talaria.journey.SendDelivered;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Lets the story's time pass. What is sent arrives within a second of it. */
final class Patience {
  /** How long the candidate waits for what is expected: longer than any typing pause and pace. */
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private static final Duration MOMENT = Duration.ofSeconds(1);

  private final RehearsalServer server;
  private final Neighbours neighbours;

  Patience(RehearsalServer server, Neighbours neighbours) {
    this.server = server;
    this.neighbours = neighbours;
  }

  /** Waits until it is so, at most a minute, and answers whether it is. */
  boolean until(BooleanSupplier reached) {
    settle();
    Instant last = server.now().plus(MINUTE);
    while (!reached.getAsBoolean()) {
      if (!server.now().isBefore(last)) {
        settle();
        return reached.getAsBoolean();
      }
      server.sleep(MOMENT);
      arrive();
    }
    return true;
  }

  /** So much time passes, and everything that is due within it happens. */
  void pass(Duration time) {
    settle();
    if (time.isPositive()) {
      server.sleep(time);
    }
    settle();
  }

  /** Everything that is due now happens. */
  void settle() {
    do {
      server.settle();
    } while (arrive());
  }

  private boolean arrive() {
    var arrivals = neighbours.arrivals();
    arrivals.forEach(key -> server.signal("sendDelivered", new SendDelivered(key, server.now())));
    return !arrivals.isEmpty();
  }
}
