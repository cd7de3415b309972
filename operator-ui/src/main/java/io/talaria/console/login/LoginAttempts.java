package io.talaria.console.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Slows guessing down: after five wrong passwords for an address it is closed for a minute, from
 * wherever they came. Kept in this process; the wait is short enough to be harmless to its owner.
 */
@Component
class LoginAttempts {
  static final int ALLOWED = 5;
  static final Duration CLOSED = Duration.ofMinutes(1);
  private static final int REMEMBERED = 10_000;

  private final Map<String, Wrong> wrong = new ConcurrentHashMap<>();
  private final Clock clock;

  @org.springframework.beans.factory.annotation.Autowired
  LoginAttempts() {
    this(Clock.systemUTC());
  }

  LoginAttempts(Clock clock) {
    this.clock = clock;
  }

  private record Wrong(int times, Instant last) {}

  /** Whether this address may be tried now. */
  boolean open(String email) {
    Wrong so = wrong.get(key(email));
    return so == null || so.times() < ALLOWED || so.last().plus(CLOSED).isBefore(clock.instant());
  }

  void failed(String email) {
    if (wrong.size() >= REMEMBERED) {
      wrong.values().removeIf(old -> old.last().plus(CLOSED).isBefore(clock.instant()));
    }
    wrong.merge(
        key(email),
        new Wrong(1, clock.instant()),
        (old, one) ->
            old.last().plus(CLOSED).isBefore(clock.instant())
                ? one
                : new Wrong(old.times() + 1, clock.instant()));
  }

  void succeeded(String email) {
    wrong.remove(key(email));
  }

  private static String key(String email) {
    return email.strip().toLowerCase(Locale.ROOT);
  }
}
