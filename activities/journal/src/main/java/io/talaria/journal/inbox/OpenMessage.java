package io.talaria.journal.inbox;

import io.talaria.journey.JourneyStart;
import io.talaria.journey.MessageReceived;
import java.util.UUID;

/** A message on lease to whoever signals it, with what its journey begins with if there is none. */
public record OpenMessage(JourneyStart start, MessageReceived message) {
  /** Whose it is. */
  public UUID candidateId() {
    return start.candidateId();
  }
}
