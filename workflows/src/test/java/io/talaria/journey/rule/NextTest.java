package io.talaria.journey.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.definition.Plan;
import io.talaria.journey.Ending;
import io.talaria.journey.Holder;
import io.talaria.journey.JourneyState;
import io.talaria.journey.MessageReceived;
import io.talaria.journey.MessageReceived.Kind;
import io.talaria.journey.Outgoing.Words;
import io.talaria.port.Journal.Opened;
import io.talaria.port.Outbound;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NextTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Plan PLAN =
      new Plan(
          "d",
          1,
          List.of(new Plan.Stage("a", Map.of(), List.of("q"))),
          List.of("en"),
          new Plan.Words(List.of("stop"), List.of("person")),
          new Plan.Times(
              Duration.ofSeconds(4),
              Duration.ofSeconds(8),
              List.of(Duration.ofHours(4), Duration.ofHours(20)),
              Duration.ofHours(24),
              Duration.ofMinutes(15),
              Duration.ofDays(7),
              Duration.ofDays(30),
              Duration.ofHours(2)),
          false);

  static JourneyState begun() {
    return Moves.begun(new Opened(true, UUID.randomUUID(), 1, PLAN, "en", 0, null), "n");
  }

  static MessageReceived message(long seq, Instant at, String text) {
    return new MessageReceived(UUID.randomUUID(), seq, at, Kind.TEXT, text, null, "n");
  }

  private static JourneyState wrote(String text) {
    return Moves.received(begun(), message(1, NOON, text));
  }

  /** The bot asked at noon; the candidate wrote a minute before. */
  private static JourneyState asked() {
    JourneyState wrote = Moves.received(begun(), message(1, NOON.minusSeconds(60), "hi"));
    return Moves.personWrote(wrote, "k", NOON, Long.MAX_VALUE);
  }

  private static Act next(JourneyState state, Instant now) {
    return Next.of(state, Instant.EPOCH, false, now);
  }

  @Test
  void waits_for_the_candidate_to_finish_typing() {
    assertThat(Next.of(wrote("hi"), NOON.plusSeconds(4), true, NOON))
        .isEqualTo(new Act.Wait(NOON.plusSeconds(4), "typing pause"));
  }

  @Test
  void then_answers() {
    assertThat(next(wrote("hi"), NOON)).isEqualTo(new Act.Answer());
  }

  @Test
  void a_stop_word_counts_whoever_answers() {
    JourneyState held =
        Holding.taken(
            wrote("STOP"),
            new Holder(UUID.randomUUID(), UUID.randomUUID(), "C", NOON),
            1,
            List.of());
    assertThat(next(held, NOON)).isEqualTo(new Act.OptOut(held.inbox().open().getFirst()));
  }

  @Test
  void a_stop_or_a_call_for_a_person_is_heard_by_the_message_that_says_it() {
    JourneyState asked = Moves.received(wrote("backend"), message(2, NOON, "a person please"));
    JourneyState stopped = Moves.received(asked, message(3, NOON, "stop"));
    assertThat(next(asked, NOON)).isEqualTo(new Act.CallPerson(asked.inbox().open().get(1)));
    assertThat(next(stopped, NOON)).isEqualTo(new Act.OptOut(stopped.inbox().open().get(2)));
  }

  @Test
  void a_tapped_choice_calls_nobody_whatever_it_is_called() {
    var tapped =
        new MessageReceived(UUID.randomUUID(), 1, NOON, Kind.CHOICE, "Person", "job:p", "n");
    JourneyState chose = Moves.received(begun(), tapped);
    assertThat(next(chose, NOON)).isEqualTo(new Act.Answer());
  }

  @Test
  void a_run_that_reads_words_as_before_calls_a_person_by_any_of_them() {
    JourneyState wrote = wrote("in person");
    assertThat(next(wrote, NOON)).isEqualTo(new Act.Answer());
    assertThat(Next.of(wrote, Reading.FORMER, Instant.EPOCH, false, OnQueue.NOTHING, NOON))
        .isEqualTo(new Act.CallPerson(wrote.inbox().open().getFirst()));
  }

  @Test
  void a_closed_window_is_reopened_by_template_once() {
    Instant late = NOON.plus(Duration.ofHours(24)).minusSeconds(100);
    assertThat(next(wrote("hi"), late)).isEqualTo(new Act.Reopen());
    JourneyState reopened = Silences.reopened(wrote("hi"), "k", 1, late);
    assertThat(next(reopened, late)).isInstanceOf(Act.Wait.class);
  }

  @Test
  void deadlines_come_in_their_order() {
    assertThat(next(asked(), NOON))
        .isEqualTo(new Act.Wait(NOON.plus(Duration.ofHours(4)), "Nudge"));
    assertThat(next(asked(), NOON.plus(Duration.ofHours(4)))).isEqualTo(new Act.Nudge(1, true));
    JourneyState nudged = Silences.nudged(asked(), 2);
    assertThat(next(nudged, NOON.plus(Duration.ofHours(24)))).isEqualTo(new Act.AlertAtRisk());
    JourneyState told = Silences.alerted(nudged, true, false);
    assertThat(next(told, NOON.plus(Duration.ofDays(7)))).isEqualTo(new Act.DropOff());
  }

  @Test
  void of_two_overdue_nudges_only_the_last_is_sent_and_none_into_a_closed_window() {
    assertThat(next(asked(), NOON.plus(Duration.ofHours(21)))).isEqualTo(new Act.Nudge(2, true));
    assertThat(next(asked(), NOON.plus(Duration.ofHours(30)))).isEqualTo(new Act.Nudge(2, false));
  }

  @Test
  void while_a_person_holds_it_nobody_is_nudged_or_dropped() {
    JourneyState held =
        Holding.taken(
            Silences.alerted(asked(), true, false),
            new Holder(UUID.randomUUID(), UUID.randomUUID(), "C", NOON),
            1,
            List.of());
    assertThat(next(held, NOON.plus(Duration.ofDays(20)))).isEqualTo(new Act.Wait(null, ""));
  }

  @Test
  void after_the_end_messages_are_told_and_after_30_days_it_closes() {
    JourneyState over = Moves.ended(asked(), Ending.COMPLETED, NOON);
    assertThat(next(Moves.received(over, message(2, NOON, "thanks")), NOON))
        .isEqualTo(new Act.TellAfterEnd());
    assertThat(next(over, NOON.plus(Duration.ofDays(30)))).isEqualTo(new Act.Close());
  }

  @Test
  void a_journey_that_is_over_takes_in_what_is_signalled_again_before_it_closes() {
    JourneyState over = Moves.ended(asked(), Ending.COMPLETED, NOON);
    assertThat(Next.of(over, Instant.EPOCH, true, NOON.plus(Duration.ofDays(30))))
        .isEqualTo(new Act.TakeIn());
  }

  @Test
  void words_that_wait_when_it_ends_are_dropped() {
    var words =
        new Words(
            UUID.randomUUID(), UUID.randomUUID(), new Outbound.Text("hi"), null, 0, true, false);
    JourneyState over = Moves.ended(Sayings.queued(asked(), words), Ending.COMPLETED, NOON);
    assertThat(next(over, NOON)).isEqualTo(new Act.DropWords());
  }
}
