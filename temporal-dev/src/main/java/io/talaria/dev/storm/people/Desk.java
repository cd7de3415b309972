package io.talaria.dev.storm.people;

import io.talaria.journal.AtCommit;
import io.talaria.journal.JournalNotice;
import io.talaria.journal.Sealed;
import io.talaria.journal.event.Events;
import io.talaria.journal.journey.Answers;
import io.talaria.journal.takeover.Brakes;
import io.talaria.journal.takeover.RequestedTakeovers;
import io.talaria.journey.AcknowledgeAlert;
import io.talaria.journey.Acknowledgement;
import io.talaria.journey.Answered;
import io.talaria.journey.CancelScheduled;
import io.talaria.journey.HandBack;
import io.talaria.journey.HandOver;
import io.talaria.journey.HandbackReceipt;
import io.talaria.journey.HoldReceipt;
import io.talaria.journey.JourneyIds;
import io.talaria.journey.KeepHold;
import io.talaria.journey.ProactiveMessage;
import io.talaria.journey.Recollection;
import io.talaria.journey.RecruiterRequest;
import io.talaria.journey.Refusal;
import io.talaria.journey.Reply;
import io.talaria.journey.ReplyReceipt;
import io.talaria.journey.ScheduleReceipt;
import io.talaria.journey.ScheduleReply;
import io.talaria.journey.SettleSend;
import io.talaria.journey.TakeOver;
import io.talaria.journey.TakeoverReceipt;
import io.talaria.seal.ClearSeal;
import io.talaria.seal.SealCodec;
import io.temporal.client.UpdateOptions;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.client.WorkflowUpdateHandle;
import io.temporal.client.WorkflowUpdateStage;
import io.temporal.failure.ApplicationFailure;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * What the console does when a recruiter acts, with the same classes of the journal and the same
 * Updates: first the brake, then the journey, every call with a deadline.
 */
public final class Desk implements AutoCloseable {
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(12);

  private final AnnotationConfigApplicationContext context;
  private final WorkflowServiceStubs stubs;
  private final WorkflowClient client;
  private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();

  /** An answer of the journey, a refusal in its words, or none in time. */
  public sealed interface Answer<T> {}

  /**
   * @param run of the workflow that answered; null where the journal did
   */
  public record Done<T>(T receipt, @Nullable String run) implements Answer<T> {}

  /**
   * @param knows which older answers the run can know of that refuses
   */
  public record Refused<T>(String why, Recollection knows) implements Answer<T> {}

  public record Away<T>() implements Answer<T> {}

