package io.talaria.gateway.door;

import io.grpc.Context;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.talaria.journal.inbox.OpenMessage;
import io.talaria.journey.CandidateJourney;
import io.talaria.journey.JourneyIds;
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
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Hands messages to journeys, and wakes them, as Updates. A signal is written to history before
 * anybody works on it, its workflow task twice more; an Update is written once, with what the
 * journey made of it. That it is lost with the engine's memory meanwhile does no harm: the journal
 * has the message, and signals it when nobody took it in; and who isn't woken has a timer.
 */
@Component
class JourneyUpdates {
  /** Longer than a step of a journey that sends may take; waiting costs a virtual thread. */
  private static final Duration DEADLINE = Duration.ofSeconds(8);

  private final WorkflowClient client;
  private final JourneyStarts starts;
  private final Duration patience;
  private final ScheduledExecutorService deadlines =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("deadlines").factory());

  @Autowired
  JourneyUpdates(WorkflowClient client, JourneyStarts starts) {
    this(client, starts, DEADLINE);
  }

  /**
   * @param patience how long somebody waits for the journey's step
   */
  JourneyUpdates(WorkflowClient client, JourneyStarts starts, Duration patience) {
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
      // Handed over again in the same run, it is done once.
      String id = message.message().id().toString();
      return updated(message.candidateId(), id, CandidateJourney.TAKE_MESSAGE, message.last());
    } catch (StatusRuntimeException e) {
      return e.getStatus().getCode() == Status.Code.NOT_FOUND && open(message);
    }
  }

  /**
   * Wakes a journey that is due, and waits until it has made its step. Woken again for the same
   * deadline in the same run, it is woken once.
   *
   * @throws StatusRuntimeException when no journey runs, nobody works on it, or the engine is away
   */
  void wake(UUID candidateId, Instant due) {
    updated(candidateId, "due at " + due, CandidateJourney.WAKE);
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

  private boolean updated(UUID candidateId, String id, String name, Object... arguments) {
    return client
        .getWorkflowServiceStubs()
        .blockingStub()
        .withDeadlineAfter(patience.toMillis(), TimeUnit.MILLISECONDS)
        .updateWorkflowExecution(request(candidateId, id, input(candidateId, name, arguments)))
        .getOutcome()
        .hasSuccess();
  }

  private Input input(UUID candidateId, String name, Object... arguments) {
    Input.Builder input = Input.newBuilder().setName(name);
    client
        .getOptions()
        .getDataConverter()
        .withContext(
            new WorkflowSerializationContext(
                client.getOptions().getNamespace(), JourneyIds.workflowId(candidateId)))
        .toPayloads(arguments)
        .ifPresent(input::setArgs);
    return input.build();
  }

  private UpdateWorkflowExecutionRequest request(UUID candidateId, String id, Input input) {
    return UpdateWorkflowExecutionRequest.newBuilder()
        .setNamespace(client.getOptions().getNamespace())
        .setWorkflowExecution(
            WorkflowExecution.newBuilder().setWorkflowId(JourneyIds.workflowId(candidateId)))
        .setWaitPolicy(
            WaitPolicy.newBuilder()
                .setLifecycleStage(
                    UpdateWorkflowExecutionLifecycleStage
                        .UPDATE_WORKFLOW_EXECUTION_LIFECYCLE_STAGE_COMPLETED))
        .setRequest(
            Request.newBuilder()
                .setMeta(
                    Meta.newBuilder()
                        .setUpdateId(id)
                        .setIdentity(client.getOptions().getIdentity()))
                .setInput(input))
        .build();
  }
}
