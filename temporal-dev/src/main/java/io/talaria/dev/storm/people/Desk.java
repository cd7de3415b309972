package io.talaria.dev.storm.people;

import io.talaria.journal.AtCommit;
import io.talaria.journal.JournalNotice;
import io.talaria.journal.Sealed;
import io.talaria.journal.event.Events;
import io.talaria.journal.takeover.Brakes;
import io.talaria.journal.takeover.RequestedTakeovers;
import io.talaria.journey.HandBack;
import io.talaria.journey.HandbackReceipt;
import io.talaria.journey.JourneyIds;
import io.talaria.journey.Reply;
import io.talaria.journey.ReplyReceipt;
import io.talaria.journey.TakeOver;
import io.talaria.journey.TakeoverReceipt;
import io.talaria.seal.ClearSeal;
import io.talaria.seal.Seal;
import io.talaria.seal.SealCodec;
import io.temporal.client.UpdateOptions;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowUpdateException;
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
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

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

  public record Done<T>(T receipt) implements Answer<T> {}

  public record Refused<T>(String why) implements Answer<T> {}

  public record Away<T>() implements Answer<T> {}

  public Desk(DataSource journal, String temporal) {
    context = new AnnotationConfigApplicationContext();
    context.registerBean(DataSource.class, () -> journal);
    context.register(
        Wiring.class,
        AtCommit.class,
        Sealed.class,
        Events.class,
        JournalNotice.class,
        Brakes.class,
        RequestedTakeovers.class);
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

  /** Registered by hand: the simulators, which scan this jar, must not find it. */
  @EnableTransactionManagement
  static final class Wiring {
    @Bean
    static JdbcTemplate template(DataSource source) {
      return new JdbcTemplate(source);
    }

    @Bean
    static JdbcClient jdbc(JdbcTemplate template) {
      return JdbcClient.create(template);
    }

    @Bean
    static Seal seal() {
      return new ClearSeal();
    }

    @Bean
    static PlatformTransactionManager transactions(DataSource source) {
      return new JdbcTransactionManager(source);
    }
  }

  /** The engine, for whoever asks how workflows stand. */
  public WorkflowServiceStubs stubs() {
    return stubs;
  }

  /**
   * Raises the brake.
   *
   * @throws org.springframework.dao.DataAccessException when the journal is away
   */
  Brakes.Outcome raise(Brakes.Wish wish) {
    return context.getBean(Brakes.class).raise(wish);
  }

  /** Lets a refused takeover's brake go, as the console does. */
  void refuse(UUID candidate, UUID request, String sentence) {
    context.getBean(RequestedTakeovers.class).refuse(candidate, request, sentence);
  }

  Answer<TakeoverReceipt> takeOver(UUID candidate, TakeOver request) {
    return ask(candidate, "takeOver", request.requestId(), request, TakeoverReceipt.class);
  }

  Answer<HandbackReceipt> handBack(UUID candidate, HandBack request) {
    return ask(candidate, "handBack", request.requestId(), request, HandbackReceipt.class);
  }

  Answer<ReplyReceipt> reply(UUID candidate, Reply request) {
    return ask(candidate, "reply", request.requestId(), request, ReplyReceipt.class);
  }

  private <T> Answer<T> ask(
      UUID candidate, String update, UUID request, Object body, Class<T> receipt) {
    CompletableFuture<T> call =
        CompletableFuture.supplyAsync(
            () ->
                client
                    .newUntypedWorkflowStub(JourneyIds.workflowId(candidate))
                    .startUpdate(
                        UpdateOptions.newBuilder(receipt)
                            .setUpdateName(update)
                            .setUpdateId(request.toString())
                            .setWaitForStage(WorkflowUpdateStage.COMPLETED)
                            .build(),
                        body)
                    .getResult(),
            calls);
    try {
      return new Done<>(call.get(ANSWER_WITHIN.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      return new Away<>();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Away<>();
    } catch (ExecutionException e) {
      return sorted(e.getCause() == null ? e : e.getCause());
    }
  }

  private static <T> Answer<T> sorted(Throwable failure) {
    if (failure instanceof WorkflowNotFoundException) {
      return new Refused<>("GONE");
    }
    return failure instanceof WorkflowUpdateException
            && failure.getCause() instanceof ApplicationFailure refused
        ? new Refused<>(refused.getType())
        : new Away<>();
  }

  @Override
  public void close() {
    calls.shutdownNow();
    stubs.shutdownNow();
    context.close();
  }
}
