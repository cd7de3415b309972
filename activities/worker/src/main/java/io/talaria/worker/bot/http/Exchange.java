package io.talaria.worker.bot.http;

import io.talaria.journal.definition.Published;
import io.talaria.journal.reading.TranscriptTail;
import io.talaria.port.Turn;
import io.talaria.worker.bot.http.HttpBot.Asked;
import java.util.List;

/** What a bot from outside is told of a turn, and what its answer comes to, however it travels. */
public final class Exchange {
  private Exchange() {}

  /** The JSON of the contract for this turn. */
  public static byte[] request(
      Turn turn, Published published, List<TranscriptTail.Line> transcript) {
    return Contract.write(BotRequest.of(turn, published, transcript));
  }

  /** What the JSON of an answer proposes; a fault when the contract doesn't allow it. */
  public static Asked read(String bot, Turn turn, Published published, byte[] answer) {
    try {
      return new HttpBot.Proposed(
          AnswerCheck.proposal(bot, turn, published, Contract.read(answer)));
    } catch (Unfit unfit) {
      return new HttpBot.Failed(unfit.fault(), unfit.detail());
    }
  }
}
