package io.talaria.dev.rehearsal;

import io.talaria.journey.CandidateJourney;
import io.talaria.journey.JourneyIds;
import io.talaria.journey.SearchAttribute;
import io.talaria.journey.flow.CandidateJourneyImpl;
import io.talaria.port.Bot;
import io.talaria.seal.ClearSeal;
import io.talaria.seal.SealCodec;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.api.failure.v1.Failure;
import io.temporal.api.history.v1.History;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.common.converter.DataConverter;
import io.temporal.payload.context.WorkflowSerializationContext;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/** A time-skipping server with one candidate's journey; its clock starts where the story does. */
final class RehearsalServer implements AutoCloseable {
  static final String NUMBER = "106540352242922";

  /** Of this machine's time; a journey's step takes milliseconds. */
  private static final Duration LONGEST_STEP = Duration.ofSeconds(20);

  private static final DataConverter CONVERTER = SealCodec.dataConverter(new ClearSeal());

  private final TestWorkflowEnvironment env;
  private final UUID candidateId = UUID.randomUUID();
  private boolean begun;

  RehearsalServer(Instant start) {
    var options =
        TestEnvironmentOptions.newBuilder()
            .setInitialTime(start)
            .setWorkflowClientOptions(
                WorkflowClientOptions.newBuilder().setDataConverter(CONVERTER).build())
            .setWorkerFactoryOptions(
                WorkerFactoryOptions.newBuilder().setUsingVirtualWorkflowThreads(true).build());
    for (String attribute : SearchAttribute.keys()) {
      options.registerSearchAttribute(attribute, IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD);
    }
    env = TestWorkflowEnvironment.newInstance(options.build());
  }

  /** Serves journeys with these neighbours. */
  void start(Neighbours neighbours, Bot bot) {
    // A loaded machine may take more than the usual second to load classes for a first task.
    var patient =
        WorkerOptions.newBuilder()
            .setDefaultDeadlockDetectionTimeout(10_000)
            .setUsingVirtualThreads(true)
            .build();
    Worker journeys = env.newWorker(JourneyIds.JOURNEYS_QUEUE, patient);
    journeys.registerWorkflowImplementationTypes(CandidateJourneyImpl.class);
    journeys.registerActivitiesImplementations(neighbours, bot);
    env.newWorker(JourneyIds.BOTS_QUEUE, patient).registerActivitiesImplementations(bot);
    env.newWorker(JourneyIds.sendsQueue(NUMBER), patient)
        .registerActivitiesImplementations(neighbours);
    env.start();
  }

  UUID candidateId() {
    return candidateId;
  }

  Instant now() {
    return Instant.ofEpochMilli(env.currentTimeMillis());
  }

  /** Signals the journey, and starts it where none runs. */
  void signalWithStart(String signal, Object message, Object start) {
    begun = true;
    run().signalWithStart(signal, new Object[] {message}, new Object[] {start});
  }

  /** Starts the journey although nobody has written; one that runs is a failure of Temporal's. */
  void start(Object start) {
    begun = true;
    run().start(start);
  }

  private WorkflowStub run() {
    return env.getWorkflowClient()
        .newUntypedWorkflowStub(
            CandidateJourney.class.getSimpleName(),
            WorkflowOptions.newBuilder()
                .setWorkflowId(JourneyIds.workflowId(candidateId))
                .setTaskQueue(JourneyIds.JOURNEYS_QUEUE)
                .build());
  }

  /** Signals the journey that runs. */
  void signal(String signal, Object fact) {
    WorkflowStub stub =
        env.getWorkflowClient().newUntypedWorkflowStub(JourneyIds.workflowId(candidateId));
    stub.signal(signal, fact);
  }

  CandidateJourney journey() {
    return env.getWorkflowClient()
        .newWorkflowStub(CandidateJourney.class, JourneyIds.workflowId(candidateId));
  }

  /** Time passes for everybody. */
  void sleep(Duration time) {
    env.sleep(time);
  }

  /** What the journey sleeps on; empty when it waits for people alone, or doesn't run. */
  Optional<Sleeping> sleeping() {
    return begun ? Sleeping.of(history()) : Optional.empty();
  }

  /** Of the newest run. */
  History history() {
    return env.getWorkflowClient().fetchHistory(JourneyIds.workflowId(candidateId)).getHistory();
  }

  /**
   * Returns when the journey has done what it has to do now.
   *
   * @throws IllegalStateException when its step fails, or takes longer than any should
   */
  void settle() {
    long begin = System.nanoTime();
    while (begun) {
      History history = history();
      Unfinished unfinished = Unfinished.of(history);
      if (unfinished.nothing()) {
        return;
      }
      if (unfinished.failure() != null) {
        throw new IllegalStateException("The journey's step failed: " + why(unfinished.failure()));
      }
      if (System.nanoTime() - begin > LONGEST_STEP.toNanos()) {
        HistoryEvent last = history.getEvents(history.getEventsCount() - 1);
        throw new IllegalStateException(
            "The journey has not finished its step within %d s of this machine's time, last %s; on a busy machine play it again"
                .formatted(LONGEST_STEP.toSeconds(), last.getEventType()));
      }
      LockSupport.parkNanos(1_000_000);
    }
  }

  /** What a failure tells is sealed for its journey. */
  private String why(Failure failure) {
    WorkflowClientOptions client = env.getWorkflowClient().getOptions();
    var journey =
        new WorkflowSerializationContext(client.getNamespace(), JourneyIds.workflowId(candidateId));
    Throwable told = CONVERTER.withContext(journey).failureToException(failure);
    Throwable cause = told.getCause();
    return told.getMessage() + (cause == null ? "" : ": " + cause.getMessage());
  }

  /**
   * Returns at once: pollers take half a second to give up, and nobody waits for what they hold.
   */
  @Override
  public void close() {
    Thread.ofVirtual().name("rehearsal-close").start(env::close);
  }
}
