package io.talaria.journey.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.definition.Calendar;
import io.talaria.definition.Calendar.Shift;
import io.talaria.definition.Calendar.Span;
import io.talaria.journey.JourneyState;
import io.talaria.journey.Timing;
import io.talaria.port.Outbound;
import io.talaria.port.Proposal;
import io.talaria.port.Turn.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** UTC is the candidate's and the team's clock here; 2026-03-02 is a Monday. */
class QuietHoursTest {
  /** Every day from 21:00 to 08:00. */
  static final Calendar NIGHTS =
      new Calendar(
          "UTC",
          List.of(new Shift(0, 0)),
          IntStream.rangeClosed(0, 7)
              .mapToObj(
                  day ->
                      new Span(Math.max(0, day * 1440 - 180), Math.min(10_080, day * 1440 + 480)))
              .toList(),
          List.of());

  private static final Instant EVENING = Instant.parse("2026-03-02T20:00:00Z");
  private static final Instant MORNING = Instant.parse("2026-03-03T08:00:00Z");

  static JourneyState quiet(JourneyState state) {
    return state.withTiming(new Timing(NIGHTS, null, null, null));
  }

  /** The candidate wrote in the evening, at 20:00. */
  private static JourneyState wrote(String text) {
    return Moves.received(quiet(Samples.begun()), Samples.message(1, EVENING, text));
  }

  /** The bot asked in the evening, at 20:00. */
  private static JourneyState asked() {
    return Moves.personWrote(wrote("hi"), "k", EVENING, Long.MAX_VALUE);
  }

  private static JourneyState saying(JourneyState state, Reason reason) {
    var proposal =
        new Proposal(
            List.of(),
            List.of(new Outbound.Text("…")),
            Map.of(),
            "en",
            "a",
            "q",
            0,
            null,
            null,
            new Proposal.Decision("fake", "v1.0", "-", 1));
    return Sayings.begun(state, "turn", reason, proposal);
  }

  private static Act next(JourneyState state, Instant now) {
    return Next.of(state, Instant.EPOCH, false, now);
  }

  private static Instant evening(int hours) {
    return EVENING.plus(Duration.ofHours(hours));
  }

  @Test
  void a_reminder_that_falls_due_at_night_waits_for_the_morning() {
    assertThat(next(asked(), EVENING)).isEqualTo(new Act.Wait(MORNING, "Nudge"));
    assertThat(next(asked(), evening(5))).isEqualTo(new Act.Wait(MORNING, "Nudge"));
    assertThat(next(asked(), MORNING)).isEqualTo(new Act.Nudge(1, true));
  }

  @Test
  void a_reminder_that_is_overdue_since_nothing_ran_waits_for_the_morning_too() {
    JourneyState asked = Silences.timed(asked(), "k", EVENING.minus(Duration.ofHours(8)));
    assertThat(next(asked, evening(3))).isEqualTo(new Act.Wait(MORNING, "Nudge"));
  }

  @Test
  void of_two_reminders_that_waited_for_the_same_morning_only_the_last_counts() {
    JourneyState asked = Silences.timed(asked(), "k", EVENING.minus(Duration.ofHours(10)));
    assertThat(next(asked, MORNING)).isEqualTo(new Act.Nudge(2, true));
  }

  @Test
  void what_they_just_wrote_is_answered_at_any_hour() {
    JourneyState wrote = Moves.received(asked(), Samples.message(2, evening(6), "2 a.m. and up"));
    assertThat(next(wrote, evening(6).plusSeconds(5))).isEqualTo(new Act.Answer());
  }

  @Test
  void what_they_wrote_long_ago_is_answered_in_the_morning() {
    JourneyState wrote = Silences.alerted(wrote("hi"), false, true);
    assertThat(next(wrote, evening(2))).isEqualTo(new Act.Wait(MORNING, "quiet hours end"));
    assertThat(next(wrote, MORNING)).isEqualTo(new Act.Answer());
  }

  @Test
  void a_template_to_who_wrote_long_ago_waits_for_the_morning() {
    Instant day = EVENING.plus(Duration.ofHours(25));
    JourneyState wrote = Silences.alerted(wrote("hi"), false, true);
    assertThat(next(wrote, day))
        .isEqualTo(new Act.Wait(MORNING.plus(Duration.ofDays(1)), "quiet hours end"));
    assertThat(next(wrote, MORNING.plus(Duration.ofDays(1)))).isEqualTo(new Act.Reopen());
  }

  @Test
  void a_template_that_is_tried_again_at_night_waits_for_the_morning() {
    JourneyState tried =
        LaterTemplates.trying(
            quiet(Samples.begun()).withNeedsHuman("template_paused"),
            "reopen:1",
            EVENING.plus(Duration.ofHours(3)));

    assertThat(next(tried, EVENING.plus(Duration.ofHours(4)))).isInstanceOf(Act.Wait.class);
    assertThat(next(tried, MORNING)).isInstanceOf(Act.AskAgain.class);
  }

