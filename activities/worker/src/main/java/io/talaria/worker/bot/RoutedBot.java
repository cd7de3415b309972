package io.talaria.worker.bot;

import io.talaria.journal.definition.Definitions;
import io.talaria.journal.send.Turns;
import io.talaria.port.Bot;
import io.talaria.port.Proposal;
import io.talaria.port.Turn;
import io.talaria.worker.bot.http.HttpBot;
import io.talaria.worker.whatsapp.ReadReceipts;
import org.springframework.stereotype.Component;

/** Answers with the proposal that the turn was claimed with, else asks the bot of the stage. */
@Component
class RoutedBot implements Bot {
  private final Turns turns;
  private final Definitions definitions;
  private final ReadReceipts receipts;
  private final HttpBot outside;
  private final Lookups lookups;

  RoutedBot(
      Turns turns,
      Definitions definitions,
      ReadReceipts receipts,
      HttpBot outside,
      Lookups lookups) {
    this.turns = turns;
    this.definitions = definitions;
    this.receipts = receipts;
    this.outside = outside;
    this.lookups = lookups;
    Routing.prepare();
  }

  @Override
  public Proposal propose(Turn turn) {
    if (!turn.messages().isEmpty()) {
      receipts.turnBegins(turn.candidateId(), turn.messages().getLast());
    }
    return turns
        .claimed(turn.candidateId(), turn.key())
        .orElseGet(
            () ->
                Routing.propose(
                    definitions.of(turn.accountId(), turn.definition(), turn.plan()),
                    turn,
                    lookups,
                    outside::ask));
  }
}
