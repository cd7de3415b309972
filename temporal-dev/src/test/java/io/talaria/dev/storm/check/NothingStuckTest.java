package io.talaria.dev.storm.check;

import static io.talaria.dev.storm.check.Seen.ANA;
import static io.talaria.dev.storm.check.Seen.OI;

import io.talaria.dev.storm.check.Evidence.RunView;
import io.talaria.dev.storm.check.JournalView.Message;
import org.junit.jupiter.api.Test;

/** What goes on no more is seen. */
class NothingStuckTest {
  private final Seen seen = new Seen();

  @Test
  void a_message_that_was_not_taken_in() {
    seen.messages.set(0, new Message(OI, ANA, 1, true, "w-oi", null, false));
    seen.assertViolated(new NothingStuck(), "was not taken in");
  }

  @Test
  void an_open_journey_without_a_workflow() {
    seen.runs.set(0, new RunView(ANA, false, 0, null, null, null));
    seen.assertViolated(new NothingStuck(), "no workflow runs");
  }

  @Test
  void a_workflow_task_that_fails_again_and_again() {
    seen.runs.set(0, new RunView(ANA, true, 7, null, null, null));
    seen.assertViolated(new NothingStuck(), "failed 6 times");
  }

  @Test
  void something_in_quarantine() {
    seen.quarantined = 1;
    seen.assertViolated(new NothingStuck(), "1 items are in quarantine");
  }
}
