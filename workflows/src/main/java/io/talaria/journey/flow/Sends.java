package io.talaria.journey.flow;

import io.talaria.journey.JourneyState;
import io.talaria.journey.Outgoing.Saying;
import io.talaria.journey.rule.OnQueue;
import io.talaria.journey.rule.PlannedStarts;
import io.talaria.port.Channel;
import io.talaria.port.Delivered;
import io.talaria.port.Delivered.Outcome;
import io.talaria.port.Delivery;
import io.talaria.port.Turn.Reason;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.CompletablePromise;
import io.temporal.workflow.Workflow;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sends messages: at once where that is fastest, else through the number's governed queue, one at a
 * time. The journey doesn't wait there: it goes on taking in, and collects the outcome when it is
 * known.
 */
final class Sends {
  /** What the channel's refusals say of a number that is held: a name of the error table. */
  private static final String HELD = "ACCOUNT";

  private final Channel local = Ports.localChannel();
  private @Nullable Queued queued;

  /**
   * What became of a queued send.
   *
   * @param kind whether quiet hours call it back, or did
   * @param gaveUp whether it was refused for hours; its row may still be QUEUED
   * @param held whether it gave up since its number was held
   */
  record Answer(
      Delivery delivery,
      Ports.Urgency urgency,
      OnQueue kind,
      Delivered delivered,
      boolean gaveUp,
      boolean held) {

    /** The same as WhatsApp refuses free text when the window is closed. */
    Answer windowClosed() {
      var refused =
          new Delivered(
              Outcome.REJECTED,
              delivered.at(),
              null,
              null,
              "WINDOW",
              "send.refused.window",
              null,
              false);
      return new Answer(delivery, urgency, kind, refused, gaveUp, held);
    }
  }

  private record Queued(
      Delivery delivery,
      Ports.Urgency urgency,
      OnQueue kind,
      CompletablePromise<Delivered> outcome,
      CancellationScope scope) {}

  /** Who goes first is who waits for it. */
  static Ports.Urgency urgency(JourneyState state, Saying saying) {
    return switch (saying.reason()) {
      case NUDGE -> Ports.Urgency.NUDGE;
      case DUE -> {
        if (!Versions.APPOINTMENTS_WAIT.atLeast(1)) {
          yield Ports.Urgency.REPLY;
        }
        yield PlannedStarts.areFirstWords(state, saying.key())
            ? Ports.Urgency.FIRST_WORDS
            : Ports.Urgency.NUDGE;
      }
      case MESSAGES, RESUME, PERSON, OPT_OUT, WINDOW_CLOSED -> Ports.Urgency.REPLY;
    };
  }

  /**
   * Whether it is tried at once: what answers somebody, and a reminder, which the channel defers
   * while its number has no room. All else takes no room from answers, and waits for its turn.
   */
  static boolean atOnce(Saying saying, Ports.Urgency urgency) {
    return urgency == Ports.Urgency.REPLY
        || (saying.reason() == Reason.NUDGE && Versions.REMINDERS_AT_ONCE.atLeast(1));
  }

  /** One attempt now; DEFERRED is to be queued. */
  Delivered now(Delivery delivery) {
    return local.deliver(delivery);
  }

  /** By the number's governed queue; only while nothing else is {@link #waiting}. */
  void queue(Delivery delivery, Ports.Urgency urgency, OnQueue kind) {
    Channel queue = Ports.governedChannel(delivery.numberId(), urgency);
    CompletablePromise<Delivered> outcome = Workflow.newPromise();
    CancellationScope scope =
        Workflow.newDetachedCancellationScope(
            () -> outcome.completeFrom(Async.function(queue::send, delivery.later())));
    scope.run();
    queued = new Queued(delivery, urgency, kind, outcome, scope);
  }

  /** Whether a send is on the governed queue, or its outcome wasn't collected yet. */
  boolean waiting() {
    return queued != null;
  }

  /** What is on the governed queue. */
  OnQueue onQueue() {
    return queued == null ? OnQueue.NOTHING : queued.kind();
  }

  /** Whether this send is. */
  boolean waitsFor(String key) {
    return queued != null && queued.delivery().key().equals(key);
  }

  /** Whether there is something to collect. */
  boolean answered() {
    return queued != null && queued.outcome().isCompleted();
  }

  /** What became of the queued send, once. */
  Optional<Answer> collect() {
    if (!answered()) {
      return Optional.empty();
    }
    Queued done = Objects.requireNonNull(queued);
    queued = null;
    try {
      return Optional.of(
          new Answer(
              done.delivery(), done.urgency(), done.kind(), done.outcome().get(), false, false));
    } catch (ActivityFailure gaveUp) {
      Instant now = Instant.ofEpochMilli(Workflow.currentTimeMillis());
      var refused =
          new Delivered(Outcome.REJECTED, now, null, null, null, "send.refused.hours", null, false);
      return Optional.of(
          new Answer(done.delivery(), done.urgency(), done.kind(), refused, true, wasHeld(gaveUp)));
    }
  }

  /** Whether the last attempt heard that the number is held; sends of before don't tell. */
  private static boolean wasHeld(ActivityFailure gaveUp) {
    for (Throwable cause = gaveUp; cause != null; cause = cause.getCause()) {
      if (cause instanceof ApplicationFailure refusal && refusal.getDetails().getSize() > 0) {
        return HELD.equals(refusal.getDetails().get(String.class));
      }
    }
    return false;
  }

  /**
   * The queued send is called back: the brake keeps its next attempt from leaving, and this one may
   * be under way, so its outcome is waited for.
   *
   * @return its key
   */
  String callBack() {
    Queued back = Objects.requireNonNull(queued, "Nothing is queued");
    queued =
        new Queued(
            back.delivery(), back.urgency(), OnQueue.CALLED_BACK, back.outcome(), back.scope());
    return back.delivery().key();
  }

  /** Gives the queued send up; the brake keeps it from leaving. No-op when none is. */
  void drop() {
    if (queued != null) {
      queued.scope().cancel();
      queued = null;
    }
  }
}
