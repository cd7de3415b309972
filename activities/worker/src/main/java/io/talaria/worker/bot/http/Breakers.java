package io.talaria.worker.bot.http;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.talaria.port.BotFault;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * A circuit breaker for each bot, so that candidates of one that is down don't wait for it turn
 * after turn. It opens when half of the last ten requests failed, for 30 seconds; then three may
 * try. See https://resilience4j.readme.io/docs/circuitbreaker.
 */
@Component
class Breakers {
  static final Duration OPEN = Duration.ofSeconds(30);
  static final int ENOUGH = 5;

  private static final int RECENT = 10;
  private static final int TRIALS = 3;

  private final CircuitBreakerRegistry breakers;

  Breakers() {
    this(Clock.systemUTC());
  }

  Breakers(Clock clock) {
    breakers =
        CircuitBreakerRegistry.of(
            CircuitBreakerConfig.custom()
                .clock(clock)
                .slidingWindowSize(RECENT)
                .minimumNumberOfCalls(ENOUGH)
                .failureRateThreshold(50)
                .waitDurationInOpenState(OPEN)
                .permittedNumberOfCallsInHalfOpenState(TRIALS)
                .build());
  }

  /** Makes the call unless the bot rests; its faults count where they tell that it is sick. */
  BotReply call(String bot, Supplier<BotReply> call) {
    CircuitBreaker breaker = breakers.circuitBreaker(bot);
    if (!breaker.tryAcquirePermission()) {
      return new BotReply.Failed(BotFault.RESTING);
    }
    long begun = System.nanoTime();
    BotReply reply;
    try {
      reply = call.get();
    } catch (RuntimeException e) {
      breaker.releasePermission();
      throw e;
    }
    long took = System.nanoTime() - begun;
    if (reply instanceof BotReply.Failed failed && failed.fault().sick()) {
      breaker.onError(took, TimeUnit.NANOSECONDS, new Unfit(failed.fault()));
    } else {
      breaker.onSuccess(took, TimeUnit.NANOSECONDS);
    }
    return reply;
  }
}
