package io.talaria.dev.rehearsal;

import io.talaria.dev.examplebot.Agent;
import io.talaria.journal.definition.Engine;
import io.talaria.journal.definition.Published;
import io.talaria.port.BotFault;
import io.talaria.port.Turn;
import io.talaria.worker.bot.Routing;
import io.talaria.worker.bot.http.Exchange;
import io.talaria.worker.bot.http.HttpBot;
import java.util.List;
import java.util.Queue;
import tools.jackson.databind.json.JsonMapper;

/**
 * The example bot, asked by the contract but without a network; it fails when the story says so.
 */
final class OutsideBot implements Routing.Outside {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Queue<BotFault> faults;

  OutsideBot(Queue<BotFault> faults) {
    this.faults = faults;
  }

  @Override
  public HttpBot.Asked ask(Turn turn, Published published, Engine.Http engine) {
    BotFault fault = faults.poll();
    if (fault != null) {
      return new HttpBot.Failed(fault);
    }
    var request = JSON.readTree(Exchange.request(turn, published, List.of()));
    byte[] answer = JSON.writeValueAsBytes(Agent.answer(request));
    return Exchange.read(engine.name(), turn, published, answer);
  }
}
