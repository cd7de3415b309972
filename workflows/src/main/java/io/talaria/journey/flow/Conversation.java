package io.talaria.journey.flow;

import io.talaria.journey.CandidateMarked;
import io.talaria.journey.Ending;
import io.talaria.journey.JourneyStart;
import io.talaria.journey.JourneyState;
import io.talaria.journey.MessageReceived;
import io.talaria.journey.Mode;
import io.talaria.journey.Outgoing;
import io.talaria.journey.SendSettled;
import io.talaria.journey.SendTimed;
import io.talaria.journey.rule.Act;
import io.talaria.journey.rule.Arrivals;
import io.talaria.journey.rule.Cancelling;
import io.talaria.journey.rule.HighValue;
import io.talaria.journey.rule.LaterTemplates;
import io.talaria.journey.rule.Moves;
import io.talaria.journey.rule.Objections;
import io.talaria.journey.rule.QuietHours;
import io.talaria.journey.rule.Reading;
import io.talaria.journey.rule.Sayings;
import io.talaria.journey.rule.ServiceWindow;
import io.talaria.journey.rule.Silences;
import io.talaria.journey.rule.TypingPause;
import io.talaria.port.Desk;
import io.talaria.port.Turn.Reason;
import io.talaria.port.TurnKey;
import java.time.Instant;
import java.util.List;

/** What the main loop does to the journey: takes in, and does what is due. */
final class Conversation {
  private final Mailbox mailbox;
  private final Book book;
  private final Team team;
  private final Sends sends = new Sends();
  private final Speech speech;
  private final Ownership ownership;
  private final PeoplesWords words;
  private final Reviewing reviewing;
  private final Fates fates;
  private final Watch watch;
  private final Replanning replanning;
  private Instant typingUntil = Instant.EPOCH;
  private Reading reading = Reading.CLOSE;

  Conversation(JourneyStart start, Mailbox mailbox) {
    this.mailbox = mailbox;
    this.book = new Book(start);
    this.team = new Team(book);
    var refusals = new Refusals(book, team);
    this.speech = new Speech(book, team, sends, refusals, mailbox);
    this.ownership = new Ownership(book, team, sends, speech);
    this.words = new PeoplesWords(book, team, sends, speech);
    this.reviewing = new Reviewing(book, team);
    this.fates = new Fates(book, team, sends, speech, refusals, words);
    this.watch = new Watch(book, team, speech);
    this.replanning = new Replanning(book, speech);
  }

  Book book() {
    return book;
  }

  Speech speech() {
    return speech;
  }

  Sends sends() {
    return sends;
  }

  Ownership ownership() {
    return ownership;
  }

  PeoplesWords words() {
    return words;
  }

  Reviewing reviewing() {
    return reviewing;
  }

  Team team() {
    return team;
  }

  /** The candidate may still be typing until then. */
  Instant typingUntil() {
    return typingUntil;
  }

  /** How words are read; a run that acted on the former reading of one keeps to it. */
  Reading reading() {
    JourneyState state = book.state();
    boolean differs =
        !state.over()
            && state.inbox().open().stream().anyMatch(m -> Reading.differs(m, state.plan()));
    if (differs && reading == Reading.CLOSE && !Versions.WORDS_IN_CONTEXT.atLeast(1)) {
      reading = Reading.FORMER;
    }
    return reading;
  }

  /** Whether every alert was told. */
  boolean alertsTold() {
    return team.quiet();
  }

  /** Goes on where the run before, or a lost one, left the journey. */
  void resume() {
    team.resume();
    List<MessageReceived> open = book.state().inbox().open();
    if (!open.isEmpty()) {
      typingUntil = book.now().plus(TypingPause.after(open, book.state().plan().times()));
    }
  }

  /**
   * Brings in what handlers noted. A message seen before was signalled again: nobody recorded it.
   */
  void takeIn() {
    team.forgetTold();
    fates.collect();
    for (MessageReceived message : mailbox.takeArrived()) {
      if (!Arrivals.seen(book.state().inbox(), message)) {
        JourneyState received = Moves.received(book.state(), message);
        book.hold(received);
        typingUntil =
            book.now().plus(TypingPause.after(received.inbox().open(), received.plan().times()));
      }
      book.untaken(message.id());
    }
    mailbox.takePhases().forEach(watch::changed);
    mailbox.takeSpoken().forEach(watch::spoke);
    mailbox.takePlans().forEach(replanning::chosen);
    for (SendTimed fact : mailbox.takeTimed()) {
      book.hold(Silences.timed(book.state(), fact.key(), fact.at()));
    }
    for (SendSettled fact : mailbox.takeSettled()) {
      fates.settled(fact);
    }
    for (CandidateMarked fact : mailbox.takeMarked()) {
      JourneyState before = book.state();
      JourneyState after = HighValue.marked(before, fact.highValue());
      if (!after.equals(before)) {
        book.record(after, List.of(HighValue.event(fact)));
      }
    }
    mailbox.takeDelivered().forEach(fates::delivered);
    fates.seenEarly();
    book.forgetSettled();
  }

