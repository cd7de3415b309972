package io.talaria.journey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.journey.JourneyIds;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A bot from outside talks at one stage, the definition's script at the others. */
class OutsideBotTest {
  private static ScenarioWorld world;

  @BeforeAll
  static void start() {
    world = new ScenarioWorld();
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @Test
  void only_the_talk_of_its_stage_is_asked_by_a_remote_activity() {
    var ana = world.candidate(Neighbours.outsideBotAtFirst());
    ana.taps("oi").hears("automatizado").taps("Ana").hears("cargo").taps("backend").hears("link");
    assertThat(remoteTurns(ana)).isEqualTo(3);

    ana.taps("x").hears("quando");
    ana.silence(Duration.ofHours(5)).hears("Lembrete 1");
    assertThat(remoteTurns(ana)).as("the script's turns are local").isEqualTo(3);
  }

  @Test
  void a_reminder_at_its_stage_is_the_definitions_and_does_not_wait_for_it() {
    var ana = world.candidate(Neighbours.outsideBotAtFirst());
    ana.taps("oi").hears("automatizado").silence(Duration.ofHours(5)).hears("Lembrete 1");
    assertThat(remoteTurns(ana)).isEqualTo(1);
  }

  private static long remoteTurns(Scenario ana) {
    return world.client().fetchHistory(JourneyIds.workflowId(ana.candidateId)).getEvents().stream()
        .filter(event -> event.getEventType() == EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED)
        .map(HistoryEvent::getActivityTaskScheduledEventAttributes)
        .filter(scheduled -> scheduled.getActivityType().getName().equals("propose"))
        .count();
  }
}
