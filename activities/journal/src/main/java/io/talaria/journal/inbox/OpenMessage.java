package io.talaria.journal.inbox;

import io.talaria.journey.JourneyStart;
import io.talaria.journey.MessageReceived;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message on lease to whoever tells its journey of it.
 *
 * @param start what its journey begins with if there is none
 * @param told whether the engine was told before
 * @param waited how long it has been in the journal; null when it was leased as it was recorded
 */
public record OpenMessage(
    JourneyStart start, MessageReceived message, boolean told, @Nullable Duration waited) {
  /** Whose it is. */
  public UUID candidateId() {
    return start.candidateId();
  }

  /**
   * As the journey is told of it when nothing of the candidate's is told after it: with how long
   * the candidate has written nothing more.
   */
  public MessageReceived last() {
    return waited == null ? message : message.after(waited);
  }
}
