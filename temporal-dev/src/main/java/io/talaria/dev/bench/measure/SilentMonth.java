package io.talaria.dev.bench.measure;

import io.talaria.definition.Plan;
import io.talaria.dev.bench.ground.Ground;
import io.talaria.dev.bench.report.Reading;
import io.talaria.journey.CandidateJourney;
import io.talaria.journey.JourneyIds;
import io.talaria.journey.JourneyStart;
import io.talaria.journey.MessageReceived;
import io.talaria.journey.SearchAttribute;
import io.talaria.journey.flow.CandidateJourneyImpl;
import io.talaria.seal.ClearSeal;
import io.talaria.seal.SealCodec;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.WorkerOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * How long a test of a whole silent month takes on the time-skipping server: a hello, two
 * reminders, an alert, dropped off after thirty days. It tells whether stories can be tested in
 * numbers.
 */
final class SilentMonth implements Measure {
  private static final String NUMBER = "106540352242922";

  /** Its clock may jump ten years between two journeys, and the SDK counts to 292. */
  private static final int OF_ONE_SERVER = 10;

  @Override
  public String name() {
    return "month";
  }

  @Override
  public String what() {
    return "a silent 30-day journey on the time-skipping server";
  }

  @Override
  public boolean wantsItCompiled() {
    return false;
  }

  @Override
  public List<Reading> on(Ground ground, Scale scale) {
    var options =
        TestEnvironmentOptions.newBuilder()
            .setWorkflowClientOptions(
                WorkflowClientOptions.newBuilder()
                    .setDataConverter(SealCodec.dataConverter(new ClearSeal()))
                    .build());
    for (String attribute : SearchAttribute.keys()) {
      options.registerSearchAttribute(attribute, IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD);
    }
    List<Double> millis = new ArrayList<>();
    for (int warm = 0; warm < scale.of(100); warm += OF_ONE_SERVER) {
      months(options.build(), OF_ONE_SERVER);
    }
    for (int measured = 0; measured < scale.of(200); measured += OF_ONE_SERVER) {
      millis.addAll(months(options.build(), OF_ONE_SERVER));
    }
    return List.of(
        Reading.of(name(), "median", Medians.of(millis), "ms").atMost(60),
        Reading.of(name(), "longest", millis.stream().mapToDouble(d -> d).max().orElse(0), "ms"));
  }

  /** Milliseconds of so many months, one after the other on a server of their own. */
  private static List<Double> months(TestEnvironmentOptions options, int months) {
    List<Double> millis = new ArrayList<>();
    try (TestWorkflowEnvironment env = TestWorkflowEnvironment.newInstance(options)) {
      SilentNeighbours neighbours = new SilentNeighbours(plan());
      var patient = WorkerOptions.newBuilder().setDefaultDeadlockDetectionTimeout(10_000).build();
      var journeys = env.newWorker(JourneyIds.JOURNEYS_QUEUE, patient);
      journeys.registerWorkflowImplementationTypes(CandidateJourneyImpl.class);
      journeys.registerActivitiesImplementations(neighbours);
      env.newWorker(JourneyIds.sendsQueue(NUMBER)).registerActivitiesImplementations(neighbours);
      env.start();
      for (int i = 0; i < months; i++) {
        millis.add(month(env));
      }
    }
    return millis;
  }

  private static double month(TestWorkflowEnvironment env) {
    UUID candidate = UUID.randomUUID();
    WorkflowStub journey =
        env.getWorkflowClient()
            .newUntypedWorkflowStub(
                CandidateJourney.class.getSimpleName(),
                WorkflowOptions.newBuilder()
                    .setWorkflowId(JourneyIds.workflowId(candidate))
                    .setTaskQueue(JourneyIds.JOURNEYS_QUEUE)
                    .build());
    long begun = System.nanoTime();
    journey.signalWithStart(
        "messageReceived",
        new Object[] {
          new MessageReceived(
              UUID.randomUUID(),
              1,
              Instant.ofEpochMilli(env.currentTimeMillis()),
              MessageReceived.Kind.TEXT,
              "oi",
              null,
              NUMBER)
        },
        new Object[] {JourneyStart.first(UUID.randomUUID(), candidate, "bench", NUMBER, null)});
    journey.getResult(Void.class);
    return (System.nanoTime() - begun) / 1e6;
  }

  private static Plan plan() {
    return new Plan(
        "bench",
        1,
        List.of(
            new Plan.Stage("initial_contact", Map.of("en", "Initial contact"), List.of("role"))),
        List.of("en"),
        new Plan.Words(List.of("stop"), List.of("person")),
        new Plan.Times(
            Duration.ofSeconds(4),
            Duration.ofSeconds(8),
            List.of(Duration.ofHours(4), Duration.ofHours(20)),
            Duration.ofHours(24),
            Duration.ofMinutes(15),
            Duration.ofDays(30),
            Duration.ofSeconds(1),
            null),
        false);
  }
}
