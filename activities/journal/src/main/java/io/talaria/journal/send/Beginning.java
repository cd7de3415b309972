package io.talaria.journal.send;

import io.talaria.port.Delivered;
import io.talaria.port.Delivered.Outcome;
import java.time.Duration;
import java.time.Instant;

/** What the journal says to somebody who wants to send. */
public sealed interface Beginning {
  /** The row is SENDING and yours: call now, within the time that you named. */
  record Call(Recipient recipient) implements Beginning {}

  /** Nothing to do: this is the answer. */
  record Answer(Delivered delivered) implements Beginning {
    /** Nobody called, and there is no more to tell. */
    static Answer of(Outcome outcome) {
      return new Answer(Delivered.uncalled(outcome, Instant.now(), null));
    }

    /** As what WhatsApp refuses for the account's sake: the governed queue tries again. */
    static Answer held() {
      String treatment = Treatment.ACCOUNT.name();
      return new Answer(Delivered.uncalled(Outcome.DEFERRED, Instant.now(), treatment));
    }
  }

  /** Somebody else's call may be under way; by then it is over or will be called unknown. */
  record UnderWay(Duration until) implements Beginning {}
}
