package io.talaria.journal.send;

import io.talaria.port.Delivered;
import java.time.Duration;

/** What the journal says to somebody who wants to send. */
public sealed interface Beginning {
  /** The row is SENDING and yours: call now, within the time that you named. */
  record Call(Recipient recipient) implements Beginning {}

  /** Nothing to do: this is the answer. */
  record Answer(Delivered delivered) implements Beginning {}

  /** Somebody else's call may be under way; by then it is over or will be called unknown. */
  record UnderWay(Duration until) implements Beginning {}
}
