package io.talaria.journey.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.definition.Plan;
import io.talaria.journey.Holder;
import io.talaria.journey.JourneyState;
import io.talaria.journey.Outgoing.Saying;
import io.talaria.port.Appointment;
import io.talaria.port.Journal.Opened;
import io.talaria.port.Proposal;
import io.talaria.port.Turn.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CancellingTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Appointment AFTER =
      new Appointment("talk/after", NOON.plus(Duration.ofDays(2)));

  @ParameterizedTest
  @CsvSource({"Cancelar, true", "cancel!, true", "PARAR, false", "stop, false", "cancelo, false"})
  void the_word_for_cancelling_may_be_about_the_meeting_and_no_other_stop_word_is(
      String text, boolean meeting) {
    assertThat(Cancelling.mayBeTheMeeting(wrote(standing(), text), Reading.CLOSE))
        .isEqualTo(meeting);
  }

  @Test
  void without_a_meeting_it_is_a_stop_as_any() {
    assertThat(
            Cancelling.mayBeTheMeeting(
                wrote(standing().withAgenda(List.of()), "cancelar"), Reading.CLOSE))
        .isFalse();
    assertThat(
            Cancelling.mayBeTheMeeting(
                wrote(
                    standing().withAgenda(List.of(new Appointment("follow_up", AFTER.at()))),
                    "cancelar"),
                Reading.CLOSE))
        .isFalse();
  }

  @Test
  void beside_another_stop_word_or_a_call_for_a_person_it_is_a_stop() {
    assertThat(Cancelling.mayBeTheMeeting(wrote(standing(), "cancelar", "parar"), Reading.CLOSE))
        .isFalse();
    assertThat(Cancelling.mayBeTheMeeting(wrote(standing(), "pessoa", "cancelar"), Reading.CLOSE))
        .isFalse();
    assertThat(Cancelling.mayBeTheMeeting(wrote(standing(), "oi", "cancelar"), Reading.CLOSE))
        .isTrue();
  }

  @Test
  void where_a_person_has_the_journey_or_another_bot_answers_nobody_asks() {
    JourneyState wrote = wrote(standing(), "cancelar");
    JourneyState held =
        Holding.taken(
            wrote, new Holder(UUID.randomUUID(), UUID.randomUUID(), "C", NOON), 1, List.of());

    assertThat(Cancelling.mayBeTheMeeting(held, Reading.CLOSE)).isFalse();
    assertThat(Cancelling.mayBeTheMeeting(wrote(standing(plan(true)), "cancelar"), Reading.CLOSE))
        .isFalse();
  }

  @Test
  void what_is_being_asked_about_stops_nothing_and_a_plain_stop_beside_it_does() {
    JourneyState wrote = wrote(standing(), "cancelar");
    UUID first = wrote.inbox().open().getFirst().id();
    var saying = new Saying("key", Reason.MESSAGES, asking(first), 0, null);
    JourneyState asked = wrote.withOutgoing(wrote.outgoing().with(saying));

    assertThat(Calls.toStop(wrote, Reading.CLOSE)).isPresent();
    assertThat(Calls.toStop(asked, Reading.CLOSE)).isEmpty();
    JourneyState both = Moves.received(asked, NextTest.message(2, NOON, "parar"));
    assertThat(Calls.toStop(both, Reading.CLOSE).orElseThrow().text()).isEqualTo("parar");
  }

  private static Proposal asking(UUID message) {
    return new Proposal(
        List.of(message),
        List.of(),
        Map.of(),
        "pt-BR",
        "a",
        "talk",
        1,
        null,
        null,
        new Proposal.Decision("script", "v1.0", "talk: change", 1));
  }

  private static JourneyState wrote(JourneyState state, String... texts) {
    JourneyState wrote = state;
    for (int i = 0; i < texts.length; i++) {
      wrote = Moves.received(wrote, NextTest.message(i + 1, NOON, texts[i]));
    }
    return wrote;
  }

  private static JourneyState standing() {
    return standing(plan(false));
  }

  /** The bot confirmed a time. */
  private static JourneyState standing(Plan plan) {
    JourneyState begun =
        Moves.begun(new Opened(true, UUID.randomUUID(), 1, plan, "pt-BR", 0, null), "n");
    var talk = new JourneyState.Talk("pt-BR", "a", "talk", 0, Map.of(), true);
    return begun.withTalk(talk).withAgenda(List.of(AFTER));
  }

  private static Plan plan(boolean slowBot) {
    return new Plan(
        "d",
        1,
        List.of(new Plan.Stage("a", Map.of(), List.of("talk"))),
        List.of("pt-BR"),
        new Plan.Words(List.of("stop", "parar", "cancel", "cancelar"), List.of("pessoa")),
        new Plan.Times(
            Duration.ofSeconds(4),
            Duration.ofSeconds(8),
            List.of(),
            Duration.ofHours(24),
            Duration.ofMinutes(15),
            Duration.ofDays(7),
            Duration.ofDays(30),
            Duration.ofHours(2)),
        slowBot);
  }
}
