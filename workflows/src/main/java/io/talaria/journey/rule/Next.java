package io.talaria.journey.rule;

import io.talaria.definition.Plan.Overdue;
import io.talaria.definition.Plan.Times;
import io.talaria.journey.JourneyState;
import io.talaria.journey.JourneyState.End;
import io.talaria.journey.MessageReceived;
import io.talaria.journey.Mode;
import io.talaria.journey.Outgoing.Held;
import io.talaria.journey.Outgoing.Saying;
import io.talaria.journey.Review.Waiting;
import io.talaria.journey.Silence;
import io.talaria.port.Turn.Reason;
import io.talaria.port.TurnKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Decides what a journey does next, from its state and the time alone. */
public final class Next {
  private Next() {}

  /** The next act of a run that reads words as closely as it can, with nothing on the queue. */
  public static Act of(JourneyState state, Instant typingUntil, boolean untaken, Instant now) {
    return of(state, Reading.CLOSE, typingUntil, untaken, OnQueue.NOTHING, now);
  }

  /**
   * The next act.
   *
   * @param reading how what the candidate wrote is read
   * @param typingUntil the candidate may still be typing until then
   * @param untaken whether something came in that the journal doesn't show as taken in
   */
  public static Act of(
      JourneyState state,
      Reading reading,
      Instant typingUntil,
      boolean untaken,
      OnQueue queue,
      Instant now) {
    End end = state.end();
    if (end != null) {
      return afterEnd(state, end, untaken, now);
    }
    List<MessageReceived> open = state.inbox().open();
    Saying saying = state.outgoing().saying();
    boolean stopping = saying != null && saying.reason() == Reason.OPT_OUT;
    Optional<MessageReceived> stop = Calls.toStop(state, reading);
    if (!stopping && stop.isPresent()) {
      return new Act.OptOut(stop.get());
    }
    Optional<MessageReceived> objection = Objections.raised(state, reading);
    if (!stopping && objection.isPresent()) {
      return new Act.NoteObjection(objection.get());
    }
    if (queue == OnQueue.UNASKED && QuietHours.are(state, now)) {
      return new Act.CallBack();
    }
    boolean sending = queue != OnQueue.NOTHING;
    if (!sending && !state.outgoing().words().isEmpty()) {
      return new Act.SayForPerson();
    }
    if (!sending && PlanMoves.ready(state)) {
      return new Act.ChangePlan();
    }
    // The confirmation of a STOP is owed also by a journey that waits for a person.
    boolean silent = state.mode() == Mode.HUMAN || state.watched();
    if (untaken && Calls.whileWatched(state, reading)) {
      return new Act.CallPerson(Calls.forPerson(state, reading).orElseThrow());
    }
    if (silent || (state.needsHuman() != null && !stopping)) {
      return untaken ? new Act.TakeIn() : whileItWaits(state, queue, now);
    }
    if (saying != null) {
      return rest(state, reading, saying, untaken, queue, now);
    }
    Waiting waiting = state.inReview();
    if (waiting != null) {
      return inReview(state, reading, waiting, typingUntil, untaken, now);
    }
    if (!open.isEmpty()) {
      return botTurn(state, reading, open, typingUntil, now);
    }
    return untaken ? new Act.TakeIn() : whenDue(state, now, true);
  }

  private static Act afterEnd(JourneyState state, End end, boolean untaken, Instant now) {
    if (!state.inbox().open().isEmpty()) {
      return new Act.TellAfterEnd();
    }
    if (!state.hold().waiting().isEmpty() || !state.outgoing().words().isEmpty()) {
      return new Act.DropWords();
    }
    if (untaken) {
      return new Act.TakeIn();
    }
    Instant close = end.at().plus(state.plan().times().afterEnd());
    return now.isBefore(close) ? new Act.Wait(close, "closes") : new Act.Close();
  }