  public Desk(DataSource journal, String temporal) {
    context = new AnnotationConfigApplicationContext();
    context.registerBean(DataSource.class, () -> journal);
    context.register(
        DeskWiring.class,
        AtCommit.class,
        Sealed.class,
        Events.class,
        JournalNotice.class,
        Brakes.class,
        RequestedTakeovers.class,
        Answers.class);
    context.refresh();
    stubs =
        WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder()
                .setTarget(temporal)
                .setRpcTimeout(Duration.ofSeconds(5))
                .setRpcLongPollTimeout(ANSWER_WITHIN)
                .build());
    client =
        WorkflowClient.newInstance(
            stubs,
            WorkflowClientOptions.newBuilder()
                .setDataConverter(SealCodec.dataConverter(new ClearSeal()))
                .build());
  }

  /** The engine, for whoever asks how workflows stand, and what they say of themselves. */
  public WorkflowClient client() {
    return client;
  }

  /**
   * Raises the brake.
   *
   * @throws org.springframework.dao.DataAccessException when the journal is away
   */
  public Brakes.Outcome raise(Brakes.Wish wish) {
    return context.getBean(Brakes.class).raise(wish);
  }

  /**
   * Tells why a takeover was made.
   *
   * @return false when it is over
   * @throws org.springframework.dao.DataAccessException when the journal is away
   */
  boolean explain(UUID candidate, UUID takeover, UUID operator, String reason) {
    return context.getBean(Brakes.class).explain(candidate, takeover, operator, reason);
  }

  /**
   * Tells that the journey's yes is known, as the console does.
   *
   * @throws org.springframework.dao.DataAccessException when the journal is away
   */
  public void confirm(UUID request) {
    context.getBean(RequestedTakeovers.class).confirm(request);
  }

  /** Lets a refused takeover's brake go, as the console does. */
  void refuse(UUID candidate, UUID request, String sentence) {
    context.getBean(RequestedTakeovers.class).refuse(candidate, request, sentence);
  }

  public Answer<TakeoverReceipt> takeOver(UUID candidate, TakeOver request) {
    return ask(candidate, "takeOver", request, TakeoverReceipt.class);
  }

  public Answer<HandbackReceipt> handBack(UUID candidate, HandBack request) {
    return orBefore(
        candidate,
        request,
        ask(candidate, "handBack", request, HandbackReceipt.class),
        Answered::handback);
  }

  Answer<HoldReceipt> handOver(UUID candidate, HandOver request) {
    return orBefore(
        candidate, request, ask(candidate, "handOver", request, HoldReceipt.class), Answered::hold);
  }

  Answer<HoldReceipt> keep(UUID candidate, KeepHold request) {
    return ask(candidate, "keepHold", request, HoldReceipt.class);
  }

  public Answer<ReplyReceipt> reply(UUID candidate, Reply request) {
    return words(candidate, "reply", request);
  }

  Answer<ReplyReceipt> writeBeside(UUID candidate, ProactiveMessage request) {
    return words(candidate, "sendProactive", request);
  }

  Answer<ReplyReceipt> settle(UUID candidate, SettleSend request) {
    return words(candidate, "settle", request);
  }

  Answer<ScheduleReceipt> schedule(UUID candidate, ScheduleReply request) {
    return later(candidate, "schedule", request);
  }

  Answer<ScheduleReceipt> cancel(UUID candidate, CancelScheduled request) {
    return later(candidate, "cancelScheduled", request);
  }

  Answer<Acknowledgement> acknowledge(UUID candidate, AcknowledgeAlert request) {
    var answer = ask(candidate, "acknowledge", request, Acknowledgement.class);
    return orBefore(candidate, request, answer, Answered::acknowledgement);
  }

  private Answer<ReplyReceipt> words(UUID candidate, String update, RecruiterRequest request) {
    return orBefore(
        candidate, request, ask(candidate, update, request, ReplyReceipt.class), Answered::reply);
  }

  private Answer<ScheduleReceipt> later(UUID candidate, String update, RecruiterRequest request) {
    return orBefore(
        candidate,
        request,
        ask(candidate, update, request, ScheduleReceipt.class),
        Answered::schedule);
  }

  /** What was answered before stands, also when the run that answered it is gone. */
  private <T> Answer<T> orBefore(
      UUID candidate,
      RecruiterRequest request,
      Answer<T> now,
      Function<Answered, @Nullable T> part) {
    if (!(now instanceof Refused<T> refused)) {
      return now;
    }
    try {
      T before =
          context
              .getBean(Answers.class)
              .standing(candidate, request.requestId(), refused.knows())
              .map(part)
              .orElse(null);
      return before == null ? now : new Done<>(before, null);
    } catch (DataAccessException | TransactionException e) {
      return new Away<>();
    }
  }

  private <T> Answer<T> ask(
      UUID candidate, String update, RecruiterRequest request, Class<T> receipt) {
    CompletableFuture<Answer<T>> call =
        CompletableFuture.supplyAsync(
            () -> {
              WorkflowUpdateHandle<T> asked =
                  client
                      .newUntypedWorkflowStub(JourneyIds.workflowId(candidate))
                      .startUpdate(
                          UpdateOptions.newBuilder(receipt)
                              .setUpdateName(update)
                              .setUpdateId(request.requestId().toString())
                              .setWaitForStage(WorkflowUpdateStage.COMPLETED)
                              .build(),
                          request);
              return new Done<>(asked.getResult(), asked.getExecution().getRunId());
            },
            calls);
    try {
      return call.get(ANSWER_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return new Away<>();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Away<>();
    } catch (ExecutionException e) {
      return sorted(e.getCause() == null ? e : e.getCause());
    }
  }

  /** A run that is lost, or hasn't begun yet, comes: who asks again then is answered. */
  private static <T> Answer<T> sorted(Throwable failure) {
    return failure instanceof WorkflowUpdateException
            && failure.getCause() instanceof ApplicationFailure refused
            && !Refusal.NOT_BEGUN.name().equals(refused.getType())
        ? new Refused<>(refused.getType(), refused.getDetails().get(Recollection.class))
        : new Away<>();
  }

  @Override
  public void close() {
    calls.shutdownNow();
    stubs.shutdownNow();
    context.close();
  }
}
