package io.talaria.worker.bot;

import io.talaria.definition.Plan;
import io.talaria.journal.definition.Engine;
import io.talaria.journal.definition.Published;
import io.talaria.port.BotFault;
import io.talaria.port.Outbound;
import io.talaria.port.Turn;
import io.talaria.worker.bot.http.HttpBot;
import java.util.List;

/**
 * A bot from outside: it talks, asks, goes ahead, ends, or fails; the same turn in the same way.
 */
final class PaperOutside {
  private PaperOutside() {}

  static HttpBot.Asked ask(Turn turn, Published published, Engine.Http engine) {
    List<Plan.Stage> stages = published.definition().plan().stages();
    List<String> ids = stages.stream().map(Plan.Stage::id).toList();
    int at = ids.indexOf(turn.stage());
    int way = Math.floorMod(turn.key().hashCode(), 7);
    return switch (way) {
      case 0 -> new HttpBot.Failed(BotFault.DOWN);
      case 1 -> new HttpBot.Failed(BotFault.OFF_CONTRACT);
      case 2 -> says(turn, ids.get(Math.min(at + 1, ids.size() - 1)), null);
      case 3 -> new HttpBot.Proposed(drafting(turn).needingHuman("bot_asks").done());
      case 4 ->
          says(turn, turn.stage(), stages.get(at).questions().stream().findFirst().orElse(null));
      default -> says(turn, turn.stage(), null);
    };
  }

  private static HttpBot.Asked says(Turn turn, String stage, String step) {
    Drafting drafting = drafting(turn).at(stage, step);
    drafting.awaiting();
    return new HttpBot.Proposed(drafting.done());
  }

  private static Drafting drafting(Turn turn) {
    return new Drafting(turn, "v1.0")
        .sending(new Outbound.Text("The bot from outside."), "outside");
  }
}
