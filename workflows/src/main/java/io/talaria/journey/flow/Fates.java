package io.talaria.journey.flow;

import io.talaria.journey.JourneyState;
import io.talaria.journey.Mode;
import io.talaria.journey.Outgoing.Held;
import io.talaria.journey.Outgoing.Saying;
import io.talaria.journey.SendDelivered;
import io.talaria.journey.SendSettled;
import io.talaria.journey.rule.LateFailures;
import io.talaria.journey.rule.LaterTemplates;
import io.talaria.journey.rule.LongHold;
import io.talaria.journey.rule.LongHold.Fate;
import io.talaria.journey.rule.Objections;
import io.talaria.journey.rule.OnQueue;
import io.talaria.journey.rule.PlannedStarts;
import io.talaria.journey.rule.Sayings;
import io.talaria.journey.rule.Silences;
import io.talaria.port.Delivered.Outcome;
import io.talaria.port.Delivery.Author;
import io.talaria.port.Desk;
import io.talaria.port.Turn.Reason;
import io.talaria.port.TurnKey;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What became of sends: the outcomes of queued ones, and what WhatsApp tells afterwards. */
final class Fates {
  private final Book book;
  private final Team team;
  private final Sends sends;
  private final Speech speech;
  private final Refusals refusals;
  private final PeoplesWords words;

  /** Told before the send's own answer was collected: statuses may overtake it. */
  private final Map<String, SendSettled> settledEarly = new HashMap<>();

  private final Set<String> deliveredEarly = new HashSet<>();

  Fates(Book book, Team team, Sends sends, Speech speech, Refusals refusals, PeoplesWords words) {
    this.book = book;
    this.team = team;
    this.sends = sends;
    this.speech = speech;
    this.refusals = refusals;
    this.words = words;
  }

  /** Goes on from the queued send's outcome, if it is known. */
  void collect() {
    sends
        .collect()
        .ifPresent(
            answer -> {
              Fate fate = whileHeld(answer);
              if (fate == Fate.WAIT) {
                sends.queue(answer.delivery(), answer.urgency(), answer.kind());
                return;
              }
              if (answer.gaveUp()) {
                speech.brake().dropQueued(answer.delivery().key());
              }
              went(fate == Fate.WINDOW_CLOSED ? answer.windowClosed() : answer);
              SendSettled early = settledEarly.remove(answer.delivery().key());
              if (early != null) {
                settled(early);
              }
            });
  }

  private void went(Sends.Answer answer) {
    if (answer.delivery().author() == Author.RECRUITER) {
      words.collected(answer);
    } else if (answer.kind() == OnQueue.CALLED_BACK
        && answer.delivered().outcome() == Outcome.BRAKED) {
      speech.calledBack(answer.delivery().key());
    } else {
      speech.said(answer.delivery().key(), answer.delivered());
    }
  }

  /** What becomes of a send that gave up; of any other, nothing more. */
  private Fate whileHeld(Sends.Answer answer) {
    if (!answer.held() || !Versions.HELD_NUMBERS_WAIT.atLeast(1)) {
      return Fate.GIVE_UP;
    }
    boolean bots = answer.delivery().author() == Author.BOT;
    Saying saying = bots ? book.state().outgoing().saying() : null;
    Reason reason = saying == null ? null : saying.reason();
    return LongHold.of(book.state(), answer.delivery(), reason, book.now());
  }

  /** The outcome of an uncertain send is known, or an accepted one failed. */
  void settled(SendSettled fact) {
    if (sends.waitsFor(fact.key())) {
      settledEarly.put(fact.key(), fact);
      return;
    }
    Saying saying = book.state().outgoing().saying();
    Held held = saying == null ? null : saying.held();
    if (saying != null && held != null && held.key().equals(fact.key())) {
      if (!fact.arrived()) {
        refusals.refused(saying, fact.key(), fact.treatment());
      } else if (held.until() == null) {
        book.hold(Sayings.accepted(book.state(), book.now()));
        seenEarly();
      }
    } else if (!fact.arrived()) {
      late(fact, saying);
    }
  }

