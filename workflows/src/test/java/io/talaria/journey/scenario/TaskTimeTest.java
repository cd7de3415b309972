package io.talaria.journey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.util.Timestamps;
import io.talaria.journey.JourneyIds;
import io.temporal.api.enums.v1.EventType;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What tells an attempt of a task that was given up from the next one. */
class TaskTimeTest {
  @AutoClose private static final ScenarioWorld world = new ScenarioWorld();

  @Test
  void a_write_tells_when_its_task_began_however_long_its_calls_took() throws Exception {
    var ana = world.greeted();
    ana.neighbours.thinking = new CountDownLatch(1);
    ana.taps("Ana");
    TimeUnit.MILLISECONDS.sleep(300); // Of the worker's clock, by which a call moves the time on.
    ana.neighbours.thinking.countDown();
    ana.hears("cargo");

    assertThat(beginnings(ana)).contains(ana.neighbours.recordedByTaskAt);
  }

  @Test
  void a_task_that_is_prolonged_in_a_call_began_when_it_began() throws Exception {
    var ana = world.greeted();
    Instant before = ana.now();
    ana.neighbours.thinking = new CountDownLatch(1);
    ana.taps("Ana");
    TimeUnit.MILLISECONDS.sleep(5500);
    ana.neighbours.whenRecorded =
        () -> {
          ana.neighbours.whenRecorded = () -> {};
          sleepsUntilItIsProlonged();
        };
    ana.taps("Dev");
    ana.neighbours.thinking.countDown();
    ana.hears("cargo").hears("link");

    Instant began = beginnings(ana).stream().filter(at -> !at.isBefore(before)).findFirst().get();
    assertThat(ana.neighbours.recordedByTaskAt).isEqualTo(began);
  }

  private static void sleepsUntilItIsProlonged() {
    try {
      TimeUnit.MILLISECONDS.sleep(3500);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static List<Instant> beginnings(Scenario ana) {
    return world.client().fetchHistory(JourneyIds.workflowId(ana.candidateId)).getEvents().stream()
        .filter(event -> event.getEventType() == EventType.EVENT_TYPE_WORKFLOW_TASK_STARTED)
        .map(event -> Instant.ofEpochMilli(Timestamps.toMillis(event.getEventTime())))
        .toList();
  }
}
