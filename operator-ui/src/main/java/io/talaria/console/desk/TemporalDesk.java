package io.talaria.console.desk;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.talaria.console.ConsoleSettings;
import io.talaria.console.desk.DeskAnswer.Away;
import io.talaria.console.desk.DeskAnswer.Done;
import io.talaria.console.desk.DeskAnswer.Gone;
import io.talaria.console.desk.DeskAnswer.Refused;
import io.talaria.journey.AcknowledgeAlert;
import io.talaria.journey.Acknowledgement;
import io.talaria.journey.CancelScheduled;
import io.talaria.journey.CandidateMarked;
import io.talaria.journey.HandBack;
import io.talaria.journey.HandOver;
import io.talaria.journey.HandbackReceipt;
import io.talaria.journey.HoldReceipt;
import io.talaria.journey.JourneyIds;
import io.talaria.journey.KeepHold;
import io.talaria.journey.PlanChosen;
import io.talaria.journey.ProactiveMessage;
import io.talaria.journey.Recollection;
import io.talaria.journey.Refusal;
import io.talaria.journey.Reply;
import io.talaria.journey.ReplyReceipt;
import io.talaria.journey.ReviewDecision;
import io.talaria.journey.ReviewReceipt;
import io.talaria.journey.ScheduleReceipt;
import io.talaria.journey.ScheduleReply;
import io.talaria.journey.SettleSend;
import io.talaria.journey.TakeOver;
import io.talaria.journey.TakeoverReceipt;
import io.temporal.client.UpdateOptions;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowServiceException;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.client.WorkflowUpdateStage;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Asks by Updates whose id is the caller's request id, with a deadline on every call; a failure is
 * sorted into a refusal, a journey that is gone, and an engine that is away; a run that has not
 * opened its journey yet is like the last.
 */
