package io.talaria.journey.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.journey.MessageReceived;
import io.talaria.port.Proposal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MovesTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  @Test
  void what_a_turn_did_not_answer_stays_open_for_the_next_one() {
    // given a turn that was claimed with one message, and another that came while it was sent
    MessageReceived first = NextTest.message(1, NOON, "oi");
    MessageReceived second = NextTest.message(2, NOON, "tudo bem?");
    var state = Moves.received(Moves.received(NextTest.begun(), first), second);

    // when
    var after = Moves.replied(state, answering(first), "key/0", NOON);

    // then
    assertThat(after.inbox().open()).containsExactly(second);
  }

  private static Proposal answering(MessageReceived message) {
    return new Proposal(
        List.of(message.id()),
        List.of(),
        Map.of(),
        "pt-BR",
        "initial_contact",
        "role",
        0,
        null,
        null,
        new Proposal.Decision("script", "v1.0", "initial_contact", 1));
  }
}
