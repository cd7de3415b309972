package io.talaria.journey;

import java.util.UUID;

/** Every id and queue name that leaves this process, made in one place. */
public final class JourneyIds {
  /** Workflows and their cheap activities. */
  public static final String JOURNEYS_QUEUE = "journeys";

  /** Slow bots. */
  public static final String BOTS_QUEUE = "bots";

  private static final String PREFIX = "journey-";

  private JourneyIds() {}

  /** The workflow id, which is also the idempotency of a journey: one open run per candidate. */
  public static String workflowId(UUID candidateId) {
    return PREFIX + candidateId;
  }

  /** Whether this workflow id is one of ours. */
  public static boolean isJourney(String workflowId) {
    return workflowId.startsWith(PREFIX);
  }

  /**
   * The candidate whose journey this is.
   *
   * @throws IllegalArgumentException if the id is not one of ours
   */
  public static UUID candidateId(String workflowId) {
    if (!isJourney(workflowId)) {
      throw new IllegalArgumentException("Not a journey: " + workflowId);
    }
    return UUID.fromString(workflowId.substring(PREFIX.length()));
  }

  /** The governed queue of one WhatsApp number: its rate is limited by the engine. */
  public static String sendsQueue(String numberId) {
    return "sends-" + numberId;
  }
}
