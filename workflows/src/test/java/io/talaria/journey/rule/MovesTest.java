package io.talaria.journey.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.journey.FormAnswers;
import io.talaria.journey.JourneyState;
import io.talaria.journey.MessageReceived;
import io.talaria.journey.MessageReceived.Kind;
import io.talaria.journey.Outgoing.Saying;
import io.talaria.port.Proposal;
import io.talaria.port.Turn.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

  @Test
  void a_reminder_whose_proposal_was_at_fault_calls_a_person() {
    Proposal faulty = proposal(List.of(), "bot_fault");
    var saying = new Saying("nudge:k:1", Reason.NUDGE, faulty, 0, null);

    var after = Moves.said(NextTest.begun(), saying, NOON);

    assertThat(after.needsHuman()).isEqualTo("bot_fault");
    assertThat(after.silence().nudges()).isEqualTo(1);
  }

  @Test
  void two_reasons_of_one_send_to_call_a_person_are_two_events() {
    var calm = NextTest.begun();

    var refused = ProposalCheck.events(calm, calm.withNeedsHuman("send_rejected"), "k/0", NOON);
    var failed = ProposalCheck.events(calm, calm.withNeedsHuman("send_failed"), "k/0", NOON);

    assertThat(refused.getFirst().cause()).isNotEqualTo(failed.getFirst().cause());
  }

  @Test
  void another_reason_to_need_a_person_is_told_and_the_same_one_is_not() {
    var asked = NextTest.begun().withNeedsHuman("asked_for_person");

    assertThat(ProposalCheck.events(asked, asked.withNeedsHuman("reply_left"), "k/0", NOON))
        .hasSize(1);
    assertThat(ProposalCheck.events(asked, asked, "k/1", NOON)).isEmpty();
  }

  @Test
  void a_message_calls_a_person_again_when_the_bot_answers_it_after_one_had_the_journey() {
    JourneyState calm = NextTest.begun();
    JourneyState back = Holding.returned(calm, calm.hold().epoch() + 2);
    var first = ProposalCheck.events(calm, calm.withNeedsHuman("asked_for_person"), "msg", NOON);
    var again = ProposalCheck.events(back, back.withNeedsHuman("asked_for_person"), "msg", NOON);
    // The record knows an event by its cause: the same one would stand there once.
    assertThat(again.getFirst().cause()).isNotEqualTo(first.getFirst().cause());
    assertThat(ProposalCheck.events(calm, calm.withNeedsHuman("asked_for_person"), "msg", NOON))
        .isEqualTo(first);
  }

  @Test
  void who_was_told_that_somebody_waits_is_not_told_again_of_the_same_message() {
    // given
    MessageReceived first = NextTest.message(1, NOON, "oi?");
    var told = Silences.alerted(Moves.received(NextTest.begun(), first), false, true);

    // when a person writes beside it
    var after = Moves.personWrote(told, "req:1/0", NOON.plusSeconds(60), 0);

    // then
    assertThat(after.silence().weOweSince()).isEqualTo(NOON);
    assertThat(after.silence().waitAlerted()).isTrue();
  }

  @Test
  void a_form_ends_the_silence_but_opens_no_window_and_moves_no_number() {
    // given a candidate who wrote at noon and owes an answer since
    MessageReceived first = NextTest.message(1, NOON, "oi");
    var owing =
        Moves.replied(Moves.received(NextTest.begun(), first), answering(first), "key/0", NOON);

    // when they fill in the form a day later
    Instant later = NOON.plusSeconds(86_400);
    var form = new FormAnswers("profile", Map.of("shift", "stop"));
    var filled =
        new MessageReceived(UUID.randomUUID(), 2, later, Kind.FORM, "", null, "other", null, form);
    var after = Moves.received(owing, filled);

    // then
    assertThat(owing.silence().candidateOwesSince()).isEqualTo(NOON);
    assertThat(after.silence().candidateOwesSince()).isNull();
    assertThat(after.silence().weOweSince()).isEqualTo(later);
    assertThat(after.silence().windowFrom()).isEqualTo(NOON);
    assertThat(after.numberId()).isEqualTo(owing.numberId());
    assertThat(Next.of(after, later, true, later)).isInstanceOf(Act.Reopen.class);
  }

  private static Proposal answering(MessageReceived message) {
    return proposal(List.of(message.id()), null);
  }

  private static Proposal proposal(List<UUID> inputIds, String needsHuman) {
    return new Proposal(
        inputIds,
        List.of(),
        Map.of(),
        "pt-BR",
        "initial_contact",
        "role",
        0,
        null,
        needsHuman,
        new Proposal.Decision("script", "v1.0", "initial_contact", 1));
  }
}
