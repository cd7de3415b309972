package io.talaria.gateway.door;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.talaria.journal.inbox.OpenMessage;
import io.talaria.journey.CandidateJourney;
import io.talaria.journey.JourneyIds;
import io.talaria.journey.OutsideSpoke;
import io.talaria.journey.PhaseChanged;
import io.talaria.journey.Refusal;
import io.talaria.journey.SendDelivered;
import io.talaria.journey.SendSettled;
import io.talaria.journey.SendTimed;
import io.talaria.journey.TakeOver;
import io.talaria.journey.TakeoverReceipt;
import io.temporal.client.BatchRequest;
import io.temporal.client.UpdateOptions;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.client.WorkflowUpdateStage;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The door in front of a Temporal cluster. Deadlines are those of {@link TemporalSettings}. */
@Component
class TemporalDoor implements JourneyDoor {
  private static final Logger log = LoggerFactory.getLogger(TemporalDoor.class);

  /** A takeover waits for sends under way, at most five seconds, and for a local activity. */
  private static final Duration TAKEOVER = Duration.ofSeconds(15);

  private final WorkflowClient client;
  private final JourneyUpdates updates;
  private final JourneyStarts starts;

  TemporalDoor(WorkflowClient client, JourneyUpdates updates, JourneyStarts starts) {
    this.client = client;
    this.updates = updates;
    this.starts = starts;
  }

  @Override
  public Told messageReceived(OpenMessage message) {
    return tell(
        message.candidateId(),
        () -> {
          try {
            signalWithStart(message);
          } catch (WorkflowExecutionAlreadyStarted race) {
            // The run before ended, or continued as new, between the two halves of the call.
            signalWithStart(message);
          }
        });
  }

  @Override
  public Told messageHandedOver(OpenMessage message) {
    return updates.handOver(message) ? Told.HEARD : messageReceived(message);
  }

  @Override
  public Told wake(UUID candidateId, Instant due) {
    try {
      updates.wake(candidateId, due);
      return Told.HEARD;
    } catch (StatusRuntimeException e) {
      Told told = notWoken(e);
      if (told == Told.AWAY) {
        unheard(candidateId, e);
      }
      return told;
    }
  }

  /**
   * A run that takes too long, whose step fails, or that just ends has its timer, or a next run
   * which looks at what is due: the engine is there.
   */
  static Told notWoken(StatusRuntimeException e) {
    boolean aborted = String.valueOf(e.getStatus().getDescription()).contains("aborted");
    return switch (e.getStatus().getCode()) {
      case NOT_FOUND -> isNamespaceMissing(e) ? Told.AWAY : Told.NOBODY;
      case UNAVAILABLE -> aborted ? Told.HEARD : Told.AWAY;
      case RESOURCE_EXHAUSTED, UNAUTHENTICATED, PERMISSION_DENIED -> Told.AWAY;
      default -> Told.HEARD;
    };
  }

  private void signalWithStart(OpenMessage message) {
    CandidateJourney journey = starts.journey(message);
    BatchRequest request = client.newSignalWithStartRequest();
    request.add(journey::run, starts.with(message));
    request.add(journey::messageReceived, message.message());
    client.signalWithStart(request);
  }

  @Override
  public Told sendSettled(UUID candidateId, SendSettled settled) {
    return tell(candidateId, () -> journey(candidateId).sendSettled(settled));
  }

  @Override
  public Told sendDelivered(UUID candidateId, SendDelivered delivered) {
    return tell(candidateId, () -> journey(candidateId).sendDelivered(delivered));
  }

  @Override
  public Told sendTimed(UUID candidateId, SendTimed timed) {
    return tell(candidateId, () -> journey(candidateId).sendTimed(timed));
  }

  @Override
  public Told phaseChanged(UUID candidateId, PhaseChanged changed) {
    return tell(candidateId, () -> journey(candidateId).phaseChanged(changed));
  }

  @Override
  public Told outsideSpoke(UUID candidateId, OutsideSpoke spoke) {
    return tell(candidateId, () -> journey(candidateId).outsideSpoke(spoke));
  }

  @Override
  public Asked takeOver(UUID candidateId, TakeOver request) {
    UpdateOptions<TakeoverReceipt> options =
        UpdateOptions.newBuilder(TakeoverReceipt.class)
            .setUpdateId(request.requestId().toString())
            .setWaitForStage(WorkflowUpdateStage.COMPLETED)
            .build();
    // The SDK polls for an answer as long as no worker is there; we come back instead.
    CompletableFuture<TakeoverReceipt> answer = new CompletableFuture<>();
    Thread asking =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    CandidateJourney journey = journey(candidateId);
                    answer.complete(
                        WorkflowClient.startUpdate(journey::takeOver, request, options)
                            .getResult());
                  } catch (RuntimeException e) {
                    answer.completeExceptionally(e);
                  }
                });
    try {
      answer.get(TAKEOVER.toMillis(), TimeUnit.MILLISECONDS);
      return Asked.of(Answer.YES);
    } catch (ExecutionException e) {
      return refused(candidateId, e.getCause() == null ? e : e.getCause());
    } catch (TimeoutException e) {
      asking.interrupt();
      return Asked.of(Answer.AWAY);
    } catch (InterruptedException e) {
      asking.interrupt();
      Thread.currentThread().interrupt();
      return Asked.of(Answer.AWAY);
    }
  }

  private static Asked refused(UUID candidateId, Throwable failure) {
    if (failure instanceof WorkflowUpdateException
        && failure.getCause() instanceof ApplicationFailure sentence) {
      if (Refusal.NOT_BEGUN.name().equals(sentence.getType())) {
        return Asked.of(Answer.AWAY);
      }
      return new Asked(Answer.NO, sentence.getOriginalMessage());
    }
    if (isNobody(failure)) {
      return Asked.of(Answer.NOBODY);
    }
    unheard(candidateId, failure);
    return Asked.of(Answer.AWAY);
  }

  private CandidateJourney journey(UUID candidateId) {
    return client.newWorkflowStub(CandidateJourney.class, JourneyIds.workflowId(candidateId));
  }

  /**
   * Whatever goes wrong on the way is the engine's, and worth another try: the journal keeps it.
   */
  static Told tell(UUID candidateId, Runnable signal) {
    try {
      signal.run();
      return Told.HEARD;
    } catch (RuntimeException e) {
      if (isNobody(e)) {
        return Told.NOBODY;
      }
      unheard(candidateId, e);
      return Told.AWAY;
    }
  }

  /** A namespace that is missing also answers NOT_FOUND; that journeys are gone it does not say. */
  private static boolean isNobody(Throwable failure) {
    return failure instanceof WorkflowNotFoundException
        && !(failure.getCause() instanceof StatusRuntimeException status
            && isNamespaceMissing(status));
  }

  private static boolean isNamespaceMissing(StatusRuntimeException notFound) {
    return String.valueOf(notFound.getStatus().getDescription()).startsWith("Namespace");
  }

  private static void unheard(UUID candidateId, Throwable failure) {
    Throwable root = failure.getCause() == null ? failure : failure.getCause();
    log.warn(
        "Temporal did not take what was for the journey of candidate {}: {} {}",
        candidateId,
        root.getClass().getSimpleName(),
        root instanceof StatusRuntimeException status
            ? status.getStatus().getCode()
            : Status.Code.UNKNOWN);
  }
}
