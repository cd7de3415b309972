package io.talaria.journey.flow;

import io.talaria.journey.JourneyState;
import io.talaria.journey.MessageReceived;
import io.talaria.journey.Outgoing.Saying;
import io.talaria.journey.RecruiterRequest;
import io.talaria.journey.rule.Act;
import io.talaria.journey.rule.Moves;
import io.talaria.journey.rule.OnQueue;
import io.talaria.journey.rule.PlanMoves;
import io.talaria.journey.rule.ProposalCheck;
import io.talaria.journey.rule.QuietHours;
import io.talaria.journey.rule.Resuming;
import io.talaria.journey.rule.Reviews;
import io.talaria.journey.rule.Sayings;
import io.talaria.journey.rule.ServiceWindow;
import io.talaria.journey.rule.Silences;
import io.talaria.port.Appointment;
import io.talaria.port.Delivered;
import io.talaria.port.Delivered.Outcome;
import io.talaria.port.Delivery;
import io.talaria.port.JourneyWrite;
import io.talaria.port.Proposal;
import io.talaria.port.Turn;
import io.talaria.port.Turn.Reason;
import io.talaria.port.TurnKey;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the bot says to the candidate: its turns, and their replies bubble by bubble. */
final class Speech {
  private final Book book;
  private final Team team;
  private final Sends sends;
  private final Refusals refusals;
  private final BotTurn bot;
  private final SendBrake brake;

  Speech(Book book, Team team, Sends sends, Refusals refusals, Mailbox mailbox) {
    this.book = book;
    this.team = team;
    this.sends = sends;
    this.refusals = refusals;
    this.bot = new BotTurn(book, mailbox);
    this.brake = new SendBrake(book);
  }

  /** Who serves recruiters while a slow bot thinks. */
  void servedBy(Consumer<RecruiterRequest> desk) {
    bot.servedBy(desk);
  }

  /** What stops the bot's words, and people's that wait. */
  SendBrake brake() {
    return brake;
  }

  /**
   * Asks the open question again, or at last, when nothing else is unanswered; or begins what the
   * bot never began, or never answered.
   */
  void resume(UUID request) {
    JourneyState state = book.state();
    boolean open = ServiceWindow.isOpen(state.silence().windowFrom(), book.now());
    if (state.watched() || !state.inbox().open().isEmpty() || !open) {
      return;
    }
    if (state.talk().step() != null
        || (Resuming.owed(state) && Versions.UNASKED_RESUMED.atLeast(1))) {
      turn(Reason.RESUME, TurnKey.ofResume(request), List.of(), 0);
    }
  }

  /** Reminds the candidate, or only counts the reminder. */
  void nudge(Act.Nudge nudge) {
    String owedKey = Objects.requireNonNull(book.state().silence().owedKey());
    book.hold(Silences.nudged(book.state(), nudge.number() - 1));
    if (nudge.send()) {
      turn(Reason.NUDGE, TurnKey.ofNudge(owedKey, nudge.number()), List.of(), nudge.number());
    } else {
      book.record(Silences.nudged(book.state(), nudge.number()), List.of());
    }
  }

  /** The bot's turn at an appointment. */
  void keep(Appointment appointment) {
    String key = TurnKey.ofAppointment(book.state().journeyId(), appointment);
    turn(Reason.DUE, key, List.of(), 0, appointment.id());
  }

  /** Asks back, by template, a candidate whose window is closed. */
  void reopen(String key) {
    turn(Reason.WINDOW_CLOSED, key, List.of(), 0);
  }

  /** Asks the bot; what it proposes is said from now on. No-op when the turn was interrupted. */
  void turn(Reason reason, String key, List<MessageReceived> messages, int number) {
    turn(reason, key, messages, number, null);
  }

  private void turn(
      Reason reason, String key, List<MessageReceived> messages, int number, @Nullable String due) {
    Turn turn =
        new Turn(
            book.start().accountId(),
            book.start().candidateId(),
            book.state().journeyId(),
            key,
            reason,
            book.state().plan().definition(),
            book.state().plan().number(),
            book.state().talk().language(),
            book.state().talk().stage(),
            book.state().talk().step(),
            book.state().talk().misses(),
            book.state().talk().answers(),
            messages,
            number,
            book.state().talk().disclosed(),
            new Turn.Moment(
                book.now(),
                ServiceWindow.isOpen(book.state().silence().windowFrom(), book.now()),
                due,
                book.state().appointments(),
                book.start().country(),
                PlanMoves.isUnasked(book.state()) ? true : null));
    bot.ask(turn, book.state().plan().isSlow(turn))
        .map(proposal -> allowed(turn, proposal))
        .ifPresent(proposal -> proposed(key, reason, proposal));
  }

  private void proposed(String key, Reason reason, Proposal proposal) {
    JourneyState before = book.state();
    JourneyState after = Reviews.begun(before, key, reason, proposal, book.now());
    if (after.inReview() == null) {
      book.hold(after);
    } else if (before.inReview() == null) {
      team.tellReview(after);
    } else {
      // The team knows that something waits; the console shows what it is now.
      book.record(after, List.of());
    }
  }

