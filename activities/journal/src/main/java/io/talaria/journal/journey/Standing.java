package io.talaria.journal.journey;

import io.talaria.port.Delivery;
import io.talaria.port.Delivery.Author;

/**
 * How a candidate's brake stands while its row is locked.
 *
 * @param shut whether a person holds it or asks to, or all bots stand still
 */
public record Standing(long epoch, boolean shut) {
  /**
   * Whether this send may not begin. People send under the epoch that they were given. The bot
   * needs an open brake as well: a run that begins while a takeover is asked for is given that
   * takeover's own epoch.
   */
  public boolean stops(Delivery delivery) {
    return epoch != delivery.epoch() || (shut && delivery.author() == Author.BOT);
  }
}
