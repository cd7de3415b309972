package io.talaria.journey.scenario;

import io.talaria.definition.Plan;
import io.talaria.journey.JourneyIds;
import io.talaria.journey.SearchAttribute;
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
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** One time-skipping server shared by many stories; each candidate has neighbours of their own. */
final class ScenarioWorld implements AutoCloseable, Bot, Channel, Desk, Journal {
  final TestWorkflowEnvironment env;
  final Map<UUID, String> firstRuns = new ConcurrentHashMap<>();

  /** Plans to which journeys may be moved, by number. */
  final Map<Integer, Plan> published = new ConcurrentHashMap<>();

  private final Map<UUID, Neighbours> neighbours = new ConcurrentHashMap<>();

  ScenarioWorld() {
    this(TestWorkflowEnvironment.newInstance(options()));
    register(env.getWorkerFactory(), patient());
    env.start();
  }

  /** On a server that runs already; nobody serves the journeys yet. */
  ScenarioWorld(TestWorkflowEnvironment env) {
    this.env = env;
  }

  /** Workers for all queues, not yet started. */
  void register(WorkerFactory factory, WorkerOptions options) {
    Worker journeys = factory.newWorker(JourneyIds.JOURNEYS_QUEUE, options);
    journeys.registerWorkflowImplementationTypes(CandidateJourneyImpl.class);
    journeys.registerActivitiesImplementations(this);
    factory
        .newWorker(JourneyIds.BOTS_QUEUE, options)
        .registerActivitiesImplementations((BotOnly) this::propose);
    factory
        .newWorker(JourneyIds.sendsQueue(Scenario.NUMBER), options)
        .registerActivitiesImplementations(this);
  }

  /** The server with the production data converter and the journeys' search attributes. */
  static TestEnvironmentOptions options() {
    var options =
        TestEnvironmentOptions.newBuilder()
            .setWorkflowServiceStubsOptions(
                WorkflowServiceStubsOptions.newBuilder()
                    .addGrpcClientInterceptor(new ForgottenLocks())
                    .build())
            .setWorkflowClientOptions(
                WorkflowClientOptions.newBuilder()
                    .setDataConverter(SealCodec.dataConverter(new ClearSeal()))
                    .build());
    for (String name : SearchAttribute.keys()) {
      options.registerSearchAttribute(name, IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD);
    }
    return options.build();
  }

  /** A loaded machine may take more than the usual second to load classes for a first task. */
  static WorkerOptions patient() {
    return WorkerOptions.newBuilder().setDefaultDeadlockDetectionTimeout(10_000).build();
  }

  private interface BotOnly extends Bot {}

  WorkflowClient client() {
    return env.getWorkflowClient();
  }

  Scenario candidate() {
    return candidate(Neighbours.plan(false, Duration.ofSeconds(4)));
  }

  /** Somebody who said hello and was asked the first question. */
  Scenario greeted() {
    Scenario ana = candidate();
    ana.says("oi").silence(Duration.ofSeconds(5));
    return ana.hears("automatizado");
  }

  Scenario candidate(Plan plan) {
    return new Scenario(this, plan, 0);
  }

  void register(UUID candidateId, Neighbours ports) {
    neighbours.put(candidateId, ports);
  }

  private Neighbours of(UUID candidateId) {
    return neighbours.get(candidateId);
  }

  @Override
  public Proposal propose(Turn turn) {
    return of(turn.candidateId()).propose(turn);
  }

  @Override
  public Delivered deliver(Delivery delivery) {
    return of(delivery.candidateId()).deliver(delivery);
  }

  @Override
  public Delivered send(Delivery delivery) {
    return of(delivery.candidateId()).send(delivery);
  }

  @Override
  public void alert(Desk.Alert alert) {
    of(alert.candidateId()).alert(alert);
  }

  @Override
  public Opened open(Open request) {
    return of(request.candidateId()).open(request);
  }

  @Override
  public Written record(JourneyWrite write) {
    return of(write.candidateId()).record(write);
  }

  @Override
  public TakeoverReceipt stopBot(StopBot request) {
    return of(request.candidateId()).stopBot(request);
  }

  @Override
  public long releaseBrake(ReleaseBrake request) {
    return of(request.candidateId()).releaseBrake(request);
  }

  @Override
  public long dropQueued(DropQueued request) {
    return of(request.candidateId()).dropQueued(request);
  }

  @Override
  public Remembered remembered(Asked request) {
    return of(request.candidateId()).remembered(request);
  }

  @Override
  public Brake brake(UUID candidateId) {
    return of(candidateId).brake(candidateId);
  }

  @Override
  public PlanFound plan(Planned request) {
    return new PlanFound(published.get(request.number()));
  }

  @Override
  public Settled settle(Settle request) {
    return of(request.candidateId()).settle(request);
  }

  /** Ends the candidate's run from outside, as an engineer or a restored server may. */
  void terminate(UUID candidateId) {
    client().newUntypedWorkflowStub(JourneyIds.workflowId(candidateId)).terminate("lost");
  }

  /** The lengths of the candidate's runs that went on in a new one, oldest first. */
  List<Integer> lengthsOfRuns(UUID candidateId) {
    return runsThatWentOn(candidateId).stream().map(run -> run.getEvents().size()).toList();
  }

  /** The candidate's runs that went on in a new one, oldest first. */
  List<WorkflowExecutionHistory> runsThatWentOn(UUID candidateId) {
    var runs = new ArrayList<WorkflowExecutionHistory>();
    String run = firstRuns.get(candidateId);
    while (true) {
      var history = client().fetchHistory(JourneyIds.workflowId(candidateId), run);
      var last = history.getLastEvent();
      if (!last.hasWorkflowExecutionContinuedAsNewEventAttributes()) {
        return runs;
      }
      runs.add(history);
      run = last.getWorkflowExecutionContinuedAsNewEventAttributes().getNewExecutionRunId();
    }
  }

  /** The length of the run that lives. */
  int length(UUID candidateId) {
    return client().fetchHistory(JourneyIds.workflowId(candidateId)).getEvents().size();
  }

  /** How many runs the candidate's journey has had, read along the chain of continue-as-new. */
  int runs(UUID candidateId) {
    return lengthsOfRuns(candidateId).size() + 1;
  }

  @Override
  public void close() {
    env.close();
  }
}
