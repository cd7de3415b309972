package io.talaria.dev.storm.people;

import io.talaria.dev.storm.people.Desk.Answer;
import io.talaria.dev.storm.people.Desk.Away;
import io.talaria.dev.storm.people.Desk.Done;
import io.talaria.dev.storm.people.Desk.Refused;
import io.talaria.dev.storm.seed.Dice;
import io.talaria.journal.takeover.Brakes;
import io.talaria.journey.HandBack;
import io.talaria.journey.HandbackReceipt;
import io.talaria.journey.Reply;
import io.talaria.journey.ReplyReceipt;
import io.talaria.journey.TakeOver;
import io.talaria.journey.TakeoverReceipt;
import io.talaria.port.Outbound;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * A recruiter of a run: takes over, writes, clicks twice, hands back, or keeps the conversation.
 */
public final class Recruiter {
  /** Longer than any recovery. */
  private static final Duration PATIENCE = Duration.ofSeconds(75);

  private static final UUID ACCOUNT = new UUID(0, 1);

  private final UUID id;
  private final String name;
  private final Desk desk;
  private final Holds holds;
  private final Dice dice;

  public Recruiter(UUID id, String name, Desk desk, Holds holds, long seed) {
    this.id = id;
    this.name = name;
    this.desk = desk;
    this.holds = holds;
    this.dice = Dice.of(seed, "recruiter " + name);
  }

  /** Somebody to take over: the number, and the candidate's id once there is one. */
  public record Contact(String number, UUID candidate) {}

  /** Works until the storm's load ends, then finishes what was begun. */
  public void work(Instant end, Supplier<List<Contact>> contacts) throws InterruptedException {
    while (Instant.now().isBefore(end)) {
      Thread.sleep(dice.between(300, 2500));
      List<Contact> known = contacts.get();
      if (!known.isEmpty()) {
        serve(dice.pick(known), end);
      }
    }
  }

  private void serve(Contact contact, Instant end) throws InterruptedException {
    Optional<UUID> held = takeOver(contact);
    if (held.isEmpty()) {
      return;
    }
    List<Reply> said = new ArrayList<>();
    int replies = dice.between(0, 3);
    for (int i = 0; i < replies; i++) {
      Thread.sleep(dice.between(0, 900));
      said.add(reply(contact, "Aqui é " + name + ", resposta " + (i + 1)));
    }
    if (Instant.now().isBefore(end) && dice.chance(0.5)) {
      Thread.sleep(dice.between(0, 3000));
    }
    // A browser that comes back from sleep repeats what it had asked, perhaps in another run.
    for (Reply before : said) {
      if (dice.chance(0.5)) {
        ask(contact, before);
      }
    }
    if (dice.chance(0.7)) {
      handBack(contact, held.get());
      if (!said.isEmpty() && dice.chance(0.4)) {
        ask(contact, said.getLast());
      }
    }
  }

  /** The takeover's request id when the journey said yes. */
  public Optional<UUID> takeOver(Contact contact) throws InterruptedException {
    UUID request = UUID.randomUUID();
    var wish = new Brakes.Wish(request, ACCOUNT, contact.candidate(), id, false, null);
    Brakes.Outcome outcome;
    try {
      outcome = desk.raise(wish);
    } catch (DataAccessException | TransactionException e) {
      holds.count("takeovers without a journal");
      return Optional.empty();
    }
    if (!(outcome instanceof Brakes.Raised raised)) {
      holds.count("takeovers refused at the brake");
      return Optional.empty();
    }
    var update = new TakeOver(request, id, name, raised.epoch(), null, false);
    Answer<TakeoverReceipt> answer = insist(() -> desk.takeOver(contact.candidate(), update));
    return switch (answer) {
      case Done<TakeoverReceipt>(TakeoverReceipt receipt) -> {
        List<String> named = new ArrayList<>(receipt.inFlight());
        named.addAll(receipt.uncertain());
        holds.taken(request, contact.number(), name, named);
        holds.count("takeovers");
        yield Optional.of(request);
      }
      case Refused<TakeoverReceipt>(String why) -> {
        refuse(contact, request, why);
        holds.count("takeovers refused by the journey");
        yield Optional.empty();
      }
      case Away<TakeoverReceipt> away -> {
        holds.count("takeovers unanswered");
        yield Optional.empty();
      }
    };
  }

  private void refuse(Contact contact, UUID request, String why) throws InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(end)) {
      try {
        desk.refuse(contact.candidate(), request, why);
        return;
      } catch (DataAccessException | TransactionException e) {
        Thread.sleep(500);
      }
    }
  }

  private Reply reply(Contact contact, String text) throws InterruptedException {
    Reply reply = new Reply(UUID.randomUUID(), id, new Outbound.Text(text));
    if (dice.chance(0.3)) {
      // A double click.
      CompletableFuture<Void> other = CompletableFuture.runAsync(() -> askOnce(contact, reply));
      ask(contact, reply);
      other.join();
    } else {
      ask(contact, reply);
    }
    return reply;
  }

  private void ask(Contact contact, Reply reply) throws InterruptedException {
    insist(() -> askOnce(contact, reply));
  }

  private Answer<ReplyReceipt> askOnce(Contact contact, Reply reply) {
    Answer<ReplyReceipt> answer = desk.reply(contact.candidate(), reply);
    holds.count("replies asked for");
    holds.answered(
        reply.requestId(),
        contact.number(),
        switch (answer) {
          case Done<ReplyReceipt>(ReplyReceipt receipt) -> receipt.standing().name();
          case Refused<ReplyReceipt>(String why) -> "refused " + why;
          case Away<ReplyReceipt> away -> "AWAY";
        });
    return answer;
  }

  private void handBack(Contact contact, UUID takeover) throws InterruptedException {
    HandBack request = new HandBack(UUID.randomUUID(), id, null, null, null, false);
    // From the first try on, the bot may speak.
    holds.released(takeover);
    Answer<HandbackReceipt> answer = insist(() -> desk.handBack(contact.candidate(), request));
    holds.count(answer instanceof Done ? "hand-backs" : "hand-backs not done");
  }

  /** The same request again while nobody answers. */
  private static <T> Answer<T> insist(Supplier<Answer<T>> call) throws InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    Answer<T> answer = call.get();
    while (answer instanceof Away && Instant.now().isBefore(end)) {
      Thread.sleep(300);
      answer = call.get();
    }
    return answer;
  }
}
