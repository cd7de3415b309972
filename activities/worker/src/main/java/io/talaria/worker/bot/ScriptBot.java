package io.talaria.worker.bot;

import io.talaria.journal.definition.Definitions;
import io.talaria.journal.send.Turns;
import io.talaria.port.Bot;
import io.talaria.port.Proposal;
import io.talaria.port.Turn;
import io.talaria.worker.whatsapp.ReadReceipts;
import org.springframework.stereotype.Component;

/** Answers with the proposal that the turn was claimed with, else by the script. */
@Component
class ScriptBot implements Bot {
  private final Turns turns;
  private final Definitions definitions;
  private final ReadReceipts receipts;
  private final Lookups lookups;

  ScriptBot(Turns turns, Definitions definitions, ReadReceipts receipts, Lookups lookups) {
    this.turns = turns;
    this.definitions = definitions;
    this.receipts = receipts;
    this.lookups = lookups;
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
                Script.propose(
                    definitions.of(turn.accountId(), turn.definition(), turn.plan()),
                    turn,
                    lookups));
  }
}
