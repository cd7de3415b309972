package io.talaria.journey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.journey.JourneyIds;
import io.talaria.port.Desk;
import io.talaria.port.Turn;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A bot from outside talks at one stage, the definition's script at the others. */
class OutsideBotTest {
  @AutoClose private static final ScenarioWorld world = new ScenarioWorld();

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

  @Test
  void a_bot_that_failed_at_the_first_words_begins_when_a_person_hands_back() {
    // given a bot that said nothing to the first message, so that Camila took over
    var ana = world.candidate(Neighbours.outsideBotAtFirst());
    ana.neighbours.botFails = true;
    ana.taps("oi").deskIsAlerted(Desk.Kind.NEEDS_HUMAN).hearsNothingMore();
    var camila = ana.recruiter("Camila");
    camila.takesOver();

    // when she hands back without having written
    camila.handsBack();

    // then the bot has a turn, in which it says that a machine speaks
    ana.hears("Continuando").hearsNothingMore();
    Turn resumed = ana.neighbours.turns.getLast();
    assertThat(resumed.reason()).isEqualTo(Turn.Reason.RESUME);
    assertThat(resumed.disclosed()).isFalse();
  }

  @Test
  void a_bot_that_never_spoke_begins_also_when_the_person_has_written() {
    var ana = world.candidate(Neighbours.outsideBotAtFirst());
    ana.neighbours.botFails = true;
    ana.taps("oi").deskIsAlerted(Desk.Kind.NEEDS_HUMAN);
    var camila = ana.recruiter("Camila");
    camila.takesOver();
    camila.replies("Oi, já vamos começar");
    ana.hears("já vamos");

    camila.handsBack();

    ana.hears("Continuando").hearsNothingMore();
  }

  private static long remoteTurns(Scenario ana) {
    return world.client().fetchHistory(JourneyIds.workflowId(ana.candidateId)).getEvents().stream()
        .filter(event -> event.getEventType() == EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED)
        .map(HistoryEvent::getActivityTaskScheduledEventAttributes)
        .filter(scheduled -> scheduled.getActivityType().getName().equals("propose"))
        .count();
  }
}
