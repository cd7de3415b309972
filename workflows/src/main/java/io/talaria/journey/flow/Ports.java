package io.talaria.journey.flow;

import io.talaria.journey.JourneyIds;
import io.talaria.port.Bot;
import io.talaria.port.Channel;
import io.talaria.port.Desk;
import io.talaria.port.Journal;
import io.temporal.activity.ActivityCancellationType;
import io.temporal.activity.ActivityOptions;
import io.temporal.activity.LocalActivityOptions;
import io.temporal.common.Priority;
import io.temporal.common.RetryOptions;
import io.temporal.workflow.Workflow;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;

/**
 * The neighbours as the workflow calls them, with every time-out and retry in one place.
 *
 * <p>What takes milliseconds is local (one event instead of six); a local activity is at least once
 * and blocks Updates while it runs, so none may take longer than {@link #LOCAL}. What is slow or
 * governed is remote. The rows of the journal make each of them safe to repeat.
 */
final class Ports {
  /** Longer than the 5 s in which a send ends, shorter than a workflow task's 10 s. */
  private static final Duration LOCAL = Duration.ofSeconds(7);

  /**
   * The SDK tries a local activity again only when a number of attempts is set, or a time for all
   * of them. Whoever gives up fails the workflow, and with it the journey: nobody ever should. A
   * time would do as well, but the worker keeps its timer until it is over, long after the call has
   * ended: it would never free the memory.
   */
  private static final int AS_OFTEN_AS_IT_TAKES = Integer.MAX_VALUE;

  /** Longer pauses are durable timers, so that no workflow task is held meanwhile. */
  private static final Duration LONGEST_PAUSE_IN_A_TASK = Duration.ofMillis(500);

  private static final RetryOptions UNTIL_HEALED =
      RetryOptions.newBuilder()
          .setInitialInterval(Duration.ofMillis(200))
          .setMaximumInterval(Duration.ofSeconds(30))
          .build();

  private Ports() {}

  static Journal journal() {
    return local(Journal.class, "journal");
  }

  static Channel localChannel() {
    return local(Channel.class, "message to the candidate");
  }

  static Bot localBot() {
    return local(Bot.class, "bot's turn");
  }

  /** A slow bot: cancelled when the candidate goes on writing or a person takes over. */
  static Bot remoteBot() {
    return Workflow.newActivityStub(
        Bot.class,
        ActivityOptions.newBuilder()
            .setTaskQueue(JourneyIds.BOTS_QUEUE)
            .setStartToCloseTimeout(Duration.ofSeconds(60))
            .setCancellationType(ActivityCancellationType.TRY_CANCEL)
            .setRetryOptions(UNTIL_HEALED.toBuilder().setMaximumAttempts(3).build())
            .setPriority(Priority.newBuilder().setPriorityKey(2).build())
            .setSummary("bot's turn")
            .build());
  }

  /** The number's governed queue; sends wait there while WhatsApp refuses for now. */
  static Channel governedChannel(String numberId, Urgency urgency) {
    return Workflow.newActivityStub(
        Channel.class,
        ActivityOptions.newBuilder()
            .setTaskQueue(JourneyIds.sendsQueue(numberId))
            .setStartToCloseTimeout(Duration.ofSeconds(15))
            .setScheduleToCloseTimeout(Duration.ofHours(6))
            .setCancellationType(ActivityCancellationType.TRY_CANCEL)
            .setRetryOptions(
                UNTIL_HEALED.toBuilder().setMaximumInterval(Duration.ofMinutes(5)).build())
            .setPriority(Priority.newBuilder().setPriorityKey(urgency.key).build())
            .setSummary(urgency.summary)
            .build());
  }

  /** Who goes first on a governed queue. */
  enum Urgency {
    PERSON(1, "a recruiter's message"),
    REPLY(2, "bot's reply"),
    NUDGE(3, "reminder"),
    /** Of a journey that begins as planned, perhaps with hundreds of others. */
    FIRST_WORDS(5, "first words");

    private final int key;
    private final String summary;

    Urgency(int key, String summary) {
      this.key = key;
      this.summary = summary;
    }
  }

  /** Tried for as long as the desk is away: an alert that gave up would be one that nobody saw. */
  static Desk desk(String summary) {
    return Workflow.newActivityStub(
        Desk.class,
        ActivityOptions.newBuilder()
            .setTaskQueue(JourneyIds.JOURNEYS_QUEUE)
            .setStartToCloseTimeout(Duration.ofSeconds(30))
            .setRetryOptions(
                UNTIL_HEALED.toBuilder().setMaximumInterval(Duration.ofMinutes(5)).build())
            .setSummary(summary)
            .build());
  }

  /** Each call in a scope of its own. Arguments stay out of the markers: state holds them. */
  private static <T> T local(Class<T> port, String summary) {
    T stub = Workflow.newLocalActivityStub(port, options(summary));
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, arguments) -> OwnScope.of(() -> call(stub, method, arguments))));
  }

  /** Fails as the call itself would have. */
  private static Object call(Object stub, Method method, Object[] arguments) {
    try {
      return method.invoke(stub, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(e);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  static LocalActivityOptions options(String summary) {
    return LocalActivityOptions.newBuilder()
        .setStartToCloseTimeout(LOCAL)
        .setLocalRetryThreshold(LONGEST_PAUSE_IN_A_TASK)
        .setRetryOptions(UNTIL_HEALED.toBuilder().setMaximumAttempts(AS_OFTEN_AS_IT_TAKES).build())
        .setDoNotIncludeArgumentsIntoMarker(true)
        .setSummary(summary)
        .build();
  }
}
