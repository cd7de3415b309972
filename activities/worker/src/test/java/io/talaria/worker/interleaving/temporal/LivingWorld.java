package io.talaria.worker.interleaving.temporal;

import com.uber.m3.tally.RootScopeBuilder;
import com.uber.m3.tally.Scope;
import com.uber.m3.tally.ScopeCloseException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.talaria.journey.JourneyIds;
import io.talaria.journey.TakeoverReceipt;
import io.talaria.journey.flow.CandidateJourneyImpl;
import io.talaria.port.Bot;
import io.talaria.port.Channel;
import io.talaria.port.Delivered;
import io.talaria.port.Delivery;
import io.talaria.port.Desk;
import io.talaria.port.Journal;
import io.talaria.port.JourneyWrite;
import io.talaria.port.Proposal;
import io.talaria.port.Turn;
import io.talaria.port.Written;
import io.talaria.seal.ClearSeal;
import io.talaria.seal.SealCodec;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.common.reporter.MicrometerClientStatsReporter;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** One time-skipping environment for all lives. */
final class LivingWorld implements AutoCloseable, Bot, Channel, Desk, Journal {
  /** Metrics reach the registry so often. */
  private static final long REPORTS_MILLIS = 100;

  final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<UUID, Life> lives = new ConcurrentHashMap<>();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final Scope scope =
      new RootScopeBuilder()
          .reporter(new MicrometerClientStatsReporter(meters))
          .reportEvery(com.uber.m3.util.Duration.ofMillis(REPORTS_MILLIS));
  private final TaskWatch tasks = new TaskWatch();
  private final PassingTime clock = new PassingTime();
  private final TestWorkflowEnvironment env;

  LivingWorld() {
    env = TestWorkflowEnvironment.newInstance(options());
    WorkerOptions patient =
        WorkerOptions.newBuilder().setDefaultDeadlockDetectionTimeout(10_000).build();
    Worker journeys = env.newWorker(JourneyIds.JOURNEYS_QUEUE, patient);
    journeys.registerWorkflowImplementationTypes(CandidateJourneyImpl.class);
    journeys.registerActivitiesImplementations(this);
    env.newWorker(JourneyIds.BOTS_QUEUE, patient)
        .registerActivitiesImplementations((BotOnly) this::propose);
    env.newWorker(JourneyIds.sendsQueue(Life.NUMBER), patient)
        .registerActivitiesImplementations(this);
    env.start();
  }

  private interface BotOnly extends Bot {}

  private TestEnvironmentOptions options() {
    var options =
        TestEnvironmentOptions.newBuilder()
            .setMetricsScope(scope)
            .setWorkflowServiceStubsOptions(
                WorkflowServiceStubsOptions.newBuilder()
                    .setGrpcClientInterceptors(
                        List.of(tasks, clock, new CancelsInTime(), new UpdatesAfterSignals()))
                    .build())
            .setWorkflowClientOptions(
                WorkflowClientOptions.newBuilder()
                    .setDataConverter(SealCodec.dataConverter(new ClearSeal()))
                    .build())
            .setWorkerFactoryOptions(
                WorkerFactoryOptions.newBuilder()
                    .setWorkerInterceptors(new WorkerDies(lives::get, tasks))
                    .build());
    for (String name : List.of("Stage", "Mode", "RiskBand", "Definition", "Channel", "Owner")) {
      options.registerSearchAttribute(name, IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD);
    }
    return options.build();
  }

  WorkflowClient client() {
    return env.getWorkflowClient();
  }

  Instant now() {
    return Instant.ofEpochMilli(env.currentTimeMillis());
  }

  void passes(Duration time) throws InterruptedException {
    clock.pass(env, time, calls);
  }

  void begins(Life life) {
    lives.put(life.candidate, life);
  }

  /** How many workflow tasks failed for this reason, as the SDK's metrics call it. */
  double failedTasks(String reason) throws ScopeCloseException {
    // Reports what it has.
    scope.close();
    return meters.find("temporal_workflow_task_execution_failed").counters().stream()
        .filter(counter -> reason.equals(counter.getId().getTag("failure_reason")))
        .mapToDouble(counter -> counter.count())
        .sum();
  }

  @Override
  public Proposal propose(Turn turn) {
    return lives.get(turn.candidateId()).bot.propose(turn);
  }

  @Override
  public Delivered deliver(Delivery delivery) {
    return lives.get(delivery.candidateId()).channel.deliver(delivery);
  }

  @Override
  public Delivered send(Delivery delivery) {
    return lives.get(delivery.candidateId()).channel.send(delivery);
  }

  @Override
  public void alert(Desk.Alert alert) {}

  @Override
  public Opened open(Open request) {
    return journal(request.candidateId()).open(request);
  }

  @Override
  public Written record(JourneyWrite write) {
    return journal(write.candidateId()).record(write);
  }

  @Override
  public TakeoverReceipt stopBot(StopBot request) {
    return journal(request.candidateId()).stopBot(request);
  }

  @Override
  public Remembered remembered(Asked request) {
    return journal(request.candidateId()).remembered(request);
  }

  @Override
  public long releaseBrake(ReleaseBrake request) {
    return journal(request.candidateId()).releaseBrake(request);
  }

  @Override
  public long dropQueued(DropQueued request) {
    return journal(request.candidateId()).dropQueued(request);
  }

  @Override
  public Brake brake(UUID candidateId) {
    return journal(candidateId).brake(candidateId);
  }

  @Override
  public Settled settle(Settle request) {
    return journal(request.candidateId()).settle(request);
  }

  @Override
  public PlanFound plan(Planned request) {
    throw new UnsupportedOperationException("Nobody moves journeys to other plans here");
  }

  private PaperJournal journal(UUID candidateId) {
    return lives.get(candidateId).journal;
  }

  @Override
  public void close() {
    env.close();
    calls.shutdownNow();
  }
}
