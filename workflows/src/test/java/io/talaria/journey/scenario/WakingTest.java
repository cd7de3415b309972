package io.talaria.journey.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.talaria.journey.JourneyIds;
import io.talaria.journey.Waking;
import io.talaria.journey.rule.Due;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody wakes journeys that are due, and if nobody does they wake by themselves. */
class WakingTest {
  private static final Duration REMINDER = Duration.ofHours(4);

  @AutoClose private static final ScenarioWorld world = new ScenarioWorld();

  private Scenario ana;

  @BeforeEach
  void greeted() {
    ana = world.candidate();
    ana.woken = true;
    ana.says("oi").silence(Duration.ofSeconds(5)).hears("automatizado");
  }

  @Test
  void who_is_woken_when_a_reminder_is_due_sends_it_and_its_timer_never_fires() {
    ana.silence(REMINDER).hearsNothingMore();
    int before = timersFired();

    ana.isWoken().hears("Lembrete 1");
    ana.silence(Duration.ofHours(10)).hearsNothingMore();

    assertThat(timersFired()).isEqualTo(before);
    assertThat(ana.events(EventType.EVENT_TYPE_TIMER_CANCELED)).isOne();
  }

  @Test
  void who_is_not_woken_wakes_some_minutes_later() {
    ana.silence(REMINDER).hearsNothingMore();

    ana.silence(Waking.USUAL.grace()).hears("Lembrete 1").hearsNothingMore();
  }

  @Test
  void who_is_woken_too_early_does_nothing_yet_and_then_wakes_on_time() {
    ana.silence(REMINDER.minusMinutes(1)).isWoken().hearsNothingMore();

    ana.silence(Duration.ofMinutes(1)).hears("Lembrete 1").hearsNothingMore();
  }

  @Test
  void who_is_woken_long_before_wakes_on_time() {
    ana.silence(REMINDER.minusMinutes(20)).isWoken().hearsNothingMore();

    ana.silence(Duration.ofMinutes(20)).hears("Lembrete 1").hearsNothingMore();
  }

  @Test
  void what_would_fall_into_the_night_four_minutes_later_leaves_by_an_exact_timer() {
    var bia = world.candidate();
    bia.woken = true;
    bia.neighbours.quiet =
        TimeTest.nights(bia.now(), Duration.ofHours(21).minus(REMINDER).minusMinutes(2));
    bia.says("oi").silence(Duration.ofSeconds(5)).hears("automatizado");

    bia.silence(REMINDER).hears("Lembrete 1").hearsNothingMore();
  }

  @Test
  void the_timer_fires_so_much_after_the_deadline_that_the_journal_has() {
    HistoryEvent timer =
        history().stream()
            .filter(HistoryEvent::hasTimerStartedEventAttributes)
            .reduce((earlier, last) -> last)
            .orElseThrow();
    Duration length =
        Duration.ofSeconds(
            timer.getTimerStartedEventAttributes().getStartToFireTimeout().getSeconds());

    assertThat(Instant.ofEpochSecond(timer.getEventTime().getSeconds()).plus(length))
        .isCloseTo(
            Due.of(ana.neighbours.recorded, ana.now()).plus(Waking.USUAL.grace()),
            within(2, ChronoUnit.SECONDS));
  }

  @Test
  void who_is_woken_twice_does_it_once() {
    ana.silence(REMINDER).isWoken().isWoken().hears("Lembrete 1").hearsNothingMore();
  }

  @Test
  void whom_nobody_wakes_sleeps_by_exact_timers() {
    var bia = world.candidate();
    bia.says("oi").silence(Duration.ofSeconds(5)).hears("automatizado");

    bia.silence(REMINDER).hears("Lembrete 1").hearsNothingMore();
  }

  @Test
  void a_candidate_who_writes_when_a_reminder_is_due_is_answered_and_not_reminded() {
    ana.silence(REMINDER.plusMinutes(1)).taps("Ana").hears("cargo");

    ana.isWoken().silence(Waking.USUAL.grace()).hearsNothingMore();
  }

  private int timersFired() {
    return ana.events(EventType.EVENT_TYPE_TIMER_FIRED);
  }

  private List<HistoryEvent> history() {
    return world.client().fetchHistory(JourneyIds.workflowId(ana.candidateId)).getEvents();
  }
}
