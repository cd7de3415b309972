package io.talaria.dev.storm.check;

import static io.talaria.dev.storm.check.Seen.ANA;
import static io.talaria.dev.storm.check.Seen.ANSWER;
import static io.talaria.dev.storm.check.Seen.NOON;
import static io.talaria.dev.storm.check.Seen.REPLY;
import static io.talaria.dev.storm.check.Seen.REQUEST;
import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.dev.storm.check.Evidence.Accepted;
import io.talaria.dev.storm.check.Evidence.Explained;
import io.talaria.dev.storm.check.Evidence.What;
import io.talaria.dev.storm.check.JournalView.Intent;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A request that became two messages, or other ones, is seen. */
class RequestOnceTest {
  private final Seen seen = new Seen();

  @Test
  void a_request_that_became_two_messages() {
    seen.accepted.add(new Accepted("w-3", ANA, REPLY, "Aqui é Bruna", NOON));
    seen.assertViolated(new RequestOnce(), "2 acceptances, 1 rows");
  }

  @Test
  void a_request_that_was_answered_differently() {
    seen.asked.set(0, Seen.asked(REQUEST, "Bruna", What.REPLY, "Aqui é Bruna", "SENT", "NOT_SENT"));
    seen.assertViolated(new RequestOnce(), "answered differently");
  }

  @Test
  void a_request_that_was_done_and_refused_when_it_was_repeated() {
    seen.asked.set(
        0, Seen.asked(REQUEST, "Bruna", What.REPLY, "Aqui é Bruna", "SENT", "refused NOT_HOLDER"));
    seen.assertViolated(new RequestOnce(), "refused when it was repeated");
  }

  @Test
  void a_request_that_became_other_words() {
    seen.asked.set(0, Seen.asked(REQUEST, "Bruna", What.PROACTIVE, "Bom dia", "SENT"));
    seen.assertViolated(new RequestOnce(), "became other words: Aqui é Bruna");
  }

  @Test
  void a_request_by_which_nothing_was_to_be_said() {
    seen.asked.set(0, Seen.asked(REQUEST, "Bruna", What.OTHER, null, "ARRIVED"));
    seen.assertViolated(new RequestOnce(), "nothing was to be said");
  }

  @Test
  void words_for_a_time_that_were_cancelled_and_left() {
    seen.asked.set(
        0, Seen.asked(REQUEST, "Bruna", What.SCHEDULED, "Aqui é Bruna", "WAITS", "CANCELLED"));
    seen.assertViolated(new RequestOnce(), "was cancelled, yet it left");
  }

  @Test
  void words_that_were_accepted_and_failed_afterwards_are_rightly_called_unsent() {
    seen.intents.set(1, Seen.intent(REPLY, "FAILED", "w-2", "failed"));
    seen.asked.set(0, Seen.asked(REQUEST, "Bruna", What.REPLY, "Aqui é Bruna", "AWAY", "NOT_SENT"));
    assertThat(new RequestOnce().violations(seen.evidence())).isEmpty();
  }

  @Test
  void words_that_were_accepted_and_are_called_unsent() {
    seen.asked.set(0, Seen.asked(REQUEST, "Bruna", What.REPLY, "Aqui é Bruna", "NOT_SENT"));
    seen.assertViolated(new RequestOnce(), "answered NOT_SENT, yet it was accepted");
  }

  @Test
  void an_uncertain_send_may_be_sent_again_in_the_same_words() {
    // given an answer of which nobody knew, and which a person sent again
    seen.intents.set(
        0, new Intent(ANSWER, ANA, null, 0, false, "FAILED", "w-1", null, false, "operator:b"));
    seen.asked.set(0, Seen.asked(REQUEST, "Bruna", What.AGAIN, null, "SENT"));

    // then it may have come twice
    assertThat(new SentOnce().violations(seen.evidence())).isEmpty();
    assertThat(new RequestOnce().violations(seen.evidence())).isEmpty();
  }

  @Test
  void a_reason_that_was_given_and_is_nowhere() {
    seen.explained.add(new Explained(ANA, "t-1", "férias", true));
    seen.assertViolated(new RequestOnce(), "stands 0 times in the record");
  }

  @Test
  void a_reason_that_was_given_twice_and_stands_twice() {
    seen.explained.add(new Explained(ANA, "t-1", "férias", true));
    seen.events.add(Seen.event("TakeoverExplained", "t-1:a", Map.of("reason", "férias")));
    seen.events.add(Seen.event("TakeoverExplained", "t-1:b", Map.of("reason", "férias")));
    seen.assertViolated(new RequestOnce(), "stands 2 times in the record");
  }
}
