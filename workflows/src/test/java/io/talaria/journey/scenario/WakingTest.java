package io.talaria.journey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.journey.JourneyIds;
import io.talaria.journey.Waking;
import io.temporal.api.enums.v1.EventType;
import java.time.Duration;
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
    assertThat(events(EventType.EVENT_TYPE_TIMER_CANCELED)).isOne();
  }

  @Test
  void who_is_not_woken_wakes_some_minutes_later() {
    ana.silence(REMINDER).hearsNothingMore();

    ana.silence(Waking.GRACE).hears("Lembrete 1").hearsNothingMore();
  }

  @Test
  void who_is_woken_too_early_does_nothing_yet_and_then_wakes_on_time() {
    ana.silence(REMINDER.minusMinutes(1)).isWoken().hearsNothingMore();

    ana.silence(Duration.ofMinutes(1)).hears("Lembrete 1").hearsNothingMore();
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

    ana.isWoken().silence(Waking.GRACE).hearsNothingMore();
  }

  private int timersFired() {
    return events(EventType.EVENT_TYPE_TIMER_FIRED);
  }

  private int events(EventType type) {
    return Math.toIntExact(
        world.client().fetchHistory(JourneyIds.workflowId(ana.candidateId)).getEvents().stream()
            .filter(event -> event.getEventType() == type)
            .count());
  }
}
