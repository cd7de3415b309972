package io.talaria.worker.bot.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.talaria.journal.definition.Engine;
import io.talaria.journal.definition.Published;
import io.talaria.journal.reading.TranscriptTail;
import io.talaria.port.BotFault;
import io.talaria.port.Proposal;
import io.talaria.port.Turn;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks a bot from outside. What passes is tried again while there is time; what doesn't, and a bot
 * that rests after too many failures, is told at once. Nothing is ever thrown for a bot's fault.
 */
@Component
public class HttpBot {
  private static final Logger log = LoggerFactory.getLogger(HttpBot.class);
  private static final BotReply RESTS = new BotReply.Failed(BotFault.RESTING);
  private static final int TAIL = 20;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);

  private final BotSettings settings;
  private final BotClient client;
  private final Breakers breakers;
  private final TranscriptTail transcript;
  private final MeterRegistry meters;

  HttpBot(
      BotSettings settings,
      BotClient client,
      Breakers breakers,
      TranscriptTail transcript,
      MeterRegistry meters) {
    this.settings = settings;
    this.client = client;
    this.breakers = breakers;
    this.transcript = transcript;
    this.meters = meters;
  }

  /** What a bot's turn came to. */
  public sealed interface Asked {}

  /** It proposes something that the definition and WhatsApp allow. */
  public record Proposed(Proposal proposal) implements Asked {}

  /**
   * It doesn't; somebody else has to go on.
   *
   * @param detail what was expected where, without a word of the answer; null when the fault says
   *     enough
   */
  public record Failed(BotFault fault, @Nullable String detail) implements Asked {
    /** A fault that says enough. */
    public Failed(BotFault fault) {
      this(fault, null);
    }

    /** The fault's code, with the detail where there is one. */
    public String told() {
      return detail == null ? fault.code() : fault.code() + ", " + detail;
    }
  }

  /**
   * Asks for a proposal, for as long as the bot's patience lasts. Counted by {@code
   * talaria.bot.turns} and {@code talaria.bot.faults}.
   */
  public Asked ask(Turn turn, Published published, Engine.Http engine) {
    Asked asked = answer(turn, published, engine.name());
    String outcome = "answered";
    if (asked instanceof Failed failed) {
      outcome = "failed";
      String fault = failed.fault().code();
      meters.counter("talaria.bot.faults", "bot", engine.name(), "fault", fault).increment();
      log.warn(
          "Bot {} failed a turn of journey {}: {}", engine.name(), turn.journeyId(), failed.told());
    }
    meters.counter("talaria.bot.turns", "bot", engine.name(), "outcome", outcome).increment();
    return asked;
  }

  private Asked answer(Turn turn, Published published, String bot) {
    BotSettings.Endpoint endpoint = settings.http().get(bot);
    if (endpoint == null) {
      return new Failed(BotFault.NOT_CONFIGURED);
    }
    byte[] request = Exchange.request(turn, published, transcript.before(turn, TAIL));
    return switch (post(bot, endpoint, request)) {
      case BotReply.Failed failed -> new Failed(failed.fault());
      case BotReply.Json json -> Exchange.read(bot, turn, published, json.body());
    };
  }

  private BotReply post(String bot, BotSettings.Endpoint endpoint, byte[] request) {
    long end = System.nanoTime() + endpoint.patience().toNanos();
    Duration pause = FIRST_PAUSE;
    BotReply first = null;
    while (true) {
      Duration left = Duration.ofNanos(end - System.nanoTime());
      Duration time = left.compareTo(endpoint.timeout()) < 0 ? left : endpoint.timeout();
      BotReply reply = breakers.call(bot, () -> client.post(endpoint, request, time));
      boolean again =
          reply instanceof BotReply.Failed failed
              && failed.fault().passing()
              && end - System.nanoTime() > 2 * pause.toNanos();
      if (!again || !rested(pause)) {
        // That it rests now, since this turn's tries failed, tells nobody what is wrong with it.
        return first != null && RESTS.equals(reply) ? first : reply;
      }
      first = first == null ? reply : first;
      pause = pause.multipliedBy(2);
    }
  }

  private static boolean rested(Duration pause) {
    try {
      Thread.sleep(pause);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