  private Proposal allowed(Turn turn, Proposal proposal) {
    return ProposalCheck.fault(book.state().plan(), book.state(), proposal).isEmpty()
        ? proposal
        : BotTurn.silent(turn, "bot_fault");
  }

  /** Says the bubble that is due; the last one records where the reply leads. */
  void say() {
    Saying saying = saying();
    if (saying.finished()) {
      finish(saying);
      return;
    }
    if (Silences.isOver(book.state(), saying) && Versions.OLD_REMINDERS_DROP.atLeast(1)) {
      drop();
      return;
    }
    JourneyState before = book.state();
    JourneyState after = Moves.said(before, saying, book.now());
    JourneyWrite write =
        saying.last()
            ? book.write(after.revised(), book.events(before, after, saying.key()))
            : null;
    Delivery bubble = DueBubble.of(book, saying, write);
    Ports.Urgency urgency = Sends.urgency(before, saying);
    if (!Sends.atOnce(saying, urgency)) {
      queue(saying, bubble, urgency);
      return;
    }
    Delivered delivered = sends.now(bubble);
    if (delivered.outcome() == Outcome.OUTDATED) {
      throw book.overtaken();
    }
    if (delivered.outcome() == Outcome.DEFERRED) {
      queue(saying, bubble, urgency);
    } else if (saying.last() && delivered.written()) {
      book.recorded(after.revised());
      afterTurn(before, saying.key());
    } else {
      said(bubble.key(), delivered);
    }
  }

  private void queue(Saying saying, Delivery bubble, Ports.Urgency urgency) {
    boolean callsBack =
        QuietHours.holdBack(book.state(), saying) && Versions.QUIET_CALLS_BACK.atLeast(1);
    sends.queue(bubble, urgency, callsBack ? OnQueue.UNASKED : OnQueue.SOMETHING);
  }

  /** Goes on from what became of the due bubble. */
  void said(String key, Delivered delivered) {
    Saying saying = saying();
    switch (delivered.outcome()) {
      case ADOPT ->
          book.hold(
              Sayings.begun(
                  book.state(),
                  Objects.requireNonNullElse(delivered.adoptedKey(), saying.key()),
                  saying.reason(),
                  Objects.requireNonNull(delivered.adopted())));
      case BRAKED -> {
        book.hold(Sayings.braked(book.state()));
        brake.meets(key);
      }
      case REJECTED -> refusals.refused(saying, key, delivered.treatment());
      // What was asked for it is still unanswered, so the bot is asked anew.
      case GONE -> book.hold(Sayings.cut(book.state()));
      case DEFERRED, OUTDATED ->
          throw new IllegalStateException("The governed queue answers for good");
      case SENT, UNCERTAIN -> {
        if (saying.last()) {
          finish(saying);
        } else {
          JourneyState paced = Sayings.paced(book.state(), book.now());
          book.hold(
              delivered.outcome() == Outcome.SENT
                  ? Sayings.said(paced, saying, book.now())
                  : Sayings.uncertain(paced, saying));
        }
      }
    }
  }

  private void finish(Saying saying) {
    JourneyState before = book.state();
    JourneyState after = Moves.said(before, saying, book.now());
    book.record(after, book.events(before, after, saying.key()));
    afterTurn(before, saying.key());
  }

  private void afterTurn(JourneyState before, String key) {
    if (book.state().needsHuman() != null && before.needsHuman() == null) {
      team.tellNeedsHuman(key);
    }
  }

  /** The reply under way won't be said, also not what waits on the governed queue. */
  void drop() {
    boolean calledBack = sends.onQueue() == OnQueue.CALLED_BACK;
    JourneyState state =
        calledBack ? QuietHours.calledBack(book.state(), book.now()) : book.state();
    book.hold(Sayings.cut(state));
    if (sends.waiting()) {
      sends.drop();
      brake.dropQueued();
    }
  }

  /** Quiet hours begin, and what nobody asked for still waits on the governed queue. */
  void callBack() {
    brake.dropQueued(sends.callBack());
  }

  /** It did not leave before them. */
  void calledBack(String key) {
    book.record(QuietHours.calledBack(book.state(), book.now()), List.of());
    brake.meets(key);
  }

  /**
   * Somebody speaks, and a reminder that still waits for its turn is out of place: it would leave
   * in another order than the transcript's, or hold up what is to be said now. No-op without one.
   *
   * @param since it yields to this
   */
  void yieldReminder(Versions since) {
    Saying saying = book.state().outgoing().saying();
    boolean reminds = saying != null && saying.reason() == Reason.NUDGE && sends.waiting();
    if (reminds && since.atLeast(1)) {
      drop();
    }
  }

  private Saying saying() {
    return Objects.requireNonNull(book.state().outgoing().saying(), "Nothing is to be said");
  }
}
