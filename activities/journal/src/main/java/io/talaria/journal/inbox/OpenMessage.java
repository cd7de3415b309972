package io.talaria.journal.inbox;

import io.talaria.journey.JourneyStart;
import io.talaria.journey.MessageReceived;
import java.util.UUID;

/**
 * A message on lease to whoever tells its journey of it.
 *
 * @param start what its journey begins with if there is none
 * @param told whether the engine was told before
 */
public record OpenMessage(JourneyStart start, MessageReceived message, boolean told) {
  /** Whose it is. */
  public UUID candidateId() {
    return start.candidateId();
  }
}
