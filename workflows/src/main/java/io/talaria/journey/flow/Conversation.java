package io.talaria.journey.flow;

import io.talaria.journey.Ending;
import io.talaria.journey.JourneyStart;
import io.talaria.journey.JourneyState;
import io.talaria.journey.MessageReceived;
import io.talaria.journey.Mode;
import io.talaria.journey.SendSettled;
import io.talaria.journey.SendTimed;
import io.talaria.journey.rule.Act;
import io.talaria.journey.rule.Arrivals;
import io.talaria.journey.rule.Moves;
import io.talaria.journey.rule.ServiceWindow;
import io.talaria.journey.rule.TypingPause;
import io.talaria.port.Desk;
import io.talaria.port.Journal;
import io.talaria.port.Turn.Reason;
import io.talaria.port.TurnKey;
import java.time.Instant;
import java.util.List;

/** What the main loop does to the journey: takes in, and does what is due. */
final class Conversation {
  private final Mailbox mailbox;
  private final Book book;
  private final Team team;
  private final Speech speech;
  private final Ownership ownership;
  private final PeoplesWords words;
  private Instant typingUntil = Instant.EPOCH;

  Conversation(JourneyStart start, Mailbox mailbox) {
    this.mailbox = mailbox;
    this.book = new Book(start);
    this.team = new Team(book);
    this.speech = new Speech(book, team, mailbox);
    this.ownership = new Ownership(book, team, speech);
    this.words = new PeoplesWords(book, team, speech);
  }

  Book book() {
    return book;
  }

  Speech speech() {
    return speech;
  }

  Ownership ownership() {
    return ownership;
  }

  PeoplesWords words() {
    return words;
  }

  /** The candidate may still be typing until then. */
  Instant typingUntil() {
    return typingUntil;
  }

  /** Whether nothing is under way that a new run would lose. */
  boolean quiet() {
    return team.quiet() && !book.unrecorded();
  }

  /**
   * Brings in what handlers noted. A message seen before was signalled again: nobody recorded it.
   */
  void takeIn() {
    for (MessageReceived message : mailbox.takeArrived()) {
      if (!Arrivals.seen(book.state().inbox(), message)) {
        JourneyState received = Moves.received(book.state(), message);
        book.hold(received);
        typingUntil =
            book.now().plus(TypingPause.after(received.inbox().open(), received.plan().times()));
      }
      book.untaken(message.id());
    }
    for (SendTimed fact : mailbox.takeTimed()) {
      book.hold(Moves.timed(book.state(), fact.key(), fact.at()));
    }
    for (SendSettled fact : mailbox.takeSettled()) {
      if (!fact.arrived() && fact.key().equals(book.state().silence().owedKey())) {
        team.callPerson("send_failed", fact.key(), Desk.Kind.SEND_PROBLEM);
      }
    }
  }

  /** Does what is due. */
  void perform(Act act) {
    List<MessageReceived> open = book.state().inbox().open();
    switch (act) {
      case Act.Answer answer -> speech.turn(Reason.MESSAGES, firstKey(open), open, 0);
      case Act.CallPerson call -> speech.turn(Reason.PERSON, firstKey(open), open, 0);
      case Act.OptOut optOut -> optOut(open);
      case Act.Reopen reopen -> speech.reopen(open.getLast().seq());
      case Act.Nudge nudge -> speech.nudge(nudge);
      case Act.AlertAtRisk alert -> team.tellAtRisk();
      case Act.AlertWaiting alert -> team.tellWaiting();
      case Act.WarnOwner warn -> team.tellOwnerSilent();
      case Act.ReturnToBot back -> ownership.returnToBot();
      case Act.SendScheduled scheduled -> words.sendScheduled(scheduled.id());
      case Act.DropScheduled drop -> words.dropScheduled();
      case Act.DropOff dropOff -> end(Ending.DROPPED, "drop:" + book.state().silence().owedKey());
      case Act.TellAfterEnd tell -> team.tellAfterEnd(open);
      case Act.TakeIn takeIn -> book.record(book.state(), List.of());
      case Act.Close close -> throw new IllegalStateException("The loop closes");
      case Act.Wait wait -> throw new IllegalStateException("The loop waits");
    }
  }

  /** After a takeover that was announced but never came, the bot goes on under the new epoch. */
  void lookAtBrake() {
    speech.unbraked();
    if (!mailbox.hasRequests()) {
      Journal.Brake brake = book.journal().brake(book.start().candidateId());
      if (!brake.held()) {
        book.hold(Moves.braked(book.state(), brake.epoch()));
      }
    }
  }

  private void optOut(List<MessageReceived> open) {
    boolean reachable = ServiceWindow.isOpen(book.state().silence().windowFrom(), book.now());
    if (book.state().mode() == Mode.BOT && reachable) {
      speech.turn(Reason.OPT_OUT, firstKey(open), open, 0);
    } else {
      end(Ending.OPTED_OUT, firstKey(open));
    }
  }

  private void end(Ending ending, String cause) {
    JourneyState before = book.state();
    JourneyState after = Moves.ended(before, ending, book.now());
    book.record(after, book.events(before, after, cause));
    ownership.end();
  }

  private static String firstKey(List<MessageReceived> open) {
    return TurnKey.ofMessage(open.getFirst().id());
  }
}
