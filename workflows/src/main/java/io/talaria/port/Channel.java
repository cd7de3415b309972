package io.talaria.port;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/**
 * Sends to a candidate: intent row, call, outcome row. The rows win: an intent that was called once
 * is never called again, whoever asks.
 */
@ActivityInterface
public interface Channel {
  /**
   * One attempt, at most 5 s, as a local activity. Claims the turn and writes SENDING in one
   * commit; writes the outcome and {@link Delivery#after} in another. Answers DEFERRED, with the
   * turn claimed and the row QUEUED, when the number is busy, another send of the candidate is open
   * or a refusal may be tried again; with nothing written for a reminder whose number has no room.
   */
  @ActivityMethod(name = "deliver")
  Delivered deliver(Delivery delivery);

  /**
   * The same on the number's governed queue, tried again while WhatsApp refuses for now, and a
   * reminder while its number has no room. Fails with a retryable {@code ApplicationFailure} of
   * type {@code NotNow} in these cases only.
   */
  @ActivityMethod(name = "send")
  Delivered send(Delivery delivery);
}
