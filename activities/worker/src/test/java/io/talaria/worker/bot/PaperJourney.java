package io.talaria.worker.bot;

import io.talaria.journal.definition.Answer;
import io.talaria.journal.definition.Definition;
import io.talaria.journal.definition.Step;
import io.talaria.journey.Ending;
import io.talaria.journey.Holder;
import io.talaria.journey.JourneyState;
import io.talaria.journey.MessageReceived;
import io.talaria.journey.Mode;
import io.talaria.journey.Review;
import io.talaria.journey.ReviewDecision;
import io.talaria.journey.rule.Act;
import io.talaria.journey.rule.Arrivals;
import io.talaria.journey.rule.Escalating;
import io.talaria.journey.rule.Holding;
import io.talaria.journey.rule.Moves;
import io.talaria.journey.rule.Next;
import io.talaria.journey.rule.Objections;
import io.talaria.journey.rule.Reviews;
import io.talaria.journey.rule.Sayings;
import io.talaria.journey.rule.Silences;
import io.talaria.journey.rule.TypingPause;
import io.talaria.port.Desk;
import io.talaria.port.Outbound;
import io.talaria.port.TurnKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * A journey without an engine: the real rules ({@code Next}, {@code Moves}, {@code Sayings}, {@code
 * Reviews}) and the real script, a clock that is set, and a main loop told anew. Every send
 * arrives.
 */
final class PaperJourney {
  private static final UUID PERSON = new UUID(1, 1);
  private static final int ACTS_AT_ONCE = 200;

  private final Definition definition;
  private final PaperSpeech speech;
  private final PaperBook book;
  private final PaperTeam team;
  private final PaperPhone phone;
  private final Set<String> met = new TreeSet<>();
  private Instant typingUntil = Instant.EPOCH;
  private int number;

  PaperJourney(Definition definition, Lookups lookups, Instant start) {
    this.definition = definition;
    this.book = new PaperBook(definition, start);
    this.team = new PaperTeam(book);
    this.phone = new PaperPhone(book, definition.hours());
    this.speech = new PaperSpeech(definition, lookups, book, team, phone);
    book.begin();
  }

  PaperBook book() {
    return book;
  }

  List<Outbound.Choice> offered() {
    return phone.offered;
  }

  /** Whether somebody waits for the team, and nobody has acted yet. */
  boolean called() {
    return team.called;
  }

  /** Whether nothing at all is to come, unless somebody writes. */
  boolean rests() {
    return book.state == null || next() instanceof Act.Wait wait && wait.until() == null;
  }

  /** Whether it has closed, or a person knows of it. */
  boolean isKnown() {
    return book.state == null || team.knows(phone.spoken);
  }

  Optional<Answer> asked() {
    String step = book.state == null ? null : book.state.talk().step();
    return step == null ? Optional.empty() : definition.question(step).map(Step.Ask::answer);
  }

  /** What the candidate was asked for, when they wrote. */
  Set<String> met() {
    return met;
  }

  void hears(MessageReceived message) {
    book.begin();
    asked().ifPresent(answer -> met.add(answer.getClass().getSimpleName()));
    book.note("> %s %s".formatted(message.kind(), message.text()));
    book.heard.put(message.seq(), message.text());
    phone.wrote(message.sentAt());
    book.hold(Moves.received(book.state, message));
    book.untaken();
    typingUntil =
        book.now.plus(TypingPause.after(book.state.inbox().open(), book.state.plan().times()));
    settle();
  }

  void takenOver() {
    if (book.state == null || book.state.over() || book.state.mode() == Mode.HUMAN) {
      return;
    }
    var holder = new Holder(new UUID(4, ++number), PERSON, "Camila", book.now);
    book.record(Holding.taken(book.state, holder, book.state.hold().epoch() + 1, List.of()));
    book.note("a person takes over");
    team.called = true;
    settle();
  }

  void seenTo() {
    team.called = false;
    if (book.state == null || book.state.over()) {
      return;
    }
    Review.Waiting waiting = book.state.inReview();
    UUID id = new UUID(4, ++number);
    if (waiting != null) {
      List<String> texts = waiting.proposal().messages().stream().map(Outbound::body).toList();
      book.record(
          Reviews.approved(
              book.state,
              new ReviewDecision(
                  id,
                  PERSON,
                  "Camila",
                  waiting.version(),
                  ReviewDecision.Choice.APPROVE,
                  texts,
                  null),
              book.now));
      book.note("a person approves");
    } else {
      takenOver();
      team.called = false;
      String key = TurnKey.bubble(TurnKey.ofRequest(id), 0);
      book.record(Moves.personWrote(book.state, key, book.now, Long.MAX_VALUE));
      book.record(
          Holding.returned(
              Objections.decided(book.state, book.now), book.state.hold().epoch() + 1));
      book.note("a person writes, and gives back");
      speech.resume(id);
    }
    settle();
  }

