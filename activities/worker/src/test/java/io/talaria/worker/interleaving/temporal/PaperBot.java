package io.talaria.worker.interleaving.temporal;

import io.talaria.journey.MessageReceived;
import io.talaria.port.Bot;
import io.talaria.port.Outbound;
import io.talaria.port.Proposal;
import io.talaria.port.Turn;
import io.talaria.port.Turn.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A bot whose words tell which messages they answer. */
final class PaperBot implements Bot {
  private final Life life;

  PaperBot(Life life) {
    this.life = life;
  }

  @Override
  public Proposal propose(Turn turn) {
    life.reaches(Moment.BOT);
    life.takes(3, "bot");
    synchronized (life) {
      Proposal proposal = life.turns.claimed(turn.key()).orElseGet(() -> think(turn));
      life.mayDie(60, "bot");
      return proposal;
    }
  }

  private Proposal think(Turn turn) {
    List<MessageReceived> messages = turn.messages();
    var bubbles = new ArrayList<Outbound>();
    bubbles.add(
        new Outbound.Text(
            turn.reason() == Reason.MESSAGES
                ? Evidence.answering(messages)
                : "words of a " + turn.reason()));
    for (int i = life.dice.below(3, "bubbles", turn.key(), messages.size()); i > 0; i--) {
      bubbles.add(new Outbound.Text("and more"));
    }
    return new Proposal(
        messages.stream().map(MessageReceived::id).toList(),
        List.copyOf(bubbles),
        Map.of(),
        "en",
        "a",
        "q",
        0,
        null,
        null,
        new Proposal.Decision("model", "v1", "r", 1));
  }
}
