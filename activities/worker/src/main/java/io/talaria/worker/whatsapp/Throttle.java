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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Rests a number of which WhatsApp says that it sends too much: each further call would be refused,
 * and counts. Each time that the first call after a rest is refused again, it rests for twice as
 * long. What comes meanwhile waits on the governed queue. Of this worker alone: another one learns
 * it by a call of its own.
 */
@Component
final class Throttle {
  /** Times the first rest. */
  private static final int LONGEST = 16;

  private final Map<String, Rest> rests = new ConcurrentHashMap<>();
  private final Duration first;
  private final InstantSource clock;

  @Autowired
  Throttle(WhatsAppSettings settings) {
    this(settings.rest(), InstantSource.system());
  }

  Throttle(Duration first, InstantSource clock) {
    this.first = first;
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
    Duration twice = before == null ? first : before.length().multipliedBy(2);
    Duration longest = first.multipliedBy(LONGEST);
    Duration length = twice.compareTo(longest) > 0 ? longest : twice;
    return new Rest(length, clock.instant().plus(length));
  }

  private boolean isOver(Rest rest) {
    return !clock.instant().isBefore(rest.until());
  }
}
