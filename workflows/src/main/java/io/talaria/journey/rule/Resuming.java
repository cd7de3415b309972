package io.talaria.journey.rule;

import io.talaria.journey.JourneyState;

/** What the bot goes on with when a person gives a journey back and no question is open. */
public final class Resuming {
  private Resuming() {}

  /**
   * Whether the bot owes the candidate its words: it never spoke, such as a bot from outside that
   * failed at the first message; or the candidate waits, since neither the bot nor a person
   * answered.
   */
  public static boolean owed(JourneyState state) {
    return !state.talk().disclosed() || state.silence().weOweSince() != null;
  }
}
