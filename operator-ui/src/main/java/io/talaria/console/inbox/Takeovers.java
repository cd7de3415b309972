package io.talaria.console.inbox;

import io.talaria.console.desk.DeskAnswer;
import io.talaria.console.desk.JourneyDesk;
import io.talaria.console.login.SignedIn;
import io.talaria.journal.takeover.Brakes;
import io.talaria.journal.takeover.Brakes.Held;
import io.talaria.journal.takeover.Brakes.NoJourney;
import io.talaria.journal.takeover.Brakes.Over;
import io.talaria.journal.takeover.Brakes.Raised;
import io.talaria.journal.takeover.Brakes.Wish;
import io.talaria.journal.takeover.RequestedTakeovers;
import io.talaria.journey.Answered;
import io.talaria.journey.TakeOver;
import io.talaria.journey.TakeoverReceipt;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Taking a journey over: first the brake, which silences the bot whether the engine is there or
 * not, then the journey's own answer.
 */
@Component
class Takeovers {
  private static final Logger log = LoggerFactory.getLogger(Takeovers.class);

  private final Brakes brakes;
  private final RequestedTakeovers requested;
  private final JourneyDesk desk;
  private final SecondLook look;

  Takeovers(Brakes brakes, RequestedTakeovers requested, JourneyDesk desk, SecondLook look) {
    this.look = look;
    this.brakes = brakes;
    this.requested = requested;
    this.desk = desk;
  }

  /** What came of it. */
  sealed interface Result {}

  /** The reader holds it; the receipt is the journey's. */
  record Taken(TakeoverReceipt receipt) implements Result {}

  /** The bot is silent, the journey or its engine is away; the gateway's sweeper asks again. */
  record Stopped(Instant at) implements Result {}

  /** Somebody else has it. */
  record HeldBy(String name, Instant since) implements Result {}

  /** The journey said no, and the brake is as it was; why, as a key and the journey's words. */
  record No(String key, String sentence) implements Result {}

  /**
   * Takes it over. Blocks for the engine's answer.
   *
   * @param request the takeover's id; that of a takeover which is asked for already asks again
   * @param reason needed when {@code fromHolder}
   */
  Result take(
      SignedIn person,
      UUID candidateId,
      UUID request,
      boolean fromHolder,
      @Nullable String reason) {
    if (fromHolder && !person.lead()) {
      throw new IllegalArgumentException("Only a lead takes a journey from its holder");
    }
    var wish = new Wish(request, person.accountId(), candidateId, person.id(), fromHolder, reason);
    return switch (brakes.raise(wish)) {
      case Held held -> new HeldBy(held.holder(), held.since());
      case NoJourney none -> new No("refused.GONE", "");
      case Over over -> take(person, candidateId, UUID.randomUUID(), fromHolder, reason);
      case Raised raised -> complete(person, candidateId, request, raised);
    };
  }

  private Result complete(SignedIn person, UUID candidateId, UUID request, Raised raised) {
    var update =
        new TakeOver(
            request,
            person.id(),
            person.name(),
            raised.epoch(),
            raised.reason(),
            raised.fromHolder());
    var answer = desk.takeOver(candidateId, update);
    return switch (look.at(candidateId, request, answer, Answered::takeover)) {
      case DeskAnswer.Done<TakeoverReceipt>(TakeoverReceipt receipt) -> {
        confirm(request);
        yield new Taken(receipt);
      }
      case DeskAnswer.Away<TakeoverReceipt> away -> new Stopped(raised.at());
      case DeskAnswer.Lost<TakeoverReceipt> lost -> new Stopped(raised.at());
      case DeskAnswer.Refused<TakeoverReceipt>(var why, var sentence, var knows) -> {
        requested.refuse(candidateId, request, sentence);
        yield new No(why == null ? "refused.OTHER" : "refused." + why.name(), sentence);
      }
      case DeskAnswer.Gone<TakeoverReceipt> gone -> {
        requested.refuse(candidateId, request, "No journey runs for this candidate");
        yield new No("refused.GONE", "");
      }
    };
  }

  /** Unconfirmed it counts as well: the gateway asks the journey once more. */
  private void confirm(UUID request) {
    try {
      requested.confirm(request);
    } catch (DataAccessException | TransactionException e) {
      log.warn("Takeover {} is held, but could not be confirmed", request, e);
    }
  }
}
