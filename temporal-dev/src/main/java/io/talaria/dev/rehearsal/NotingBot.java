package io.talaria.dev.rehearsal;

import io.talaria.port.Bot;
import io.talaria.port.Proposal;
import io.talaria.port.Turn;

/** Answers a claimed turn as it was claimed; shows when the bot behind it fails. */
final class NotingBot implements Bot {
  private final Bot bot;
  private final Neighbours neighbours;
  private final Chronicle chronicle;

  NotingBot(Bot bot, Neighbours neighbours, Chronicle chronicle) {
    this.bot = bot;
    this.neighbours = neighbours;
    this.chronicle = chronicle;
  }

  @Override
  public Proposal propose(Turn turn) {
    Proposal claimed = neighbours.claimed(turn.key());
    if (claimed != null) {
      return claimed;
    }
    try {
      return bot.propose(turn);
    } catch (RuntimeException e) {
      chronicle.journey("the bot failed: " + e);
      throw e;
    }
  }
}
