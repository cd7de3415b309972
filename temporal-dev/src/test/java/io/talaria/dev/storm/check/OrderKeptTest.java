package io.talaria.dev.storm.check;

import static io.talaria.dev.storm.check.Seen.ANA;
import static io.talaria.dev.storm.check.Seen.ANSWER;
import static io.talaria.dev.storm.check.Seen.NOON;
import static io.talaria.dev.storm.check.Seen.OI;
import static io.talaria.dev.storm.check.Seen.REQUEST;
import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.dev.storm.check.Evidence.Accepted;
import io.talaria.dev.storm.check.Evidence.Call;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Sends and bubbles out of their order, and such as did not wait, are seen. */
class OrderKeptTest {
  private final Seen seen = new Seen();

  private static final String SECOND = "msg:" + OI + "/1";

  @Test
  void sends_that_overtook_each_other() {
    seen.accepted.add(seen.accepted.removeFirst());
    seen.assertViolated(new OrderKept(), "seq 2 was accepted after seq 3");
  }

  @Test
  void a_bubble_that_was_accepted_before_the_one_before_it() {
    seen.accepted.addFirst(new Accepted("w-0", ANA, SECOND, "Tudo bem?", NOON));
    seen.assertViolated(new OrderKept(), "a bubble was accepted before the one before it");
  }

  @Test
  void a_bubble_that_was_called_while_the_one_before_it_was_under_way() {
    follows(1010);
    seen.assertViolated(
        new OrderKept(), "before (" + NOON.plusMillis(1020) + ") anybody could know");
  }

  @Test
  void a_bubble_that_was_called_after_the_answer_to_the_one_before_it() {
    follows(1021);
    assertThat(new OrderKept().violations(seen.evidence())).isEmpty();
  }

  @Test
  void a_bubble_behind_one_of_which_a_status_tells() {
    seen.calls.set(0, Seen.call(ANSWER, "Olá", 1000, null));
    follows(1100);
    seen.assertViolated(
        new OrderKept(), "before (" + NOON.plusMillis(1200) + ") anybody could know");
    seen.calls.removeLast();
    follows(1201);
    assertThat(new OrderKept().violations(seen.evidence())).isEmpty();
  }

  @Test
  void a_bubble_behind_one_that_was_refused() {
    seen.reported.clear();
    seen.calls.set(0, new Call(ANA, ANSWER, "Olá", NOON, false, null));
    follows(1100);
    seen.assertViolated(new OrderKept(), "before (never) anybody could know");
  }

  @Test
  void a_bubble_behind_one_that_a_person_decided_about() {
    seen.reported.clear();
    seen.calls.set(0, Seen.call(ANSWER, "Olá", 1000, null));
    follows(12010);
    decided("LEAVE_UNSENT");
    seen.assertViolated(new OrderKept(), "before (never) anybody could know");
    decided("SEND_AGAIN");
    seen.assertViolated(
        new OrderKept(), "before (" + NOON.plusMillis(12020) + ") anybody could know");
    decided("ARRIVED");
    assertThat(new OrderKept().violations(seen.evidence())).isEmpty();
  }

  @Test
  void a_bubble_that_did_not_wait_for_an_arrival() {
    seen.calls.add(Seen.call(SECOND, "One more for now.", 1100, 1150));
    seen.assertViolated(new ArrivalAwaited(), "may be waited for until " + NOON.plusMillis(1200));
    assertThat(new OrderKept().violations(seen.evidence())).isEmpty();
  }

  @Test
  void a_bubble_that_waited_for_an_arrival_of_which_nothing_is_told() {
    seen.reported.clear();
    seen.reported.add(Seen.reported(ANSWER, "sent", 1100));
    seen.calls.add(Seen.call(SECOND, "One more for now.", 25_000, 25_100));
    seen.assertViolated(new ArrivalAwaited(), "may be waited for until " + NOON.plusSeconds(30));
    seen.calls.removeLast();
    seen.calls.add(Seen.call(SECOND, "One more for now.", 31_100, 31_200));
    assertThat(new ArrivalAwaited().violations(seen.evidence())).isEmpty();
  }

  @Test
  void a_bubble_that_waits_for_no_arrival() {
    follows(1021);
    assertThat(new ArrivalAwaited().violations(seen.evidence())).isEmpty();
  }

  private void follows(int millis) {
    seen.calls.add(Seen.call(SECOND, "Tudo bem?", millis, millis + 20));
  }

  private void decided(String choice) {
    seen.events.removeIf(event -> event.type().equals("UncertainSettled"));
    seen.events.add(
        Seen.event("UncertainSettled", REQUEST, Map.of("key", ANSWER, "choice", choice)));
  }
}
