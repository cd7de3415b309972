package io.talaria.worker.journal;

import io.talaria.journey.TakeoverReceipt;
import io.talaria.port.Journal.StopBot;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** How the worker waits for the bot's sends, over rows that are on paper. */
public final class StopsOnPaper {
  private final BotStop stop;

  public StopsOnPaper(
      Consumer<StopBot> holdBack,
      Predicate<UUID> botSendsMayLeave,
      Function<StopBot, TakeoverReceipt> receipts) {
    stop = new BotStop(holdBack, botSendsMayLeave, receipts);
  }

  /** As {@link io.talaria.port.Journal#stopBot}. */
  public TakeoverReceipt stop(StopBot request) {
    return stop.stop(request);
  }
}
