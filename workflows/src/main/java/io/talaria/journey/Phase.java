package io.talaria.journey;

/**
 * How far a number's conversations are Talaria's, while another system that speaks there is being
 * put behind it. Each phase adds to the one before.
 */
public enum Phase {
  /** What is said is shown; nothing is sent to candidates, and nobody is told of anything. */
  OBSERVE,
  /** The team is told of silent and waiting candidates as well. */
  ALERT,
  /** Talaria speaks: the bot is asked through it, and people may take over. */
  CONTROL
}
