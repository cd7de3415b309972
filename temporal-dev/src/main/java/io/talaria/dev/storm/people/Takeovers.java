package io.talaria.dev.storm.people;

import io.talaria.dev.storm.check.Evidence.How;
import io.talaria.dev.storm.people.Desk.Answer;
import io.talaria.dev.storm.people.Desk.Away;
import io.talaria.dev.storm.people.Desk.Done;
import io.talaria.dev.storm.people.Desk.Refused;
import io.talaria.dev.storm.people.Recruiter.Contact;
import io.talaria.dev.storm.seed.Dice;
import io.talaria.journal.takeover.Brakes;
import io.talaria.journey.TakeOver;
import io.talaria.journey.TakeoverReceipt;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Taking a journey over: first the brake, then the journey, as the console does it. */
final class Takeovers {
  private static final UUID ACCOUNT = new UUID(0, 1);

  /** Of who got no answer at once: the browser is closed, and nobody but the gateway asks again. */
  private static final double GIVES_UP = 0.3;

  private final Desk desk;
  private final Holds holds;
  private final Dice dice;

  Takeovers(Desk desk, Holds holds, Dice dice) {
    this.desk = desk;
    this.holds = holds;
    this.dice = dice;
  }

  /** What came of it. */
  sealed interface Result {}

  /** The journey said yes to this request. */
  record Taken(UUID request) implements Result {}

  /** Somebody has it. */
  record HeldBy(String name) implements Result {}

  /** It was refused, or nobody answered. */
  record No() implements Result {}

  /**
   * @param reason for which a lead takes it from its holder; null for who takes what is free
   */
  Result take(Operator me, Contact contact, @Nullable String reason) throws InterruptedException {
    UUID request = UUID.randomUUID();
    boolean fromHolder = reason != null;
    Instant askedAt = Instant.now();
    if (fromHolder) {
      holds.passed(contact);
    }
    var wish = new Brakes.Wish(request, ACCOUNT, contact.candidate(), me.id(), fromHolder, reason);
    Brakes.Outcome outcome;
    try {
      outcome = desk.raise(wish);
    } catch (DataAccessException | TransactionException e) {
      holds.count("takeovers without a journal");
      return new No();
    }
    return switch (outcome) {
      case Brakes.Held held -> new HeldBy(held.holder());
      case Brakes.NoJourney none -> new No();
      case Brakes.Over over -> new No();
      case Brakes.Raised raised -> {
        var update = new TakeOver(request, me.id(), me.name(), raised.epoch(), reason, fromHolder);
        yield complete(me, contact, update, askedAt);
      }
    };
  }

  private Result complete(Operator me, Contact contact, TakeOver update, Instant askedAt)
      throws InterruptedException {
    return switch (insist(contact, update)) {
      case Done<TakeoverReceipt>(TakeoverReceipt receipt, String run) -> {
        List<String> named = new ArrayList<>(receipt.inFlight());
        named.addAll(receipt.uncertain());
        How how = update.fromHolder() ? How.FROM_HOLDER : How.TAKEN;
        holds.taken(update.requestId(), contact, me, how, askedAt, named);
        holds.count(update.fromHolder() ? "takeovers from the holder" : "takeovers");
        confirm(update.requestId());
        yield new Taken(update.requestId());
      }
      case Refused<TakeoverReceipt>(String why, var knows) -> {
        refuse(contact, update.requestId(), why);
        holds.count("takeovers refused by the journey");
        yield new No();
      }
      case Away<TakeoverReceipt> away -> {
        holds.count("takeovers unanswered");
        yield new No();
      }
    };
  }

  private Answer<TakeoverReceipt> insist(Contact contact, TakeOver update)
      throws InterruptedException {
    Instant end = Instant.now().plus(Asking.PATIENCE);
    Answer<TakeoverReceipt> answer = desk.takeOver(contact.candidate(), update);
    if (answer instanceof Away && dice.chance(GIVES_UP)) {
      holds.count("takeovers given up");
      return answer;
    }
    while (answer instanceof Away && Instant.now().isBefore(end)) {
      Thread.sleep(300);
      answer = desk.takeOver(contact.candidate(), update);
    }
    return answer;
  }

  /** Unconfirmed it counts as well: the gateway asks the journey once more. */
  private void confirm(UUID request) {
    try {
      desk.confirm(request);
    } catch (DataAccessException | TransactionException e) {
      holds.count("takeovers not confirmed");
    }
  }

  private void refuse(Contact contact, UUID request, String why) throws InterruptedException {
    Instant end = Instant.now().plus(Asking.PATIENCE);
    while (Instant.now().isBefore(end)) {
      try {
        desk.refuse(contact.candidate(), request, why);
        return;
      } catch (DataAccessException | TransactionException e) {
        Thread.sleep(500);
      }
    }
  }
}
