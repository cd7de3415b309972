package io.talaria.worker.journal;

import io.talaria.journal.journey.Brakes;
import io.talaria.journal.journey.TakeoverReceipts;
import io.talaria.journey.TakeoverReceipt;
import io.talaria.port.Journal.StopBot;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Waits until no bot send can leave any more, that is until the latest {@code not_after}, and tells
 * what remains. Not longer than a person waits for an answer: a send of the governed queue may be
 * under way for twice as long, and is told as in flight. It asks the database, whose clock all
 * senders share.
 */
@Component
class BotStop {
  private static final Duration LONGEST = Duration.ofSeconds(6);
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final Consumer<StopBot> holdBack;
  private final Predicate<UUID> botSendsMayLeave;
  private final Function<StopBot, TakeoverReceipt> receipts;

  @Autowired
  BotStop(Brakes brakes, TakeoverReceipts receipts) {
    this(brakes::holdBack, brakes::botSendsMayLeave, receipts::of);
  }

  /** The same over whatever keeps the sends. */
  BotStop(
      Consumer<StopBot> holdBack,
      Predicate<UUID> botSendsMayLeave,
      Function<StopBot, TakeoverReceipt> receipts) {
    this.holdBack = holdBack;
    this.botSendsMayLeave = botSendsMayLeave;
    this.receipts = receipts;
  }

  TakeoverReceipt stop(StopBot request) {
    long end = System.nanoTime() + LONGEST.toNanos();
    holdBack.accept(request);
    while (botSendsMayLeave.test(request.candidateId()) && System.nanoTime() < end) {
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
      // A refusal that may be tried again puts a send back to waiting; it is dropped like the rest.
      holdBack.accept(request);
    }
    return receipts.apply(request);
  }
}
