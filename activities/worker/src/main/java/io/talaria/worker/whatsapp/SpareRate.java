package io.talaria.worker.whatsapp;

import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Whether a number is used less than its rate, so that what nobody waits for may leave at once. All
 * other calls use it up and are never refused. Of this worker alone: another one that finds room as
 * well meets WhatsApp's own limit at worst, and {@link Throttle} with it.
 */
@Component
final class SpareRate {
  private final ToDoubleFunction<String> perSecond;
  private final Map<String, RateLimiter> numbers = new ConcurrentHashMap<>();

  @Autowired
  SpareRate(WhatsAppSettings settings) {
    this(settings::rate);
  }

  /**
   * @param perSecond the rate of a number
   */
  SpareRate(ToDoubleFunction<String> perSecond) {
    this.perSecond = perSecond;
  }

  /**
   * Takes room for one call, if this number made fewer in this second than its rate; with a rate
   * below one, in the time that one call has. Room that isn't used is lost.
   *
   * @return false when there was none
   */
  boolean take(String numberId) {
    return of(numberId).acquirePermission();
  }

  /** This number makes a call, whether there is room or not. */
  void took(String numberId) {
    of(numberId).acquirePermission();
  }

  private RateLimiter of(String numberId) {
    return numbers.computeIfAbsent(numberId, this::limiter);
  }

  private RateLimiter limiter(String numberId) {
    double rate = perSecond.applyAsDouble(numberId);
    int calls = (int) Math.max(1, Math.floor(rate));
    var config =
        RateLimiterConfig.custom()
            .limitForPeriod(calls)
            .limitRefreshPeriod(Duration.ofNanos((long) (calls / rate * 1_000_000_000)))
            .timeoutDuration(Duration.ZERO)
            .build();
    return RateLimiter.of(numberId, config);
  }
}
