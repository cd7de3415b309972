package io.talaria.gateway.door;

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
import io.temporal.api.workflowservice.v1.UpdateWorkflowExecutionResponse;
import io.temporal.client.WorkflowClient;
import io.temporal.payload.context.WorkflowSerializationContext;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Hands messages to running journeys as Updates. A signal is written to history before anybody
 * works on it, its workflow task twice more; an Update is written once, with what the journey made
 * of it. That it is lost with the engine's memory meanwhile does no harm: the journal has the
 * message, and signals it when nobody took it in.
 */
@Component
class MessageUpdates {
  /** Longer than a step of a journey that sends may take; waiting costs a virtual thread. */
  private static final Duration DEADLINE = Duration.ofSeconds(8);

  /** After one waited in vain, nobody waits for this long: the others are signalled at once. */
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final WorkflowClient client;
  private volatile long pausedUntil = System.nanoTime();

  MessageUpdates(WorkflowClient client) {
    this.client = client;
  }

  /**
   * Hands a message over and waits until the journey has made its step.
   *
   * @return false when it must be signalled: no journey runs, nobody works on it, or nobody knows
   */
  boolean handOver(OpenMessage message) {
    if (System.nanoTime() - pausedUntil < 0) {
      return false;
    }
    try {
      UpdateWorkflowExecutionResponse response =
          client
              .getWorkflowServiceStubs()
              .blockingStub()
              .withDeadlineAfter(DEADLINE.toMillis(), TimeUnit.MILLISECONDS)
              .updateWorkflowExecution(request(message));
      return response.getOutcome().hasSuccess();
    } catch (StatusRuntimeException e) {
      if (e.getStatus().getCode() == Status.Code.DEADLINE_EXCEEDED) {
        pausedUntil = System.nanoTime() + PAUSE.toNanos();
      }
      return false;
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
            .toPayloads(message.message())
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
