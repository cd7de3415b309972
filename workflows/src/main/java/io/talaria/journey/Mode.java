package io.talaria.journey;

/** Who answers the candidate. */
public enum Mode {
  BOT,
  HUMAN
}
