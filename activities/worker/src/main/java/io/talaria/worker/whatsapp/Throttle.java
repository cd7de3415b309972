package io.talaria.worker.whatsapp;

import io.talaria.journal.send.CallOutcome;
import io.talaria.journal.send.Treatment;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Rests a number of which WhatsApp says that it sends too much: each further call would be refused,
 * and counts. For two seconds; each time that the first call after a rest is refused again, for
 * twice as long, half a minute at most. What comes meanwhile waits on the governed queue. Of this
 * worker alone: another one learns it by a call of its own.
 */
final class Throttle {
  private static final Duration FIRST = Duration.ofSeconds(2);
  private static final Duration LONGEST = Duration.ofSeconds(32);

  private final Map<String, Rest> rests = new ConcurrentHashMap<>();
  private final InstantSource clock;

  Throttle(InstantSource clock) {
    this.clock = clock;
  }

  private record Rest(Duration length, Instant until) {}

  /** How long the number rests still; empty when it may call. */
  Optional<Duration> left(String numberId) {
    Rest rest = rests.get(numberId);
    Duration left = rest == null ? Duration.ZERO : Duration.between(clock.instant(), rest.until());
    return left.isPositive() ? Optional.of(left) : Optional.empty();
  }

  /** What a call came to. What was under way when the rest began says nothing new. */
  void heard(String numberId, CallOutcome outcome) {
    if (outcome instanceof CallOutcome.Accepted) {
      rests.computeIfPresent(numberId, (number, rest) -> isOver(rest) ? null : rest);
    } else if (outcome instanceof CallOutcome.Refused refused
        && Treatment.THROTTLE.name().equals(refused.treatment())) {
      rests.compute(numberId, (number, rest) -> after(rest));
    }
  }

  private Rest after(@Nullable Rest before) {
    if (before != null && !isOver(before)) {
      return before;
    }
    Duration twice = before == null ? FIRST : before.length().multipliedBy(2);
    Duration length = twice.compareTo(LONGEST) > 0 ? LONGEST : twice;
    return new Rest(length, clock.instant().plus(length));
  }

  private boolean isOver(Rest rest) {
    return !clock.instant().isBefore(rest.until());
  }
}
