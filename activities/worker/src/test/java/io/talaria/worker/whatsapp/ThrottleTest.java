package io.talaria.worker.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.journal.send.CallOutcome;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ThrottleTest {
  private static final CallOutcome REFUSED =
      new CallOutcome.Refused(130429, "THROTTLE", null, true);
  private static final CallOutcome ACCEPTED = new CallOutcome.Accepted("wamid.1");

  private Instant now = Instant.parse("2026-11-26T12:00:00Z");
  private final Throttle throttle = new Throttle(Duration.ofSeconds(2), () -> now);

  @Test
  void it_rests_twice_as_long_when_the_first_call_after_a_rest_is_refused_again() {
    for (int seconds : new int[] {2, 4, 8, 16, 32, 32}) {
      throttle.heard("1", REFUSED);
      assertThat(throttle.left("1")).contains(Duration.ofSeconds(seconds));
      pass(seconds);
      assertThat(throttle.left("1")).isEmpty();
    }
  }

  @Test
  void what_was_under_way_when_the_rest_began_says_nothing_new() {
    throttle.heard("1", REFUSED);
    pass(1);

    throttle.heard("1", REFUSED);
    throttle.heard("1", ACCEPTED);

    assertThat(throttle.left("1")).contains(Duration.ofSeconds(1));
  }

  @Test
  void after_an_accepted_call_the_next_rest_is_a_short_one() {
    throttle.heard("1", REFUSED);
    pass(2);
    throttle.heard("1", ACCEPTED);

    throttle.heard("1", REFUSED);

    assertThat(throttle.left("1")).contains(Duration.ofSeconds(2));
  }

  @Test
  void other_numbers_and_other_refusals_rest_nothing() {
    throttle.heard("1", REFUSED);
    throttle.heard("2", new CallOutcome.Refused(131056, "PAIR_RATE", null, true));
    throttle.heard("2", new CallOutcome.Unknown("no answer in time"));

    assertThat(throttle.left("2")).isEmpty();
  }

  private void pass(int seconds) {
    now = now.plusSeconds(seconds);
  }
}
