package io.talaria.dev.storm.people;

import io.talaria.dev.storm.check.Evidence.How;
import io.talaria.dev.storm.check.Evidence.What;
import io.talaria.dev.storm.people.Desk.Answer;
import io.talaria.dev.storm.people.Desk.Done;
import io.talaria.dev.storm.people.Recruiter.Contact;
import io.talaria.dev.storm.seed.Dice;
import io.talaria.journey.AcknowledgeAlert;
import io.talaria.journey.CancelScheduled;
import io.talaria.journey.HandBack;
import io.talaria.journey.HandOver;
import io.talaria.journey.HandbackReceipt;
import io.talaria.journey.KeepHold;
import io.talaria.journey.ProactiveMessage;
import io.talaria.journey.Reply;
import io.talaria.journey.ReplyReceipt;
import io.talaria.journey.ScheduleReceipt;
import io.talaria.journey.ScheduleReply;
import io.talaria.journey.SettleSend;
import io.talaria.journey.SettleSend.Choice;
import io.talaria.port.Outbound;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * The buttons of a conversation, but for taking it over. Every click makes a request with an id of
 * its own, is a double click now and then, and is insisted on while nobody answers; what was asked
 * can be {@linkplain #repeatSome repeated}.
 */
final class Console {
  private static final double DOUBLE_CLICK = 0.3;

  private final Desk desk;
  private final Holds holds;
  private final Dice dice;
  private final List<Asking<?>> asked = new ArrayList<>();

  Console(Desk desk, Holds holds, Dice dice) {
    this.desk = desk;
    this.holds = holds;
    this.dice = dice;
  }

  void reply(Operator me, Contact contact, String text) throws InterruptedException {
    var reply = new Reply(UUID.randomUUID(), me.id(), new Outbound.Text(text));
    holds.asks(reply.requestId(), contact, me, What.REPLY, text, null);
    click(
        "replies",
        asking(reply.requestId(), () -> desk.reply(contact.candidate(), reply), Console::word));
  }

  /** Words beside the bot, which keeps the journey. */
  void writeBeside(Operator me, Contact contact, String text) throws InterruptedException {
    var message = new ProactiveMessage(UUID.randomUUID(), me.id(), new Outbound.Text(text));
    holds.asks(message.requestId(), contact, me, What.PROACTIVE, text, null);
    click(
        "proactive messages",
        asking(
            message.requestId(),
            () -> desk.writeBeside(contact.candidate(), message),
            Console::word));
  }

  /**
   * Words for a time.
   *
   * @param replaces what they replace; null for none
   * @return their id
   */
  UUID schedule(Operator me, Contact contact, String text, int inMillis, @Nullable UUID replaces)
      throws InterruptedException {
    Instant at = Instant.now().plusMillis(inMillis);
    var later =
        new ScheduleReply(
            UUID.randomUUID(), me.id(), me.name(), new Outbound.Text(text), at, replaces);
    holds.asks(later.requestId(), contact, me, What.SCHEDULED, text, at);
    if (replaces != null) {
      holds.cancelled(replaces);
    }
    Answer<ScheduleReceipt> answer =
        click(
            replaces == null ? "scheduled replies" : "scheduled replies changed",
            asking(
                later.requestId(),
                () -> desk.schedule(contact.candidate(), later),
                receipt -> "WAITS"));
    if (replaces != null && answer instanceof Done) {
      holds.answered(replaces, "CANCELLED", true, null);
    }
    return later.requestId();
  }

  void cancel(Operator me, Contact contact, UUID scheduled) throws InterruptedException {
    var cancel = new CancelScheduled(UUID.randomUUID(), me.id(), scheduled);
    holds.asks(cancel.requestId(), contact, me, What.OTHER, null, null);
    holds.cancelled(scheduled);
    Answer<ScheduleReceipt> answer =
        click(
            "scheduled replies cancelled",
            asking(
                cancel.requestId(),
                () -> desk.cancel(contact.candidate(), cancel),
                receipt -> "CANCELLED"));
    if (answer instanceof Done) {
      holds.answered(scheduled, "CANCELLED", true, null);
    }
  }

  /** A person decides what becomes of a send of which nobody knows. */
  void settle(Operator me, Contact contact, String key, Choice choice) throws InterruptedException {
    var settle = new SettleSend(UUID.randomUUID(), me.id(), key, choice);
    What what = choice == Choice.SEND_AGAIN ? What.AGAIN : What.OTHER;
    holds.asks(settle.requestId(), contact, me, what, null, null);
    click(
        "uncertain sends settled by a person, "
            + choice.name().toLowerCase(Locale.ROOT).replace('_', ' '),
        asking(settle.requestId(), () -> desk.settle(contact.candidate(), settle), Console::word));
  }

  void keep(Operator me, Contact contact) throws InterruptedException {
    var keep = new KeepHold(UUID.randomUUID(), me.id());
    holds.asks(keep.requestId(), contact, me, What.OTHER, null, null);
    click(
        "holds kept",
        asking(keep.requestId(), () -> desk.keep(contact.candidate(), keep), receipt -> "KEPT"));
  }

  /** Somebody has seen what the team was told. */
  void acknowledge(Operator me, Contact contact) throws InterruptedException {
    var seen = new AcknowledgeAlert(UUID.randomUUID(), me.id(), me.name());
    holds.asks(seen.requestId(), contact, me, What.OTHER, null, null);
    click(
        "alerts acknowledged",
        asking(
            seen.requestId(),
            () -> desk.acknowledge(contact.candidate(), seen),
            receipt -> "SEEN BY " + receipt.operatorName()));
  }

  /** Why it was taken over; the journal's own, no Update. */
  void explain(Operator me, Contact contact, UUID takeover, String reason) {
    int times = dice.chance(DOUBLE_CLICK) ? 2 : 1;
    for (int i = 0; i < times; i++) {
      boolean kept = false;
      try {
        kept = desk.explain(contact.candidate(), takeover, me.id(), reason);
        holds.count(kept ? "takeovers explained" : "takeovers explained too late");
      } catch (DataAccessException | TransactionException e) {
        holds.count("explanations without a journal");
      }
      holds.explained(contact, takeover, reason, kept);
    }
  }

  /**
   * Gives the journey to a colleague.
   *
   * @param from who has it as the caller sees it
   * @return the colleague's hold; null when it was not given
   */
  @Nullable UUID handOver(Operator me, Contact contact, Operator from, Operator to)
      throws InterruptedException {
    var over =
        new HandOver(UUID.randomUUID(), me.id(), from.id(), to.id(), to.name(), me.lead(), null);
    holds.asks(over.requestId(), contact, me, What.OTHER, null, null);
    Instant askedAt = Instant.now();
    List<String> named = holds.named(contact);
    holds.passed(contact);
    boolean given =
        click(
                "hand-overs",
                asking(
                    over.requestId(),
                    () -> desk.handOver(contact.candidate(), over),
                    receipt -> "GIVEN"))
            instanceof Done;
    if (given) {
      holds.taken(over.requestId(), contact, to, How.HANDED_OVER, askedAt, named);
    }
    return given ? over.requestId() : null;
  }

  /**
   * Gives the journey back to the bot.
   *
   * @param hold from whose point of view
   */
  void handBack(Operator me, Contact contact, UUID hold, boolean dropScheduled)
      throws InterruptedException {
    var back = new HandBack(UUID.randomUUID(), me.id(), hold, null, null, null, dropScheduled);
    holds.asks(back.requestId(), contact, me, What.OTHER, null, null);
    // From the first try on, the bot may speak.
    holds.released(hold);
    if (dropScheduled) {
      holds.withdraws(back.requestId(), contact);
    }
    Answer<HandbackReceipt> answer =
        click(
            "hand-backs",
            asking(
                back.requestId(),
                () -> desk.handBack(contact.candidate(), back),
                receipt -> "BACK"));
    if (dropScheduled && answer instanceof Done) {
      holds.withdrawn(back.requestId());
    }
  }

  /** Some of what was asked since the last time is asked again, perhaps in another run. */
  void repeatSome() throws InterruptedException {
    for (Asking<?> before : asked) {
      if (dice.chance(0.5)) {
        before.repeat();
      }
    }
    asked.clear();
  }

  private <T> Asking<T> asking(UUID request, Supplier<Answer<T>> call, Function<T, String> told) {
    return new Asking<>(request, holds, call, told);
  }

  private <T> Answer<T> click(String what, Asking<T> asking) throws InterruptedException {
    asked.add(asking);
    Answer<T> answer = dice.chance(DOUBLE_CLICK) ? asking.doubleClick() : asking.insist();
    holds.count(answer instanceof Done ? what : what + ", not done");
    return answer;
  }

  private static String word(ReplyReceipt receipt) {
    return receipt.standing().name();
  }
}
