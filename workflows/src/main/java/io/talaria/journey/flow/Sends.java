package io.talaria.journey.flow;

import io.talaria.port.Channel;
import io.talaria.port.Delivered;
import io.talaria.port.Delivered.Outcome;
import io.talaria.port.Delivery;
import io.temporal.failure.ActivityFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Sends one message: at once where that is fastest, else through the number's governed queue. */
final class Sends {
  private final Channel local = Ports.localChannel();
  private final BooleanSupplier takeoverAsked;

  Sends(BooleanSupplier takeoverAsked) {
    this.takeoverAsked = takeoverAsked;
  }

  /** One attempt now; what WhatsApp refuses for now waits on the governed queue. */
  Delivered now(Delivery delivery, Ports.Urgency urgency) {
    Delivered delivered = local.deliver(delivery);
    return delivered.outcome() == Outcome.DEFERRED ? governed(delivery, urgency) : delivered;
  }

  /**
   * By the number's governed queue. A takeover doesn't wait for it: the send is cancelled and
   * answered BRAKED, and the brake keeps it from leaving.
   */
  Delivered governed(Delivery delivery, Ports.Urgency urgency) {
    Channel queue = Ports.governedChannel(delivery.numberId(), urgency);
    Optional<Promise<Delivered>> sent =
        Interruptible.call(() -> Async.function(queue::send, delivery), takeoverAsked);
    if (sent.isEmpty()) {
      return without(Outcome.BRAKED, "send.refused.takeover");
    }
    try {
      return sent.get().get();
    } catch (ActivityFailure gaveUp) {
      return without(Outcome.REJECTED, "send.refused.hours");
    }
  }

  private static Delivered without(Outcome outcome, String reason) {
    Instant now = Instant.ofEpochMilli(Workflow.currentTimeMillis());
    return new Delivered(outcome, now, null, null, null, reason, null, false);
  }
}
