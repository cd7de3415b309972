package io.talaria.port;

import java.util.Locale;

/**
 * What can be wrong with a bot from outside, each with its treatment. People read a sentence for
 * each in the console, under {@code needs.bot_failed.<code>}.
 */
public enum BotFault {
  /** Nobody listens at its address, or the address has no name. */
  DOWN(true, true),
  /** It did not answer in time; the time is over then. */
  SLOW(false, true),
  /** The connection ended in the middle. */
  BROKEN(true, true),
  /** It answered with a 5xx. */
  SERVER_ERROR(true, true),
  /** It answered 429: too many requests. */
  BUSY(true, true),
  /** It failed so often lately that it is left alone for a while. */
  RESTING(false, false),
  /** It answered with another status, such as 401 to our signature or 404 to its address. */
  REFUSED(false, false),
  /** The definition names a bot that the worker's settings don't have. */
  NOT_CONFIGURED(false, false),
  /** The answer is something else than JSON, such as a page of HTML. */
  NOT_JSON(false, false),
  /** The answer is larger than is read. */
  TOO_LARGE(false, false),
  /** The answer is JSON that the contract doesn't know: a key, a type or a value. */
  OFF_CONTRACT(false, false),
  /** A text, a button or a list over WhatsApp's limits; nothing is cut in silence. */
  OVER_LIMITS(false, false),
  /** A stage that the definition doesn't have. */
  UNKNOWN_STAGE(false, false),
  /** A stage before the one where the journey stands. */
  BACKWARDS(false, false),
  /** A question that its stage doesn't have. */
  UNKNOWN_QUESTION(false, false),
  /** A language that the definition doesn't speak. */
  UNKNOWN_LANGUAGE(false, false),
  /** Nothing to say, nobody called, nothing ended: the candidate would wait for ever. */
  SILENT(false, false);

  private final boolean passing;
  private final boolean sick;

  BotFault(boolean passing, boolean sick) {
    this.passing = passing;
    this.sick = sick;
  }

  /** Whether the same request may succeed a moment later, and is made again while there is time. */
  public boolean passing() {
    return passing;
  }

  /** Whether it tells that the bot is sick: it counts for its circuit breaker. */
  public boolean sick() {
    return sick;
  }

  /** Stable, for metrics, rules and the console's words. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The reason for which a person is called. */
  public String needsHuman() {
    return "bot_failed." + code();
  }
}
