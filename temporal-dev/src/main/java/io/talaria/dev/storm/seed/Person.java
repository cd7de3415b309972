package io.talaria.dev.storm.seed;

/**
 * A candidate of a storm.
 *
 * @param index names the person's own dice
 * @param startMillis when they write for the first time
 * @param answers how many questions they answer before they fall silent
 */
public record Person(
    int index, String number, String name, Temper temper, int startMillis, int answers) {
  /** How they write. */
  public enum Temper {
    /** Answers what is asked, soon. */
    SENSIBLE,
    /** Answers nonsense now and then. */
    SENSELESS,
    /** Several short messages at once, also unasked. */
    BURSTS,
    /** Wants a person at some point. */
    ASKS_FOR_PERSON,
    /** Says stop, and goes on writing in the same breath. */
    LEAVES,
    /** Sends 150 messages while the first answer to them is slow. */
    FLOODS,
    /** Answers at once, so that the bot uses up WhatsApp's pace for one recipient. */
    EAGER
  }
}