  @Test
  void the_team_is_told_of_who_waits_for_the_morning() {
    assertThat(next(wrote("hi"), evening(2))).isInstanceOf(Act.Wait.class);
    assertThat(next(wrote("hi"), evening(26))).isEqualTo(new Act.AlertWaiting());
  }

  @Test
  void a_question_after_a_hand_back_at_night_waits_for_the_morning() {
    JourneyState resuming = saying(asked(), Reason.RESUME);
    assertThat(next(resuming, evening(2))).isEqualTo(new Act.Wait(MORNING, "next bubble"));
    assertThat(next(resuming, MORNING)).isEqualTo(new Act.Say());
  }

  @Test
  void what_nobody_asked_for_is_called_back_from_the_queue_when_the_night_begins() {
    JourneyState reminding = saying(asked(), Reason.NUDGE);
    assertThat(queued(reminding, OnQueue.UNASKED, EVENING))
        .isEqualTo(new Act.Wait(evening(1), "quiet hours begin"));
    assertThat(queued(reminding, OnQueue.UNASKED, evening(1))).isEqualTo(new Act.CallBack());
    assertThat(queued(reminding, OnQueue.SOMETHING, evening(1))).isInstanceOf(Act.Wait.class);
    assertThat(queued(reminding, OnQueue.CALLED_BACK, evening(1))).isInstanceOf(Act.Wait.class);
  }

  @Test
  void it_is_called_back_also_where_a_person_was_called_meanwhile() {
    JourneyState called = saying(asked(), Reason.RESUME).withNeedsHuman("send_failed");
    assertThat(queued(called, OnQueue.UNASKED, EVENING))
        .isEqualTo(new Act.Wait(evening(1), "quiet hours begin"));
    assertThat(queued(called, OnQueue.UNASKED, evening(1))).isEqualTo(new Act.CallBack());
  }

  private static Act queued(JourneyState state, OnQueue queue, Instant now) {
    return Next.of(state, Reading.CLOSE, Instant.EPOCH, false, queue, now);
  }

  @Test
  void when_it_is_quiet_next_is_known_a_day_ahead() {
    assertThat(NIGHTS.closesFrom(EVENING)).contains(evening(1));
    assertThat(NIGHTS.closesFrom(evening(3))).contains(evening(3));
    var sundays =
        new Calendar("UTC", List.of(new Shift(0, 0)), List.of(new Span(8_640, 10_080)), List.of());
    assertThat(sundays.closesFrom(EVENING)).isEmpty();
    assertThat(sundays.closesFrom(Instant.parse("2026-03-07T10:00:00Z")))
        .contains(Instant.parse("2026-03-08T00:00:00Z"));
  }

  @Test
  void a_question_that_waited_until_its_window_closed_is_not_asked() {
    JourneyState resuming = saying(Silences.alerted(asked(), true, false), Reason.RESUME);
    assertThat(next(resuming, evening(25))).isEqualTo(new Act.Drop());
  }

  @Test
  void a_reply_under_way_is_said_to_its_end_and_a_stop_is_confirmed() {
    assertThat(next(saying(asked(), Reason.MESSAGES), evening(2))).isEqualTo(new Act.Say());
    JourneyState stop = Moves.received(asked(), Samples.message(2, evening(4), "stop"));
    assertThat(next(stop, evening(9))).isInstanceOf(Act.OptOut.class);
    assertThat(next(saying(stop, Reason.OPT_OUT), evening(9))).isEqualTo(new Act.Say());
  }

  @Test
  void a_journey_that_is_silent_too_long_ends_at_any_hour() {
    JourneyState told = Silences.alerted(Silences.nudged(asked(), 2), true, false);
    assertThat(next(told, EVENING.plus(Duration.ofDays(7)))).isEqualTo(new Act.DropOff());
  }

  @Test
  void the_waiting_counts_while_the_team_works() {
    // given a team that works from 08:00 to 21:00, and a candidate who waits since 20:50
    JourneyState state = Samples.begun().withTiming(new Timing(null, NIGHTS, null, null));
    Instant since = EVENING.plus(Duration.ofMinutes(50));
    JourneyState wrote = Moves.received(state, Samples.message(1, since, "hi"));
    JourneyState held = Samples.heldBy(wrote, Samples.CAMILA, since);

    // when the team may let a candidate wait for a day: ten minutes are left of this one
    Instant due = TeamTime.after(held, since, Duration.ofHours(13));

    // then it has until 20:50 of the next
    assertThat(due).isEqualTo(since.plus(Duration.ofDays(1)));
    assertThat(TeamTime.after(held, since, Duration.ofMinutes(30)))
        .isEqualTo(MORNING.plus(Duration.ofMinutes(20)));
  }
}
