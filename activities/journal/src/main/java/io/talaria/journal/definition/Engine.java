package io.talaria.journal.definition;

/** Which bot talks at a stage. */
public sealed interface Engine {
  /** The definition's own questions. */
  record Script() implements Engine {}

  /**
   * A bot from outside, asked over HTTP.
   *
   * @param name of the bot in the worker's settings, {@code talaria.bots.http.<name>}
   * @param fallback who goes on where it fails
   */
  record Http(String name, Fallback fallback) implements Engine {}

  /** Who goes on where a bot from outside fails. */
  enum Fallback {
    /** The definition's questions answer this turn. */
    SCRIPT,
    /** Nothing is said, and a person is called. */
    HUMAN
  }
}
