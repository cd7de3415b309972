package io.talaria.dev.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.talaria.dev.endtoend.Installation;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityOptions;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.common.Priority;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerOptions;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server, as {@code up} starts it, serves a governed queue's backlog by priority. */
class PriorityTest {
  private static final String SENDS = "sends-priority";
  private static final int EACH = 20;

  @ActivityInterface
  public interface Sending {
    void sendFor(int priority);
  }

  @WorkflowInterface
  public interface Crowd {
    @WorkflowMethod
    void all();
  }

  /** Queues what waits least urgent first. */
  public static class CrowdImpl implements Crowd {
    @Override
    public void all() {
      var sent = new ArrayList<Promise<Void>>();
      for (int priority : List.of(5, 3, 2, 1)) {
        for (int i = 0; i < EACH; i++) {
          Sending queue =
              Workflow.newActivityStub(
                  Sending.class,
                  ActivityOptions.newBuilder()
                      .setTaskQueue(SENDS)
                      .setStartToCloseTimeout(Duration.ofSeconds(10))
                      .setPriority(Priority.newBuilder().setPriorityKey(priority).build())
                      .build());
          sent.add(Async.procedure(queue::sendFor, priority));
        }
      }
      Promise.allOf(sent).get();
    }
  }

  @Test
  void people_go_before_replies_before_reminders_before_campaigns(@TempDir Path home) {
    Ports ports = Ports.free();
    Child server = Engine.dev(Installation.temporal()).start(ports, new Folders(home));
    try {
      List<Integer> served = served(ports);
      // The first few may have been handed to the poller before the crowd was complete.
      List<Integer> backlog = served.subList(8, served.size());
      assertThat(served).hasSize(4 * EACH);
      assertThat(backlog).isSorted();
    } finally {
      server.stop(Duration.ofSeconds(5));
    }
  }

  private static List<Integer> served(Ports ports) {
    var stubs =
        WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder()
                .setTarget("127.0.0.1:" + ports.temporal())
                .build());
    await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(() -> serves(stubs));
    WorkflowClient client = WorkflowClient.newInstance(stubs);
    var crowd = WorkerFactory.newInstance(client);
    crowd.newWorker("crowd").registerWorkflowImplementationTypes(CrowdImpl.class);
    crowd.start();
    var served = new CopyOnWriteArrayList<Integer>();
    var sends = WorkerFactory.newInstance(client);
    sends
        .newWorker(
            SENDS,
            WorkerOptions.newBuilder()
                .setMaxTaskQueueActivitiesPerSecond(40)
                .setMaxConcurrentActivityExecutionSize(1)
                .setMaxConcurrentActivityTaskPollers(1)
                .build())
        .registerActivitiesImplementations((Sending) served::add);
    var options = WorkflowOptions.newBuilder().setWorkflowId("crowd").setTaskQueue("crowd").build();
    Crowd workflow = client.newWorkflowStub(Crowd.class, options);
    var run = WorkflowClient.execute(workflow::all);
    await()
        .atMost(Duration.ofSeconds(20))
        .ignoreExceptions()
        .until(() -> client.fetchHistory("crowd").getEvents().size() > 4 * EACH);
    sends.start();
    run.join();
    sends.shutdownNow();
    crowd.shutdownNow();
    stubs.shutdownNow();
    return List.copyOf(served);
  }

  private static boolean serves(WorkflowServiceStubs stubs) {
    stubs.healthCheck();
    return true;
  }
}
