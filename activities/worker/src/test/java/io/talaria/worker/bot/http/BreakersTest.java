package io.talaria.worker.bot.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.port.BotFault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BreakersTest {
  private static final BotReply FINE = new BotReply.Json(new byte[0]);
  private static final BotReply DOWN = new BotReply.Failed(BotFault.DOWN);
  private static final BotReply RUBBISH = new BotReply.Failed(BotFault.NOT_JSON);

  private final HandClock clock = new HandClock();
  private final Breakers breakers = new Breakers(clock);
  private final AtomicInteger asked = new AtomicInteger();

  @Test
  void a_bot_that_fails_again_and_again_rests() {
    times(Breakers.ENOUGH, DOWN);

    assertThat(call("dispatcher", FINE)).isEqualTo(new BotReply.Failed(BotFault.RESTING));
    assertThat(asked).hasValue(Breakers.ENOUGH);
  }

  @Test
  void others_are_asked_meanwhile() {
    times(Breakers.ENOUGH, DOWN);

    assertThat(call("rasa", FINE)).isEqualTo(FINE);
  }

  @Test
  void after_its_rest_some_may_try_and_if_they_succeed_all_may() {
    times(Breakers.ENOUGH, DOWN);
    clock.passes(Breakers.OPEN.plusSeconds(1));

    for (int i = 0; i < 20; i++) {
      assertThat(call("dispatcher", FINE)).isEqualTo(FINE);
    }
  }

  @Test
  void a_bot_that_is_still_down_after_its_rest_rests_again() {
    times(Breakers.ENOUGH, DOWN);
    clock.passes(Breakers.OPEN.plusSeconds(1));
    for (int i = 0; i < 3; i++) {
      assertThat(call("dispatcher", DOWN)).isEqualTo(DOWN);
    }

    assertThat(call("dispatcher", FINE)).isEqualTo(new BotReply.Failed(BotFault.RESTING));
  }

  @Test
  void rubbish_is_no_sign_of_a_bot_that_is_down() {
    times(50, RUBBISH);

    assertThat(call("dispatcher", FINE)).isEqualTo(FINE);
  }

  private void times(int n, BotReply reply) {
    for (int i = 0; i < n; i++) {
      assertThat(call("dispatcher", reply)).isEqualTo(reply);
    }
  }

  private BotReply call(String bot, BotReply reply) {
    return breakers.call(
        bot,
        () -> {
          asked.incrementAndGet();
          return reply;
        });
  }

  /** A clock that stands until it is told to go on. */
  private static final class HandClock extends Clock {
    private Instant now = Instant.parse("2026-03-02T12:00:00Z");

    void passes(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
