package io.talaria.gateway.door;

import io.grpc.Context;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.talaria.journal.inbox.OpenMessage;
import io.talaria.journey.CandidateJourney;
import io.talaria.journey.JourneyIds;
import io.temporal.api.common.v1.Payloads;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.UpdateWorkflowExecutionLifecycleStage;
import io.temporal.api.update.v1.Input;
import io.temporal.api.update.v1.Meta;
import io.temporal.api.update.v1.Request;
import io.temporal.api.update.v1.WaitPolicy;
import io.temporal.api.workflowservice.v1.UpdateWorkflowExecutionRequest;
import io.temporal.client.UpdateOptions;
import io.temporal.client.WithStartWorkflowOperation;
import io.temporal.client.WorkflowClient;
import io.temporal.payload.context.WorkflowSerializationContext;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Hands messages to journeys as Updates. A signal is written to history before anybody works on it,
 * its workflow task twice more; an Update is written once, with what the journey made of it. That
 * it is lost with the engine's memory meanwhile does no harm: the journal has the message, and
 * signals it when nobody took it in.
 */
@Component
class MessageUpdates {
  /** Longer than a step of a journey that sends may take; waiting costs a virtual thread. */
  private static final Duration DEADLINE = Duration.ofSeconds(8);

  private final WorkflowClient client;
  private final JourneyStarts starts;
  private final Duration patience;
  private final ScheduledExecutorService deadlines =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("deadlines").factory());

  @Autowired
  MessageUpdates(WorkflowClient client, JourneyStarts starts) {
    this(client, starts, DEADLINE);
  }

  /**
   * @param patience how long a message waits for its journey's step
   */
  MessageUpdates(WorkflowClient client, JourneyStarts starts, Duration patience) {
    this.client = client;
    this.starts = starts;
    this.patience = patience;
  }

  /**
   * Hands a message over, starts a journey when none runs, and waits until the journey has made its
   * step.
   *
   * @return false when it must be signalled: nobody works on the journey, or nobody knows
   */
  boolean handOver(OpenMessage message) {
    // A candidate's first message finds no journey.
    if (message.message().seq() == 1) {
      return open(message);
    }
    try {
      return client
          .getWorkflowServiceStubs()
          .blockingStub()
          .withDeadlineAfter(patience.toMillis(), TimeUnit.MILLISECONDS)
          .updateWorkflowExecution(request(message))
          .getOutcome()
          .hasSuccess();
    } catch (StatusRuntimeException e) {
      return e.getStatus().getCode() == Status.Code.NOT_FOUND && open(message);
    }
  }

  /** Whatever goes wrong is told by the signal that follows. */
  private boolean open(OpenMessage message) {
    CandidateJourney journey = starts.journey(message);
    Context.CancellableContext waiting =
        Context.current().withDeadlineAfter(patience.toMillis(), TimeUnit.MILLISECONDS, deadlines);
    try {
      waiting.run(
          () ->
              WorkflowClient.executeUpdateWithStart(
                  journey::takeMessage,
                  message.last(),
                  UpdateOptions.<Void>newBuilder()
                      .setUpdateId(message.message().id().toString())
                      .build(),
                  new WithStartWorkflowOperation<>(journey::run, starts.with(message))));
      return true;
    } catch (RuntimeException e) {
      return false;
    } finally {
      waiting.cancel(null);
    }
  }

  private UpdateWorkflowExecutionRequest request(OpenMessage message) {
    String namespace = client.getOptions().getNamespace();
    String journey = JourneyIds.workflowId(message.candidateId());
    Payloads content =
        client
            .getOptions()
            .getDataConverter()
            .withContext(new WorkflowSerializationContext(namespace, journey))
            .toPayloads(message.last())
            .orElseThrow();
    return UpdateWorkflowExecutionRequest.newBuilder()
        .setNamespace(namespace)
        .setWorkflowExecution(WorkflowExecution.newBuilder().setWorkflowId(journey))
        .setWaitPolicy(
            WaitPolicy.newBuilder()
                .setLifecycleStage(
                    UpdateWorkflowExecutionLifecycleStage
                        .UPDATE_WORKFLOW_EXECUTION_LIFECYCLE_STAGE_COMPLETED))
        .setRequest(
            Request.newBuilder()
                .setMeta(
                    Meta.newBuilder()
                        // Handed over again in the same run, it is done once.
                        .setUpdateId(message.message().id().toString())
                        .setIdentity(client.getOptions().getIdentity()))
                .setInput(
                    Input.newBuilder().setName(CandidateJourney.TAKE_MESSAGE).setArgs(content)))
        .build();
  }
}