  void passes(Duration time) {
    Instant until = book.now.plus(time);
    while (book.state != null && dueBy(until)) {
      settle();
    }
    book.now = until;
    settle();
  }

  Duration toNext() {
    return book.state != null && next() instanceof Act.Wait wait && wait.until() != null
        ? Duration.between(book.now, wait.until())
        : Duration.ofDays(500);
  }

  private boolean dueBy(Instant until) {
    if (!(next() instanceof Act.Wait wait)) {
      return true;
    }
    if (wait.until() == null || wait.until().isAfter(until)) {
      return false;
    }
    if (!wait.until().isAfter(book.now)) {
      book.faults.add("waits for what is over: " + wait);
      return false;
    }
    book.now = wait.until();
    return true;
  }

  private Act next() {
    return Next.of(book.state, typingUntil, book.unrecorded(), book.now);
  }

  private void settle() {
    for (int i = 0; book.state != null; i++) {
      book.state = Escalating.settled(book.state);
      Act act = next();
      if (act instanceof Act.Wait) {
        return;
      }
      if (i > ACTS_AT_ONCE) {
        book.faults.add("goes round in circles: " + act);
        book.state = null;
        return;
      }
      int before = stage();
      perform(act);
      if (book.state != null && stage() < before) {
        book.faults.add("back to " + book.state.talk().stage());
      }
    }
  }

  private int stage() {
    List<String> stages = book.state.plan().stages().stream().map(s -> s.id()).toList();
    return stages.indexOf(book.state.talk().stage());
  }

  private void perform(Act act) {
    List<MessageReceived> open = book.state.inbox().open();
    switch (act) {
      case Act.Answer answer -> speech.answer();
      case Act.CallPerson call -> speech.callPerson(call.by());
      case Act.OptOut out -> speech.optOut(out.by());
      case Act.NoteObjection objection -> {
        if (Objections.stops(book.state.outgoing().saying())) {
          book.hold(Sayings.cut(book.state));
        }
        book.record(Objections.noted(book.state, objection.by(), book.now));
      }
      case Act.Reopen reopen -> speech.reopen();
      case Act.Say say -> speech.say();
      case Act.Drop drop -> book.hold(Sayings.cut(book.state));
      case Act.ReviewOverdue overdue -> speech.reviewOverdue();
      case Act.DropReview drop ->
          book.record(Reviews.dropped(book.state, Review.Fate.WINDOW_CLOSED, book.now));
      case Act.Nudge nudge -> speech.nudge(nudge);
      case Act.Keep keep -> speech.keep(keep.appointment());
      case Act.AlertAtRisk alert ->
          team.tell(Silences.alerted(book.state, true, false), Desk.Kind.AT_RISK);
      case Act.AlertWaiting alert ->
          team.tell(Silences.alerted(book.state, false, true), Desk.Kind.WAITING);
      case Act.AlertWindowClosing alert ->
          team.tell(
              Silences.alerted(Escalating.windowTold(book.state), false, false),
              Desk.Kind.WINDOW_CLOSING);
      case Act.WarnOwner warn ->
          team.tell(Holding.warned(book.state, book.now), Desk.Kind.OWNER_SILENT);
      case Act.ReturnToBot back -> returnToBot();
      case Act.Escalate escalate -> {
        team.told(Desk.Kind.ESCALATED);
        book.record(Silences.alerted(Escalating.escalated(book.state, book.now), false, false));
      }
      case Act.DropOff drop -> speech.end(Ending.DROPPED);
      case Act.TellAfterEnd tell -> {
        List<UUID> ids = open.stream().map(MessageReceived::id).toList();
        JourneyState shown = book.state.withInbox(Arrivals.answered(book.state.inbox(), ids));
        team.tell(Silences.alerted(shown, false, false), Desk.Kind.AFTER_END);
      }
      case Act.TakeIn takeIn -> book.record(book.state);
      case Act.Close close -> {
        book.note("closes");
        book.state = null;
      }
      default -> throw new IllegalStateException("Not in this life: " + act);
    }
  }

  private void returnToBot() {
    UUID takeover = book.state.hold().holder().takeoverId();
    book.note("goes back to the bot");
    book.record(Holding.returned(book.state, book.state.hold().epoch() + 1));
    if (book.state.needsHuman() == null) {
      speech.resume(takeover);
    }
  }
}
