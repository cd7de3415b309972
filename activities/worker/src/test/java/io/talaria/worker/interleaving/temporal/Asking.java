package io.talaria.worker.interleaving.temporal;

import io.talaria.journey.CandidateJourney;
import io.talaria.journey.JourneyIds;
import io.talaria.journey.MessageReceived;
import io.talaria.journey.RecruiterRequest;
import io.talaria.journey.Refusal;
import io.talaria.journey.SendSettled;
import io.temporal.api.enums.v1.EventType;
import io.temporal.client.UpdateOptions;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.client.WorkflowUpdateStage;
import io.temporal.failure.ApplicationFailure;
import java.util.Optional;

/** One journey as its candidate's messages and its recruiters reach it: again until it answers. */
final class Asking {
  private static final int MOST_TRIES = 200;
  private static final int BETWEEN_MILLIS = 20;

  private final Life life;
  private final WorkflowClient client;

  Asking(Life life, WorkflowClient client) {
    this.life = life;
    this.client = client;
  }

  /** The message is with the journey, which begins where none runs. */
  void tells(MessageReceived message) {
    again(
        () ->
            began(
                toBegin()
                    .signalWithStart(
                        "messageReceived", new Object[] {message}, new Object[] {life.start})
                    .getRunId()));
  }

  /** The same as the running journey is handed it, else as a signal. */
  void hands(MessageReceived message) {
    try {
      running().update(CandidateJourney.TAKE_MESSAGE, Void.class, message);
    } catch (WorkflowException lost) {
      tells(message);
    }
  }

  /** It is said to be due. No-op where no journey runs. */
  void wakes() {
    try {
      running().update(CandidateJourney.WAKE, Void.class);
    } catch (WorkflowException nobody) {
      // Its next run has timers.
    }
  }

  /** A status has settled a send. No-op where no journey runs: the next run asks the rows. */
  void tells(SendSettled fact) {
    try {
      running().signal("sendSettled", fact);
    } catch (WorkflowException nobody) {
      // As above.
    }
  }

  /**
   * Nobody wants to know more of this journey. It is ended at rest: what is ended while the server
   * waits for somebody's work keeps its clock from skipping for ever.
   */
  void ends() {
    for (int i = 0; i < MOST_TRIES && isBusy(); i++) {
      pause();
    }
    try {
      running().terminate("over");
    } catch (WorkflowException gone) {
      // It has ended.
    }
  }

  private boolean isBusy() {
    String id = JourneyIds.workflowId(life.candidate);
    EventType last = client.fetchHistory(id).getLastEvent().getEventType();
    return last == EventType.EVENT_TYPE_WORKFLOW_TASK_SCHEDULED
        || last == EventType.EVENT_TYPE_WORKFLOW_TASK_STARTED
        || running().describe().getRawDescription().getPendingActivitiesCount() > 0;
  }

  private void began(String runId) {
    synchronized (life) {
      life.evidence.runs.add(runId);
    }
  }

  /**
   * What the journey answers; empty when it refuses.
   *
   * @param updateId the engine knows one that is repeated within a run; the journey knows requests
   */
  <T> Optional<T> asks(String update, String updateId, RecruiterRequest request, Class<T> receipt) {
    for (int i = 0; i < MOST_TRIES; i++) {
      try {
        return Optional.of(
            running()
                .startUpdate(
                    UpdateOptions.newBuilder(receipt)
                        .setUpdateName(update)
                        .setUpdateId(updateId)
                        .setWaitForStage(WorkflowUpdateStage.COMPLETED)
                        .build(),
                    request)
                .getResult());
      } catch (WorkflowUpdateException e) {
        if (e.getCause() instanceof ApplicationFailure refused
            && !refused.getType().equals(Refusal.NOT_BEGUN.name())) {
          return Optional.empty();
        }
      } catch (RuntimeException away) {
        // Its run has ended or was lost; asked again, the next one answers.
      }
      pause();
    }
    throw new IllegalStateException("Nobody answers " + request);
  }

  private void again(Runnable tell) {
    for (int i = 0; ; i++) {
      try {
        tell.run();
        return;
      } catch (RuntimeException away) {
        if (i == MOST_TRIES) {
          throw away;
        }
        pause();
      }
    }
  }

  private WorkflowStub running() {
    return client.newUntypedWorkflowStub(JourneyIds.workflowId(life.candidate));
  }

  private WorkflowStub toBegin() {
    return client.newUntypedWorkflowStub(
        "CandidateJourney",
        WorkflowOptions.newBuilder()
            .setWorkflowId(JourneyIds.workflowId(life.candidate))
            .setTaskQueue(JourneyIds.JOURNEYS_QUEUE)
            .setWorkflowTaskTimeout(CandidateJourney.STEP_WITHIN)
            .build());
  }

  private static void pause() {
    try {
      Thread.sleep(BETWEEN_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The life is over", e);
    }
  }
}
