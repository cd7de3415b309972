package io.talaria.journey.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.journey.JourneyState;
import io.talaria.journey.Outgoing.Words;
import io.talaria.journey.ScheduleReply;
import io.talaria.port.Outbound;
import io.talaria.port.Proposal;
import io.talaria.port.Turn.Reason;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StillAskedTest {
  private final JourneyState asked = Samples.wrote();

  private boolean stands(JourneyState now, Reason reason) {
    return StillAsked.stands(asked, now, reason);
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  void what_changes_nothing_of_the_answer_leaves_the_bot_thinking(Reason reason) {
    var request =
        new ScheduleReply(
            UUID.randomUUID(),
            Samples.CAMILA,
            "Camila",
            new Outbound.Text("later"),
            Samples.noonAnd(9, 0),
            null);
    assertThat(stands(Scheduling.kept(asked, request), reason)).isTrue();
    assertThat(stands(asked.revised(), reason)).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  void peoples_words_are_read_by_whatever_asks_again(Reason reason) {
    boolean asksAgain = reason != Reason.RESUME && reason != Reason.WINDOW_CLOSED;
    JourneyState beside = Moves.personWrote(asked, "req:1/0", Samples.noonAnd(0, 1), 0);
    assertThat(stands(beside, reason)).isEqualTo(!asksAgain);
    assertThat(stands(Sayings.queued(asked, words()), reason)).isEqualTo(!asksAgain);
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  void what_is_answered_or_being_answered_is_not_asked_any_more(Reason reason) {
    JourneyState answered = Moves.personWrote(asked, "req:1/0", Samples.noonAnd(0, 1), 1);
    JourneyState answering = Sayings.begun(asked, "msg:1", Reason.MESSAGES, proposal());
    assertThat(stands(answered, reason)).isFalse();
    assertThat(stands(answering, reason)).isFalse();
    assertThat(stands(asked.withNeedsHuman("asked"), reason)).isFalse();
    assertThat(stands(Samples.heldBy(asked, Samples.CAMILA, Samples.NOON), reason)).isFalse();
  }

  private static Words words() {
    return new Words(
        UUID.randomUUID(), Samples.CAMILA, new Outbound.Text("hi"), null, 0, true, false);
  }

  private static Proposal proposal() {
    return new Proposal(
        List.of(),
        List.of(new Outbound.Text("hi")),
        Map.of(),
        "en",
        "a",
        null,
        0,
        null,
        null,
        new Proposal.Decision("fake", "v1", "next", 1));
  }
}
