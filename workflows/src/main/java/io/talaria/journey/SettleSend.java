package io.talaria.journey;

import java.util.UUID;

/** What a person decides about an UNCERTAIN send. */
public record SettleSend(UUID requestId, UUID operatorId, String key, Choice choice)
    implements RecruiterRequest {
  /** The three choices. */
  public enum Choice {
    ARRIVED,
    SEND_AGAIN,
    LEAVE_UNSENT
  }
}
