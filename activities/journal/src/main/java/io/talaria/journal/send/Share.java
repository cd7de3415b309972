package io.talaria.journal.send;

import io.talaria.port.Delivery;
import io.talaria.port.Delivery.Author;

/**
 * Up to where each may use WhatsApp's messaging limit: people before bots before campaigns. What is
 * kept for the more urgent costs the others hours at most, as the day's oldest places come free.
 */
public enum Share {
  /**
   * Handing out planned starts, for which nobody waits. The fifth that they leave is room for those
   * who are in a conversation already, also when a campaign takes whatever it gets.
   */
  STARTS(80),
  /** The bot's templates: who has written waits for them, or agreed on a time. */
  BOT(95),
  /** A recruiter chose this person, now: twelve of the smallest limit are theirs alone. */
  PEOPLE(100);

  private final int percent;

  Share(int percent) {
    this.percent = percent;
  }

  /** Of whoever speaks. */
  static Share of(Delivery delivery) {
    return delivery.author() == Author.RECRUITER ? PEOPLE : BOT;
  }

  /**
   * How many of the limit's people may have been written to when one more is.
   *
   * @param people the limit
   */
  public int of(int people) {
    return (int) (people * (long) percent / 100);
  }
}
