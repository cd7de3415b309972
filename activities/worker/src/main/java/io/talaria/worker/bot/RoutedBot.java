package io.talaria.worker.bot;

import io.talaria.journal.definition.Definitions;
import io.talaria.journal.definition.Engine;
import io.talaria.journal.definition.Published;
import io.talaria.journal.send.Turns;
import io.talaria.port.Bot;
import io.talaria.port.BotFault;
import io.talaria.port.Proposal;
import io.talaria.port.Proposal.Decision;
import io.talaria.port.Turn;
import io.talaria.worker.bot.http.HttpBot;
import io.talaria.worker.whatsapp.ReadReceipts;
import org.springframework.stereotype.Component;

/**
 * Answers with the proposal that the turn was claimed with, else asks the bot of the stage. Where
 * one from outside fails, the definition says who goes on; the decision tells why.
 */
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
  }

  @Override
  public Proposal propose(Turn turn) {
    if (!turn.messages().isEmpty()) {
      receipts.turnBegins(turn.candidateId(), turn.messages().getLast());
    }
    return turns.claimed(turn.candidateId(), turn.key()).orElseGet(() -> answer(turn));
  }

  private Proposal answer(Turn turn) {
    Published published = definitions.of(turn.accountId(), turn.definition(), turn.plan());
    return turn.reason().isTalk()
            && published.definition().engineOf(turn.stage()) instanceof Engine.Http http
        ? outside(turn, published, http)
        : Script.propose(published, turn, lookups);
  }

  private Proposal outside(Turn turn, Published published, Engine.Http http) {
    return switch (outside.ask(turn, published, http)) {
      case HttpBot.Proposed proposed -> proposed.proposal();
      case HttpBot.Failed failed -> instead(turn, published, http, failed.fault());
    };
  }

  private Proposal instead(Turn turn, Published published, Engine.Http http, BotFault fault) {
    return switch (http.fallback()) {
      case HUMAN -> {
        String rule = "%s › %s failed: %s".formatted(turn.stage(), http.name(), fault.code());
        yield new Drafting(turn, published.version())
            .silent("")
            .needingHuman(fault.needsHuman())
            .done()
            .decidedBy(new Decision("http", published.version(), rule, 1));
      }
      case SCRIPT -> {
        Proposal scripted = Script.propose(published, turn, lookups);
        String rule =
            "%s (fallback: %s %s)".formatted(scripted.decision().rule(), http.name(), fault.code());
        yield scripted.decidedBy(new Decision("script", published.version(), rule, 1));
      }
    };
  }
}