  /** Does what is due. */
  void perform(Act act) {
    List<MessageReceived> open = book.state().inbox().open();
    switch (act) {
      case Act.Answer answer -> speech.turn(Reason.MESSAGES, turnKey(open), open, 0);
      case Act.CallPerson call -> callPerson(call.by());
      case Act.OptOut optOut -> {
        speech.yieldReminder(Versions.STOPS_OUTRUN);
        if (mayBeTheMeeting()) {
          speech.turn(Reason.MESSAGES, turnKey(open), open, 0);
        } else {
          optOut(optOut.by());
        }
      }
      case Act.NoteObjection objection -> noteObjection(objection.by());
      case Act.Reopen reopen ->
          speech.reopen(TurnKey.ofReopening(book.state().journeyId(), open.getLast().seq()));
      case Act.AskAgain again -> {
        book.hold(LaterTemplates.tried(book.state()));
        speech.reopen(again.key());
      }
      case Act.Say say -> speech.say();
      case Act.SayForPerson say -> words.sayNext();
      case Act.CallBack back -> speech.callBack();
      case Act.Drop drop -> speech.drop();
      case Act.ReviewOverdue overdue -> reviewing.overdue();
      case Act.DropReview drop -> reviewing.drop();
      case Act.Nudge nudge -> speech.nudge(nudge);
      case Act.Keep keep -> speech.keep(keep.appointment());
      case Act.AlertAtRisk alert -> team.tellAtRisk();
      case Act.AlertWaiting alert -> team.tellWaiting();
      case Act.AlertWindowClosing alert -> team.tellWindowClosing();
      case Act.Escalate escalate -> team.escalate();
      case Act.WarnOwner warn -> team.tellOwnerSilent();
      case Act.ReturnToBot back -> ownership.returnToBot();
      case Act.SendScheduled scheduled -> words.sendScheduled(scheduled.id());
      case Act.DropWords drop -> words.dropAll();
      case Act.DropOff dropOff -> end(Ending.DROPPED, "drop:" + book.state().silence().owedKey());
      case Act.TellAfterEnd tell -> team.tellAfterEnd(open);
      case Act.TakeIn takeIn -> watch.takeIn();
      case Act.ChangePlan change -> replanning.move();
      case Act.Close close -> throw new IllegalStateException("The loop closes");
      case Act.Wait wait -> throw new IllegalStateException("The loop waits");
    }
  }

  /**
   * Says that a person comes, unless that would have to wait, or is another system's to say: then
   * one comes all the same.
   */
  private void callPerson(MessageReceived by) {
    boolean watched = book.state().watched();
    if (watched && !Versions.CALLS_WHILE_WATCHED.atLeast(1)) {
      watch.takeIn();
    } else if (!watched && book.state().outgoing().saying() == null && canBeTold()) {
      speech.turn(Reason.PERSON, TurnKey.ofMessage(by.id()), from(by), 0);
    } else {
      String reason = Objections.reason(book.state(), "asked_for_person");
      team.callPerson(reason, TurnKey.ofMessage(by.id()), Desk.Kind.NEEDS_HUMAN);
    }
  }

  /**
   * Writes the objection down before anything is said about it; a reply under way that rules the
   * candidate out is cut. A person is called by the next act, unless one is there or called
   * already.
   */
  private void noteObjection(MessageReceived by) {
    if (Objections.stops(book.state().outgoing().saying())) {
      speech.drop();
    }
    Instant now = book.now();
    book.record(Objections.noted(book.state(), by, now), List.of(Objections.raisedEvent(by, now)));
    if (book.state().watched() && book.state().needsHuman() == null) {
      team.callPerson(Objections.REASON, TurnKey.ofMessage(by.id()), Desk.Kind.NEEDS_HUMAN);
    }
  }

  /** Whether the candidate is asked what to cancel, which must be possible at once. */
  private boolean mayBeTheMeeting() {
    return !sends.waiting()
        && Cancelling.mayBeTheMeeting(book.state(), reading())
        && Versions.CANCELS_ASKED.atLeast(1)
        && canBeTold();
  }

  /** Confirms once, unless that would have to wait: who asks for silence gets it at once. */
  private void optOut(MessageReceived by) {
    JourneyState state = book.state();
    Outgoing.Saying saying = state.outgoing().saying();
    boolean unsettled = saying != null && saying.held() != null && saying.held().until() == null;
    boolean waiting = sends.waiting() || !state.outgoing().words().isEmpty();
    boolean ours = state.mode() == Mode.BOT && !state.watched();
    if (ours && canBeTold() && !waiting && !unsettled) {
      book.hold(Sayings.cut(state));
      speech.turn(Reason.OPT_OUT, TurnKey.ofMessage(by.id()), from(by), 0);
    } else {
      end(Ending.OPTED_OUT, TurnKey.ofMessage(by.id()));
    }
  }

  /**
   * What a turn answers that is named by the message which asks for it: an older message may have
   * named another turn, whose claimed words would be said instead.
   */
  private List<MessageReceived> from(MessageReceived by) {
    return Arrivals.from(book.state().inbox(), by);
  }

  /** Whether what they wrote may be answered now: not after the window, nor later in the night. */
  private boolean canBeTold() {
    return ServiceWindow.isOpen(book.state().silence().windowFrom(), book.now())
        && (QuietHours.mayAnswer(book.state(), book.now())
            || !Versions.CALLS_KEEP_QUIET.atLeast(1));
  }

  private void end(Ending ending, String cause) {
    if (sends.waiting()) {
      sends.drop();
      speech.brake().dropQueued();
    }
    JourneyState before = book.state();
    JourneyState after = Moves.ended(before, ending, book.now());
    book.record(after, book.events(before, after, cause));
    ownership.end();
  }

  private String turnKey(List<MessageReceived> open) {
    return TurnKey.ofMessage(Sayings.named(book.state()).orElse(open.getFirst()).id());
  }
}
