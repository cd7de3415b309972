package io.talaria.dev.storm.check;

import static io.talaria.dev.storm.check.Seen.REPLY;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** A row that its events do not lead to is seen. */
class JournalIsFoldTest {
  private final Seen seen = new Seen();

  @Test
  void a_stage_that_no_event_tells_of() {
    seen.events.add(Seen.event("StageEntered", "x", Map.of("stage", "cultural_fit")));
    seen.assertViolated(new JournalIsFold(), "stage is cultural_fit by the events");
  }

  @Test
  void a_hand_back_that_the_row_does_not_show() {
    seen.events.add(Seen.event("OperatorHandback", "x", Map.of()));
    seen.assertViolated(new JournalIsFold(), "mode is BOT by the events, HUMAN in the row");
  }

  @Test
  void a_colleague_to_whom_it_was_given_and_whom_the_row_does_not_show() {
    seen.events.add(Seen.event("OperatorHandover", "x", Map.of("toOperatorId", "caio")));
    seen.assertViolated(new JournalIsFold(), "owner is caio by the events, bruna in the row");
  }

  @Test
  void a_send_without_its_event() {
    seen.events.removeIf(event -> event.cause().equals(REPLY));
    seen.assertViolated(new JournalIsFold(), "a send without its event");
  }
}
