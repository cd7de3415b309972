package io.talaria.worker.bot;

import io.talaria.journal.definition.Definition;
import io.talaria.journal.definition.Published;
import io.talaria.journey.Ending;
import io.talaria.journey.JourneyState;
import io.talaria.journey.MessageReceived;
import io.talaria.journey.Mode;
import io.talaria.journey.Outgoing.Saying;
import io.talaria.journey.Review;
import io.talaria.journey.rule.Act;
import io.talaria.journey.rule.Arrivals;
import io.talaria.journey.rule.Moves;
import io.talaria.journey.rule.Objections;
import io.talaria.journey.rule.ProposalCheck;
import io.talaria.journey.rule.QuietHours;
import io.talaria.journey.rule.Resuming;
import io.talaria.journey.rule.Reviews;
import io.talaria.journey.rule.Sayings;
import io.talaria.journey.rule.Silences;
import io.talaria.port.Appointment;
import io.talaria.port.Desk;
import io.talaria.port.Proposal;
import io.talaria.port.Turn;
import io.talaria.port.Turn.Reason;
import io.talaria.port.TurnKey;
import java.util.List;
import java.util.UUID;

/**
 * What the bot of a journey on paper says: the real script, a bot from outside that is unwell at
 * times, and the flow told anew.
 */
final class PaperSpeech {
  private final Published published;
  private final Lookups lookups;
  private final UUID account = new UUID(1, 0);
  private final UUID candidate = new UUID(2, 0);
  private final PaperBook book;
  private final PaperTeam team;
  private final PaperPhone phone;

  PaperSpeech(
      Definition definition, Lookups lookups, PaperBook book, PaperTeam team, PaperPhone phone) {
    this.published = new Published(definition, 1, 0);
    this.lookups = lookups;
    this.book = book;
    this.team = team;
    this.phone = phone;
  }

  void answer() {
    List<MessageReceived> open = book.state.inbox().open();
    UUID named = Sayings.named(book.state).orElse(open.getFirst()).id();
    turn(Reason.MESSAGES, TurnKey.ofMessage(named), open, 0, null);
  }

  void reopen() {
    long newest = book.state.inbox().open().getLast().seq();
    String key = TurnKey.ofReopening(book.state.journeyId(), newest);
    turn(Reason.WINDOW_CLOSED, key, List.of(), 0, null);
  }

  private void turn(
      Reason reason, String key, List<MessageReceived> messages, int nudge, String due) {
    var turn =
        new Turn(
            account,
            candidate,
            book.state.journeyId(),
            key,
            reason,
            book.state.plan().definition(),
            book.state.plan().number(),
            book.state.talk().language(),
            book.state.talk().stage(),
            book.state.talk().step(),
            book.state.talk().misses(),
            book.state.talk().answers(),
            messages,
            nudge,
            book.state.talk().disclosed(),
            new Turn.Moment(book.now, book.windowOpen(), due, book.state.appointments(), "BR"));
    Proposal proposal = Routing.propose(published, turn, lookups, PaperOutside::ask);
    ProposalCheck.fault(book.state.plan(), book.state, proposal)
        .ifPresent(fault -> book.faults.add("what may not be was proposed: " + fault));
    JourneyState before = book.state;
    JourneyState after = Reviews.begun(before, key, reason, proposal, book.now);
    if (after.inReview() == null) {
      book.hold(after);
    } else if (before.inReview() == null) {
      team.tell(Silences.alerted(after, false, false), Desk.Kind.REVIEW);
    } else {
      book.record(after);
    }
  }

  void say() {
    Saying saying = book.state.outgoing().saying();
    if (!saying.finished()) {
      phone.receives(saying);
    }
    JourneyState before = book.state;
    if (saying.finished() || saying.last()) {
      book.record(Moves.said(before, saying, book.now));
      if (book.state.needsHuman() != null && before.needsHuman() == null) {
        team.tell(Silences.alerted(book.state, false, false), Desk.Kind.NEEDS_HUMAN);
      }
    } else {
      book.hold(Sayings.said(Sayings.paced(book.state, book.now), saying, book.now));
    }
  }

  private boolean canBeTold() {
    return book.windowOpen() && QuietHours.mayAnswer(book.state, book.now);
  }

  void callPerson(MessageReceived by) {
    if (book.state.outgoing().saying() == null && canBeTold()) {
      List<MessageReceived> messages = Arrivals.from(book.state.inbox(), by);
      turn(Reason.PERSON, TurnKey.ofMessage(by.id()), messages, 0, null);
    } else {
      team.needs(Objections.reason(book.state, "asked_for_person"));
    }
  }

  void optOut(MessageReceived by) {
    Saying saying = book.state.outgoing().saying();
    boolean unsettled = saying != null && saying.held() != null && saying.held().until() == null;
    if (book.state.mode() == Mode.BOT && canBeTold() && !unsettled) {
      book.hold(Sayings.cut(book.state));
      List<MessageReceived> messages = Arrivals.from(book.state.inbox(), by);
      turn(Reason.OPT_OUT, TurnKey.ofMessage(by.id()), messages, 0, null);
    } else {
      end(Ending.OPTED_OUT);
    }
  }

  void end(Ending ending) {
    book.record(Moves.ended(book.state, ending, book.now));
  }

  void nudge(Act.Nudge nudge) {
    String owed = book.state.silence().owedKey();
    book.hold(Silences.nudged(book.state, nudge.number() - 1));
    if (nudge.send()) {
      turn(Reason.NUDGE, TurnKey.ofNudge(owed, nudge.number()), List.of(), nudge.number(), null);
    } else {
      book.record(Silences.nudged(book.state, nudge.number()));
    }
  }

  void keep(Appointment appointment) {
    String key = TurnKey.ofAppointment(book.state.journeyId(), appointment);
    turn(Reason.DUE, key, List.of(), 0, appointment.id());
  }

  void resume(UUID handback) {
    if (book.state.inbox().open().isEmpty()
        && (book.state.talk().step() != null || Resuming.owed(book.state))
        && book.windowOpen()) {
      turn(Reason.RESUME, TurnKey.ofResume(handback), List.of(), 0, null);
    }
  }

  void reviewOverdue() {
    Review.Waiting waiting = book.state.inReview();
    switch (Reviews.overdue(book.state)) {
      case OVERDUE_SENT -> book.record(Reviews.sent(book.state, book.now));
      case OVERDUE_DROPPED ->
          book.record(Reviews.dropped(book.state, Review.Fate.OVERDUE_DROPPED, book.now));
      default -> {
        book.hold(Reviews.closed(book.state, Review.Fate.OVERDUE_HUMAN, book.now));
        String why = waiting.proposal().needsHuman();
        team.needs(why == null ? "review_overdue" : why);
      }
    }
  }
}