  /** A reply under way goes on bubble by bubble; nothing else of the bot overtakes it. */
  private static Act rest(
      JourneyState state,
      Reading reading,
      Saying saying,
      boolean untaken,
      OnQueue queue,
      Instant now) {
    if (pointless(state, saying, now)) {
      return new Act.Drop();
    }
    Held held = saying.held();
    boolean unknown = held != null && held.until() == null;
    if (queue != OnQueue.NOTHING || unknown) {
      Optional<MessageReceived> call = Calls.forPerson(state, reading);
      if (saying.reason() != Reason.PERSON && call.isPresent()) {
        return new Act.CallPerson(call.get());
      }
      return untaken ? new Act.TakeIn() : whileItWaits(state, queue, now);
    }
    Instant until = PairPace.freeAt(state.outgoing().paced(), now);
    if (held != null && held.until() != null && held.until().isAfter(until)) {
      until = held.until();
    }
    if (QuietHours.holdBack(state, saying)) {
      until = QuietHours.endsBy(state, until.isAfter(now) ? until : now);
    }
    if (saying.finished() || !now.isBefore(until)) {
      return new Act.Say();
    }
    return untaken
        ? new Act.TakeIn()
        : whicheverComesFirst(whenDue(state, now, false), until, "next bubble");
  }

  private static Act whileItWaits(JourneyState state, OnQueue queue, Instant now) {
    Act due = whenDue(state, now, false);
    return queue == OnQueue.UNASKED
        ? QuietHours.beginSoon(state, now)
            .map(at -> whicheverComesFirst(due, at, QuietHours.BEGIN))
            .orElse(due)
        : due;
  }

  /**
   * A proposal waits for a recruiter. The candidate is not answered meanwhile, and the team hears
   * of that as ever; what they write, or a closed window, has the bot think again.
   */
  private static Act inReview(
      JourneyState state,
      Reading reading,
      Waiting waiting,
      Instant typingUntil,
      boolean untaken,
      Instant now) {
    Instant closes = ServiceWindow.closesAt(state.silence().windowFrom());
    boolean open = now.isBefore(closes);
    if (Reviews.outdated(state, waiting) || (!open && !state.inbox().open().isEmpty())) {
      return botTurn(state, reading, state.inbox().open(), typingUntil, now);
    }
    if (!open) {
      return new Act.DropReview();
    }
    Instant overdue = overdue(state, waiting);
    if (!now.isBefore(overdue)) {
      return new Act.ReviewOverdue();
    }
    if (untaken) {
      return new Act.TakeIn();
    }
    Instant until = overdue.isBefore(closes) ? overdue : closes;
    return whicheverComesFirst(whenDue(state, now, false), until, "review");
  }

  /** What would leave since nobody decided must not leave in quiet hours; a person may send it. */
  private static Instant overdue(JourneyState state, Waiting waiting) {
    List<MessageReceived> open = state.inbox().open();
    if (waiting.then() != Overdue.SEND) {
      return waiting.until();
    }
    return open.isEmpty()
        ? QuietHours.endsBy(state, waiting.until())
        : QuietHours.answersFrom(state, open, waiting.until());
  }

  /** A reminder to somebody who has written, or a template into an open window. */
  private static boolean pointless(JourneyState state, Saying saying, Instant now) {
    return switch (saying.reason()) {
      case NUDGE, DUE -> !state.inbox().open().isEmpty();
      case RESUME -> !state.inbox().open().isEmpty() || missedItsWindow(state, now);
      case WINDOW_CLOSED -> ServiceWindow.isOpen(state.silence().windowFrom(), now);
      case MESSAGES, PERSON, OPT_OUT -> false;
    };
  }

  /** A question that waited for the end of the quiet hours may find its window closed. */
  private static boolean missedItsWindow(JourneyState state, Instant now) {
    return state.clocks().quiet() != null
        && !ServiceWindow.isOpen(state.silence().windowFrom(), now);
  }

  private static Act whicheverComesFirst(Act due, Instant until, String what) {
    return due instanceof Act.Wait wait && (wait.until() == null || until.isBefore(wait.until()))
        ? new Act.Wait(until, what)
        : due;
  }

