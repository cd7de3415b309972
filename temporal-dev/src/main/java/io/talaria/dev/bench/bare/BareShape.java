package io.talaria.dev.bench.bare;

import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.serviceclient.GrpcCompression;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The yardstick, a process of its own: client and worker of the bare workflow. It is told how many
 * seconds to run, line by line, answers with the number of messages that were answered within, and
 * ends with its input.
 */
public final class BareShape {
  private static final String QUEUE = "bare";
  private static final int JOURNEYS = 200;
  private static final int IN_FLIGHT = 32;

  private final Map<String, CompletableFuture<Void>> open = new ConcurrentHashMap<>();
  private final BlockingQueue<WorkflowStub> idle = new LinkedBlockingQueue<>();

  private BareShape() {}

  /**
   * @param args the address of Temporal
   */
  public static void main(String[] args) throws Exception {
    WorkflowServiceStubs stubs =
        WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder()
                .setTarget(args[0])
                // As Talaria's clients do.
                .setGrpcCompression(GrpcCompression.NONE)
                .build());
    WorkflowClient client = WorkflowClient.newInstance(stubs);
    // As many slots and as large a cache as Talaria's worker has.
    WorkerFactory factory =
        WorkerFactory.newInstance(
            client,
            WorkerFactoryOptions.newBuilder()
                .setWorkflowCacheSize(500)
                .setUsingVirtualWorkflowThreads(true)
                .build());
    BareShape shape = new BareShape();
    var worker =
        factory.newWorker(
            QUEUE,
            WorkerOptions.newBuilder()
                .setMaxConcurrentWorkflowTaskExecutionSize(64)
                .setMaxConcurrentLocalActivityExecutionSize(64)
                .build());
    worker.registerWorkflowImplementationTypes(BareJourneyImpl.class);
    worker.registerActivitiesImplementations(shape.new Steps());
    factory.start();
    shape.start(client);
    System.out.println("ready");
    try (Scanner orders = new Scanner(System.in)) {
      while (orders.hasNextLine()) {
        System.out.println(shape.run(Duration.ofSeconds(Long.parseLong(orders.nextLine()))));
      }
    } finally {
      shape.idle.forEach(stub -> stub.terminate("measured"));
      factory.shutdownNow();
      stubs.shutdownNow();
    }
    System.exit(0);
  }

  private final class Steps implements BareSteps {
    @Override
    public String decide(String id) {
      return id;
    }

    @Override
    public String send(String id) {
      return id;
    }

    @Override
    public void note(String id) {
      CompletableFuture<Void> answered = open.remove(id);
      if (answered != null) {
        answered.complete(null);
      }
    }
  }

  private void start(WorkflowClient client) {
    String run = UUID.randomUUID().toString();
    for (int i = 0; i < JOURNEYS; i++) {
      WorkflowStub stub =
          client.newUntypedWorkflowStub(
              "BareJourney",
              WorkflowOptions.newBuilder()
                  .setTaskQueue(QUEUE)
                  .setWorkflowId("bare-" + run + "-" + i)
                  .build());
      stub.start();
      idle.add(stub);
    }
  }

  private long run(Duration window) throws Exception {
    Instant end = Instant.now().plus(window);
    AtomicLong answered = new AtomicLong();
    try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> loops = new ArrayList<>();
      for (int i = 0; i < IN_FLIGHT; i++) {
        loops.add(
            writers.submit(
                () -> {
                  while (Instant.now().isBefore(end)) {
                    exchange(end, answered);
                  }
                  return null;
                }));
      }
      for (Future<?> loop : loops) {
        loop.get();
      }
    }
    return answered.get();
  }

  private void exchange(Instant end, AtomicLong answered) throws Exception {
    WorkflowStub journey = idle.take();
    String id = UUID.randomUUID().toString();
    CompletableFuture<Void> answer = new CompletableFuture<>();
    open.put(id, answer);
    try {
      journey.signal("messageReceived", id);
      answer.get(60, TimeUnit.SECONDS);
      if (Instant.now().isBefore(end)) {
        answered.incrementAndGet();
      }
    } catch (TimeoutException e) {
      open.remove(id);
    } finally {
      idle.add(journey);
    }
  }
}
