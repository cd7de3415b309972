package io.talaria.journey;

import java.util.List;

/**
 * How likely a candidate is lost, with what makes it so and what may help.
 *
 * @param value 0 to 1 in hundredths; the factors' contributions add up to it
 * @param factors those that contribute, in a fixed order
 */
public record RiskScore(double value, List<Factor> factors, Action action) {
  /**
   * @param factor stable code, such as {@code silence}
   * @param weight the most that it can contribute
   * @param value 0 to 1, how much of that there is
   * @param contribution in hundredths
   */
  public record Factor(String factor, double weight, double value, double contribution) {}

  /** How loud a list says it; a change is kept in the history. */
  public enum Band {
    LOW,
    MEDIUM,
    HIGH;

    /** The band of a value from 0 to 1. */
    public static Band of(double value) {
      return value >= 0.7 ? HIGH : value >= 0.35 ? MEDIUM : LOW;
    }
  }

  /** What a recruiter may do about it. */
  public enum Action {
    /** The journey is over, or all is well. */
    NONE,
    /** The reminders do their work. */
    WAIT,
    /** Words of a person beside the bot, while free text still reaches the candidate. */
    WRITE,
    /** The candidate doesn't get on with the question: help with it. */
    HELP,
    /** A person has it, and the candidate waits for their answer. */
    ANSWER,
    /** The candidate waits for a person, or is nearly lost: take it over. */
    TAKE_OVER,
    /** Only a template reaches the candidate. */
    TEMPLATE,
    /** Written words have had no effect. */
    CALL
  }
}
