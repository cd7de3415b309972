package io.talaria.dev.storm.check;

import static io.talaria.dev.storm.check.Seen.ANA;
import static io.talaria.dev.storm.check.Seen.ANSWER;
import static io.talaria.dev.storm.check.Seen.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.dev.storm.check.Evidence.Accepted;
import org.junit.jupiter.api.Test;

/** A send that is not what its ledger says is seen. */
class SentOnceTest {
  private final Seen seen = new Seen();

  @Test
  void a_send_that_was_accepted_twice() {
    seen.accepted.add(new Accepted("w-3", ANA, ANSWER, "Olá", NOON));
    seen.assertViolated(new SentOnce(), "accepted 2 times");
  }

  @Test
  void a_send_without_an_intent() {
    seen.accepted.add(new Accepted("w-3", ANA, "msg:unknown/0", "Olá", NOON));
    seen.assertViolated(new SentOnce(), "the journal has no intent");
  }

  @Test
  void a_send_that_counts_as_sent_and_was_not() {
    seen.accepted.removeFirst();
    seen.assertViolated(new SentOnce(), "nobody accepted it");
  }

  @Test
  void a_send_that_counts_as_refused_and_was_accepted() {
    seen.intents.set(0, Seen.intent(ANSWER, "REJECTED", null, null));
    seen.assertViolated(new SentOnce(), "REJECTED, but it was accepted");
  }

  @Test
  void a_send_that_stays_under_way() {
    seen.intents.set(0, Seen.intent(ANSWER, "SENDING", null, null));
    seen.assertViolated(new SentOnce(), "still SENDING");
  }

  @Test
  void a_send_that_counts_as_failed_and_nobody_said_so() {
    seen.intents.set(0, Seen.intent(ANSWER, "FAILED", "w-1", "failed"));
    seen.assertViolated(new SentOnce(), "FAILED, and nobody said so");
    seen.reported.add(Seen.reported(ANSWER, "failed", 1300));
    assertThat(new SentOnce().violations(seen.evidence())).isEmpty();
  }

  @Test
  void an_uncertain_send_that_is_not_shown() {
    seen.intents.set(0, Seen.intent(ANSWER, "UNCERTAIN", null, null));
    seen.assertViolated(new SentOnce(), "1 sends are uncertain, 0 are shown");
  }
}