  private static Act botTurn(
      JourneyState state,
      Reading reading,
      List<MessageReceived> open,
      Instant typingUntil,
      Instant now) {
    Optional<MessageReceived> call = Calls.forPerson(state, reading);
    if (call.isPresent()) {
      return new Act.CallPerson(call.get());
    }
    if (now.isBefore(typingUntil)) {
      return new Act.Wait(typingUntil, "typing pause");
    }
    boolean reachable =
        ServiceWindow.isOpen(state.silence().windowFrom(), now) && Sayings.named(state).isPresent();
    if (!reachable && state.silence().reopenedFor() == open.getLast().seq()) {
      return whenDue(state, now, true);
    }
    Instant from = QuietHours.answersFrom(state, open, now);
    if (now.isBefore(from)) {
      return whicheverComesFirst(whenDue(state, now, true), from, "quiet hours end");
    }
    return reachable ? new Act.Answer() : new Act.Reopen();
  }

  /** The earliest of the journey's deadlines: its act when it has come, else the wait for it. */
  private static Act whenDue(JourneyState state, Instant now, boolean botSpeaks) {
    Times times = state.plan().times();
    Silence silence = state.silence();
    var earliest = new Earliest(now);
    Instant waits = silence.weOweSince();
    if (waits != null && !silence.waitAlerted()) {
      earliest.consider(TeamTime.after(state, waits, times.waiting()), new Act.AlertWaiting());
    }
    LaterTemplates.due(state)
        .ifPresent(
            again ->
                earliest.consider(
                    QuietHours.endsBy(state, again.at()),
                    new Act.AskAgain(TurnKey.ofLater(again.key(), again.at()))));
    Instant silentSince = silence.candidateOwesSince();
    earliest.consider(
        silentSince, HighValue.atRisk(state), silence.atRisk(), new Act.AlertAtRisk());
    Escalating.dueAt(state).ifPresent(at -> earliest.consider(at, new Act.Escalate()));
    Escalating.windowToldAt(state, now)
        .ifPresent(at -> earliest.consider(at, new Act.AlertWindowClosing()));
    Scheduling.next(state).ifPresent(s -> earliest.consider(s.at(), new Act.SendScheduled(s.id())));
    if (state.mode() == Mode.HUMAN) {
      OwnerSilence.warnsAt(state).ifPresent(at -> earliest.consider(at, new Act.WarnOwner()));
      OwnerSilence.returnsAt(state).ifPresent(at -> earliest.consider(at, new Act.ReturnToBot()));
    }
    if (botSpeaks && state.inbox().open().isEmpty()) {
      state
          .appointments()
          .forEach(a -> earliest.consider(QuietHours.endsBy(state, a.at()), new Act.Keep(a)));
    }
    if (botSpeaks && silentSince != null) {
      nudge(state, silentSince, now, earliest);
    }
    // Where another system speaks, a candidate who is silent too long is lost all the same.
    boolean bots = state.mode() == Mode.BOT && state.needsHuman() == null;
    if (silentSince != null && (botSpeaks || (state.watched() && bots))) {
      earliest.consider(silentSince, times.dropOff(), false, new Act.DropOff());
    }
    return earliest.act();
  }

  /** Of several reminders that are due at once only the last one counts. */
  private static void nudge(
      JourneyState state, Instant silentSince, Instant now, Earliest earliest) {
    List<Duration> nudges = state.plan().times().nudges();
    int next = state.silence().nudges();
    while (next + 1 < nudges.size()
        && !now.isBefore(QuietHours.endsBy(state, silentSince.plus(nudges.get(next + 1))))) {
      next++;
    }
    if (next < nudges.size()) {
      boolean open = ServiceWindow.isOpen(state.silence().windowFrom(), now);
      Instant due = QuietHours.endsBy(state, silentSince.plus(nudges.get(next)));
      // One that is overdue, since nothing ran, waits for the end of the quiet hours as well.
      Instant free = QuietHours.endsBy(state, now);
      earliest.consider(
          due.isBefore(now) && free.isAfter(now) ? free : due, new Act.Nudge(next + 1, open));
    }
  }
}