@Component
class TemporalDesk implements JourneyDesk, DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(TemporalDesk.class);
  private static final int MOST_AGAIN = 5;

  private final WorkflowClient client;
  private final Duration answerWithin;
  private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();

  TemporalDesk(WorkflowClient client, ConsoleSettings settings) {
    this.client = client;
    this.answerWithin = settings.answerWithin();
  }

  @Override
  public DeskAnswer<TakeoverReceipt> takeOver(UUID candidateId, TakeOver request) {
    return ask(candidateId, "takeOver", request.requestId(), request, TakeoverReceipt.class);
  }

  @Override
  public DeskAnswer<HandbackReceipt> handBack(UUID candidateId, HandBack request) {
    return ask(candidateId, "handBack", request.requestId(), request, HandbackReceipt.class);
  }

  @Override
  public DeskAnswer<ReplyReceipt> reply(UUID candidateId, Reply request) {
    return ask(candidateId, "reply", request.requestId(), request, ReplyReceipt.class);
  }

  @Override
  public DeskAnswer<ReplyReceipt> settle(UUID candidateId, SettleSend request) {
    return ask(candidateId, "settle", request.requestId(), request, ReplyReceipt.class);
  }

  @Override
  public DeskAnswer<HoldReceipt> handOver(UUID candidateId, HandOver request) {
    return ask(candidateId, "handOver", request.requestId(), request, HoldReceipt.class);
  }

  @Override
  public DeskAnswer<HoldReceipt> keepHold(UUID candidateId, KeepHold request) {
    return ask(candidateId, "keepHold", request.requestId(), request, HoldReceipt.class);
  }

  @Override
  public DeskAnswer<ReplyReceipt> sendProactive(UUID candidateId, ProactiveMessage request) {
    return ask(candidateId, "sendProactive", request.requestId(), request, ReplyReceipt.class);
  }

  @Override
  public DeskAnswer<ScheduleReceipt> schedule(UUID candidateId, ScheduleReply request) {
    return ask(candidateId, "schedule", request.requestId(), request, ScheduleReceipt.class);
  }

  @Override
  public DeskAnswer<ScheduleReceipt> cancelScheduled(UUID candidateId, CancelScheduled request) {
    return ask(candidateId, "cancelScheduled", request.requestId(), request, ScheduleReceipt.class);
  }

  @Override
  public DeskAnswer<ReviewReceipt> decideReview(UUID candidateId, ReviewDecision request) {
    return ask(candidateId, "decideReview", request.requestId(), request, ReviewReceipt.class);
  }

  @Override
  public DeskAnswer<Acknowledgement> acknowledge(UUID candidateId, AcknowledgeAlert request) {
    return ask(candidateId, "acknowledge", request.requestId(), request, Acknowledgement.class);
  }

  @Override
  public DeskAnswer<CandidateMarked> mark(UUID candidateId, CandidateMarked marked) {
    return tell(candidateId, "candidateMarked", marked);
  }

  @Override
  public DeskAnswer<PlanChosen> planChosen(UUID candidateId, PlanChosen chosen) {
    return tell(candidateId, "planChosen", chosen);
  }

  private <T> DeskAnswer<T> tell(UUID candidateId, String signal, T fact) {
    return within(
        candidateId,
        signal,
        () -> {
          client.newUntypedWorkflowStub(JourneyIds.workflowId(candidateId)).signal(signal, fact);
          return fact;
        });
  }

  @Override
  public void destroy() {
    calls.shutdownNow();
  }

  private <T> DeskAnswer<T> ask(
      UUID candidateId, String update, UUID requestId, Object request, Class<T> receipt) {
    return within(
        candidateId, update, () -> call(candidateId, update, requestId, request, receipt));
  }

  private <T> DeskAnswer<T> within(UUID candidateId, String update, Supplier<T> asking) {
    CompletableFuture<T> call = CompletableFuture.supplyAsync(asking, calls);
    try {
      return new Done<>(call.get(answerWithin.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      LOG.warn("No answer to {} of {} within {}", update, candidateId, answerWithin);
      return new Away<>();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Away<>();
    } catch (ExecutionException e) {
      return sort(update, candidateId, e.getCause() == null ? e : e.getCause());
    }
  }

  /**
   * Asks again, with the same id, when the request met a step that the engine threw away: a journey
   * that went on in a new run just then. Whichever run it reaches does it once.
   */
  private <T> T call(
      UUID candidateId, String update, UUID requestId, Object request, Class<T> receipt) {
    for (int again = 0; ; again++) {
      try {
        return callOnce(candidateId, update, requestId, request, receipt);
      } catch (WorkflowServiceException e) {
        if (again == MOST_AGAIN || !metDiscardedStep(e)) {
          throw e;
        }
      }
    }
  }

  private static boolean metDiscardedStep(WorkflowServiceException e) {
    return e.getCause() instanceof StatusRuntimeException status
        && status.getStatus().getCode() == Status.Code.FAILED_PRECONDITION;
  }

  private <T> T callOnce(
      UUID candidateId, String update, UUID requestId, Object request, Class<T> receipt) {
    return client
        .newUntypedWorkflowStub(JourneyIds.workflowId(candidateId))
        .startUpdate(
            UpdateOptions.newBuilder(receipt)
                .setUpdateName(update)
                .setUpdateId(requestId.toString())
                .setWaitForStage(WorkflowUpdateStage.COMPLETED)
                .build(),
            request)
        .getResult();
  }

  private static <T> DeskAnswer<T> sort(String update, UUID candidateId, Throwable failure) {
    if (failure instanceof WorkflowNotFoundException) {
      return new Gone<>();
    }
    if (failure instanceof WorkflowUpdateException
        && failure.getCause() instanceof ApplicationFailure refused) {
      Refusal why =
          Arrays.stream(Refusal.values())
              .filter(refusal -> refusal.name().equals(refused.getType()))
              .findFirst()
              .orElse(null);
      if (why == Refusal.NOT_BEGUN) {
        return new Away<>();
      }
      return new Refused<>(why, refused.getOriginalMessage(), knows(refused));
    }
    LOG.warn("{} of {} could not be asked: {}", update, candidateId, failure.toString());
    return new Away<>();
  }

  /** A worker of an older build doesn't tell. */
  private static @Nullable Recollection knows(ApplicationFailure refused) {
    return refused.getDetails().getSize() == 0
        ? null
        : refused.getDetails().get(Recollection.class);
  }
}
