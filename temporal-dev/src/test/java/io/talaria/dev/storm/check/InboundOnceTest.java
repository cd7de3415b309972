package io.talaria.dev.storm.check;

import static io.talaria.dev.storm.check.Seen.ANA;
import static io.talaria.dev.storm.check.Seen.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.dev.storm.check.Evidence.Said;
import io.talaria.dev.storm.check.JournalView.Message;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What was acknowledged stands once in the transcript, or it is seen. */
class InboundOnceTest {
  private final Seen seen = new Seen();

  @Test
  void an_acknowledged_message_that_is_nowhere() {
    seen.said.add(new Said("w-lost", ANA, "alô", false, NOON));
    seen.assertViolated(new InboundOnce(), "in the transcript 0 times");
  }

  @Test
  void a_message_that_nobody_acknowledged_may_be_nowhere() {
    seen.said.add(new Said("w-lost", ANA, "alô", false, null));
    assertThat(new InboundOnce().violations(seen.evidence())).isEmpty();
  }

  @Test
  void a_message_that_stands_twice() {
    seen.messages.add(new Message(new UUID(1, 9), ANA, 9, true, "w-oi", null, true));
    seen.assertViolated(new InboundOnce(), "in the transcript 2 times");
  }

  @Test
  void a_message_that_nobody_wrote() {
    seen.messages.add(new Message(new UUID(1, 9), ANA, 9, true, "w-ghost", null, true));
    seen.assertViolated(new InboundOnce(), "nobody wrote this");
  }
}
