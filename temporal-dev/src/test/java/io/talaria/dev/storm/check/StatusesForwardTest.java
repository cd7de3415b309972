package io.talaria.dev.storm.check;

import static io.talaria.dev.storm.check.Seen.ANSWER;
import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.dev.storm.check.Evidence.Told;
import io.talaria.journal.inbox.StatusReport.Tick;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** A status that is not what was told is seen. */
class StatusesForwardTest {
  private final Seen seen = new Seen();

  @Test
  void a_status_that_was_told_and_is_not_shown() {
    told("read");
    seen.assertViolated(new StatusesForward(), "told read, shows delivered");
  }

  @Test
  void a_status_that_went_back() {
    seen.backwards.add(ANSWER + " from read to sent");
    seen.assertViolated(new StatusesForward(), "went back");
  }

  @Test
  void a_failure_that_was_told_and_is_not_shown() {
    seen.told.clear();
    told("failed");
    seen.intents.set(0, Seen.intent(ANSWER, "SENT", "w-1", "sent"));
    seen.assertViolated(new StatusesForward(), "told failed, shows sent");
    seen.intents.set(0, Seen.intent(ANSWER, "SENT", "w-1", "failed"));
    seen.assertViolated(new StatusesForward(), "shows failed, is SENT");
    seen.intents.set(0, Seen.intent(ANSWER, "FAILED", "w-1", "failed"));
    assertThat(new StatusesForward().violations(seen.evidence())).isEmpty();
  }

  @Test
  void an_arrival_that_a_failure_hides() {
    told("failed");
    seen.intents.set(0, Seen.intent(ANSWER, "FAILED", "w-1", "failed"));
    seen.assertViolated(new StatusesForward(), "told delivered, shows failed");
    seen.intents.set(0, Seen.intent(ANSWER, "FAILED", "w-1", "delivered"));
    seen.assertViolated(new StatusesForward(), "shows delivered, is FAILED");
  }

  @Test
  void a_status_that_nobody_told() {
    seen.intents.set(0, Seen.intent(ANSWER, "SENT", "w-1", "read"));
    seen.assertViolated(new StatusesForward(), "shows read, which nobody told");
  }

  @Test
  void the_steps_are_the_products() {
    assertThat(StatusesForward.STEPS)
        .containsExactlyElementsOf(
            Arrays.stream(Tick.values())
                .map(tick -> tick.name().toLowerCase(Locale.ROOT))
                .toList());
  }

  private void told(String status) {
    seen.told.add(new Told(ANSWER, "w-1", status));
    seen.reported.add(Seen.reported(ANSWER, status, 1300));
  }
}