  /** What nothing waits behind did not arrive. */
  private void late(SendSettled fact, @Nullable Saying saying) {
    JourneyState state = book.state();
    boolean question = fact.key().equals(state.silence().owedKey());
    if (!Versions.LATE_FAILURES_ARE_TOLD.atLeast(1)) {
      if (question) {
        failed(fact);
      }
      return;
    }
    LateFailures.Fate fate = LateFailures.of(state, fact.key(), fact.treatment());
    if (fate == LateFailures.Fate.NOTHING || isDroppedReminder(fact)) {
      return;
    }
    if (saying != null && saying.key().equals(TurnKey.turn(fact.key()))) {
      ended(saying, fact);
      return;
    }
    book.hold(LateFailures.noticed(state, fact.key()));
    switch (fate) {
      case NOTHING -> {}
      case WINDOW_CLOSED -> book.hold(Silences.windowClosed(book.state()));
      case QUESTION -> failed(fact);
      case CALL -> callPerson(fact);
      case TELL -> team.tellSendProblem(fact.key());
    }
  }

  /** As when a limit of WhatsApp's refuses it at once. */
  private static boolean isDroppedReminder(SendSettled fact) {
    return TurnKey.reminds(TurnKey.turn(fact.key()))
        && LaterTemplates.isOfLimits(fact.treatment())
        && Versions.tryLater(fact.treatment());
  }

  /** The rest of a reply isn't said when something before it did not arrive. */
  private void ended(Saying saying, SendSettled fact) {
    if (sends.waitsFor(TurnKey.bubble(saying.key(), saying.next()))) {
      speech.drop();
    }
    refusals.refused(saying, fact.key(), fact.treatment());
  }

  private void callPerson(SendSettled fact) {
    String reason = Objections.reason(book.state(), "send_failed");
    team.callPerson(reason, fact.key(), Desk.Kind.SEND_PROBLEM);
  }

  /** A send has arrived: the bubble after it may go. */
  void delivered(SendDelivered fact) {
    deliveredEarly.add(fact.key());
    seenEarly();
  }

  /** Releases a reply that waits for an arrival which was told already. */
  void seenEarly() {
    Saying saying = book.state().outgoing().saying();
    Held held = saying == null ? null : saying.held();
    if (held != null && deliveredEarly.contains(held.key())) {
      book.hold(Sayings.released(book.state()));
    }
    if (saying == null && !sends.waiting()) {
      deliveredEarly.clear();
    }
  }

  /** What the candidate owes an answer to never arrived: the template asks, or a person is told. */
  private void failed(SendSettled fact) {
    JourneyState state = book.state();
    boolean botMaySpeak =
        state.mode() == Mode.BOT
            && state.needsHuman() == null
            && !state.over()
            && state.outgoing().saying() == null;
    if (LaterTemplates.isPutOff(fact.treatment(), TurnKey.answers(fact.key()))
        && botMaySpeak
        && Versions.tryLater(fact.treatment())) {
      later(fact);
    } else if ("WINDOW".equals(fact.treatment()) && botMaySpeak) {
      book.hold(Silences.windowClosed(state));
      speech.reopen(TurnKey.ofFailed(fact.key()));
    } else {
      callPerson(fact);
    }
  }

  /** As when it is refused at once; what had been accepted needs another key. */
  private void later(SendSettled fact) {
    JourneyState state = book.state();
    String reason = LaterTemplates.reason(fact.treatment()).orElseThrow();
    Optional<Instant> at = LaterTemplates.again(fact.treatment(), fact.at());
    if (at.isPresent() && PlannedStarts.onlyFirstWords(state, fact.key())) {
      book.record(PlannedStarts.unsaid(state, at.get()), List.of());
      return;
    }
    String turn = TurnKey.turn(fact.key());
    at.ifPresent(again -> book.hold(LaterTemplates.trying(state, turn, again)));
    if (TurnKey.isLater(turn)) {
      JourneyState after = book.state().withNeedsHuman(reason);
      book.record(after, book.events(state, after, fact.key()));
    } else {
      team.callPerson(reason, fact.key(), Desk.Kind.SEND_PROBLEM);
    }
  }
}
