package io.talaria.journey.flow;

import io.talaria.journey.Answered;
import io.talaria.journey.CancelScheduled;
import io.talaria.journey.JourneyState;
import io.talaria.journey.Mode;
import io.talaria.journey.Outgoing.Held;
import io.talaria.journey.Outgoing.Saying;
import io.talaria.journey.Outgoing.Words;
import io.talaria.journey.ProactiveMessage;
import io.talaria.journey.Reply;
import io.talaria.journey.ReplyReceipt;
import io.talaria.journey.ReplyReceipt.Standing;
import io.talaria.journey.ScheduleReply;
import io.talaria.journey.Scheduled;
import io.talaria.journey.SettleSend;
import io.talaria.journey.rule.Arrivals;
import io.talaria.journey.rule.Holding;
import io.talaria.journey.rule.LateFailures;
import io.talaria.journey.rule.OnQueue;
import io.talaria.journey.rule.Sayings;
import io.talaria.journey.rule.Scheduling;
import io.talaria.port.Delivered;
import io.talaria.port.Delivered.Outcome;
import io.talaria.port.Delivery;
import io.talaria.port.Delivery.Author;
import io.talaria.port.Desk;
import io.talaria.port.JourneyEvent;
import io.talaria.port.JourneyWrite;
import io.talaria.port.Outbound;
import io.talaria.port.TurnKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What people say to the candidate: as the holder, beside the bot, or at a time. Each tries to
 * leave at once; what can't is said in its order on the governed queue.
 */
final class PeoplesWords {
  /** More than any message's number. */
  private static final long ALL = Long.MAX_VALUE;

  private static final String ENDED = "send.refused.ended";

  private final Book book;
  private final Team team;
  private final Sends sends;
  private final Speech speech;

  PeoplesWords(Book book, Team team, Sends sends, Speech speech) {
    this.book = book;
    this.team = team;
    this.sends = sends;
    this.speech = speech;
  }

  void reply(Reply request) {
    answering(request.requestId(), request.operatorId(), request.content());
  }

  /**
   * Says again what perhaps never left. It answers what the first try was to answer and nothing
   * newer: whoever decides may not have read that.
   */
  void again(SettleSend request, Outbound content, List<UUID> inputIds) {
    long upTo = Arrivals.lastOf(book.state().inbox(), inputIds);
    sayAndAnswer(
        new Words(
            request.requestId(), request.operatorId(), content, request.key(), upTo, false, false));
  }

  /** The holder's words answer the candidate, whatever they were sent as. */
  void sendProactive(ProactiveMessage request) {
    if (book.state().mode() == Mode.HUMAN) {
      answering(request.requestId(), request.operatorId(), request.content());
    } else {
      sayAndAnswer(
          new Words(
              request.requestId(), request.operatorId(), request.content(), null, 0, true, false));
    }
  }

  private void answering(UUID requestId, UUID operatorId, Outbound content) {
    sayAndAnswer(new Words(requestId, operatorId, content, null, ALL, false, false));
  }

  void schedule(ScheduleReply request) {
    JourneyState kept = Holding.acted(Scheduling.kept(book.state(), request), book.now());
    book.answer(
        kept,
        List.of(),
        new Answered(request.requestId(), Scheduling.receipt(book.state(), request)));
  }

  void cancel(CancelScheduled request) {
    JourneyState without = Scheduling.without(book.state(), request.scheduled());
    book.answer(
        Holding.acted(without, book.now()),
        List.of(),
        new Answered(request.requestId(), Scheduling.receipt(request)));
  }

  /** Sends what was scheduled for now, or tells its writer why not. */
  void sendScheduled(UUID id) {
    Scheduled scheduled = Scheduling.find(book.state(), id).orElseThrow();
    Optional<String> hindrance = Scheduling.hindrance(book.state(), scheduled, book.now());
    if (hindrance.isPresent()) {
      notSent(scheduled, hindrance.get());
      return;
    }
    Delivered delivered = say(Scheduling.words(book.state(), scheduled));
    switch (delivered.outcome()) {
      case SENT, UNCERTAIN, DEFERRED -> {}
      case BRAKED, REJECTED, ADOPT, GONE, OUTDATED -> notSent(scheduled, reason(delivered));
    }
  }

  /** The journey ended before their time came, or while they waited for the governed queue. */
  void dropAll() {
    List<Words> queued = book.state().outgoing().words();
    if (!queued.isEmpty()) {
      sends.drop();
      speech.brake().dropQueued();
    }
    var events = new ArrayList<JourneyEvent>();
    for (Scheduled scheduled : book.state().hold().waiting()) {
      events.add(notSentEvent(scheduled, ENDED));
    }
    for (Words words : queued) {
      events.add(
          new JourneyEvent.ScheduledNotSent(
              words.requestId().toString(),
              book.now(),
              words.operatorId(),
              null,
              ENDED,
              words.content().body()));
    }
    team.tellScheduledNotSent(Scheduling.dropped(Sayings.silenced(book.state())), events);
  }

  private void notSent(Scheduled scheduled, String problem) {
    team.tellScheduledNotSent(
        Scheduling.notSent(book.state(), scheduled.id(), problem),
        List.of(notSentEvent(scheduled, problem)));
  }

  private JourneyEvent notSentEvent(Scheduled scheduled, String problem) {
    return Scheduling.notSentEvent(scheduled, problem, book.now());
  }

  private void sayAndAnswer(Words words) {
    Delivered delivered = say(words);
    Standing standing =
        switch (delivered.outcome()) {
          case SENT -> Standing.SENT;
          case UNCERTAIN -> Standing.UNCERTAIN;
          case DEFERRED -> Standing.QUEUED;
          case REJECTED, BRAKED, ADOPT, GONE, OUTDATED -> Standing.NOT_SENT;
        };
    boolean refused = standing == Standing.NOT_SENT;
    answer(
        words.requestId(),
        new ReplyReceipt(
            key(words),
            standing,
            refused ? reason(delivered) : null,
            refused ? delivered.errorCode() : null));
  }

  private static String reason(Delivered delivered) {
    if (delivered.outcome() == Outcome.BRAKED) {
      return "send.refused.takeover";
    }
    return delivered.reason() == null ? "send.refused.left" : delivered.reason();
  }

  void answer(UUID requestId, ReplyReceipt receipt) {
    book.answer(
        Holding.acted(book.state(), book.now()), List.of(), new Answered(requestId, receipt));
  }

  /** Tries once; what is DEFERRED waits in the journey's state and is said when its turn comes. */
  private Delivered say(Words words) {
    speech.yieldReminder(Versions.REMINDERS_YIELD);
    boolean again = words.insteadOf() != null;
    JourneyState after = Sayings.left(book.state(), words, key(words), book.now());
    JourneyWrite write = again ? null : book.write(after.revised(), events(words));
    Delivered delivered = sends.now(delivery(words, write));
    if (delivered.written()) {
      book.recorded(after.revised());
    } else if (delivered.outcome() == Outcome.DEFERRED) {
      book.hold(Sayings.queued(book.state(), words));
    } else {
      said(words, delivered);
    }
    if (delivered.outcome() == Outcome.BRAKED) {
      speech.brake().meets(key(words));
    }
    return delivered;
  }

  /** Puts the oldest words that wait on the governed queue. */
  void sayNext() {
    Words words = book.state().outgoing().words().getFirst();
    sends.queue(delivery(words, null), Ports.Urgency.PERSON, OnQueue.SOMETHING);
  }

  /** Goes on from what became of words that waited. */
  void collected(Sends.Answer answer) {
    Words words = book.state().outgoing().words().getFirst();
    Delivered delivered = answer.delivered();
    if (delivered.outcome() == Outcome.BRAKED) {
      // Handed back meanwhile: they go under the epoch that holds now.
      if (book.state().hold().epoch() == answer.delivery().epoch()) {
        speech.brake().meets(answer.delivery().key());
      }
      return;
    }
    book.hold(Sayings.unqueued(book.state(), words));
    said(words, delivered);
    if (delivered.outcome() == Outcome.REJECTED) {
      team.callPerson("send_rejected", key(words), Desk.Kind.SEND_PROBLEM);
    } else if (book.unrecorded()) {
      book.record(book.state(), List.of());
    }
  }

  private void said(Words words, Delivered delivered) {
    boolean left = delivered.outcome() == Outcome.SENT || delivered.outcome() == Outcome.UNCERTAIN;
    if (delivered.outcome() == Outcome.REJECTED) {
      // Their writer is told: a status that says the same is no news.
      book.hold(LateFailures.noticed(book.state(), key(words)));
    }
    if (holdsReply(words)) {
      saidAgain(words, delivered);
    } else if (left) {
      book.record(Sayings.left(book.state(), words, key(words), book.now()), events(words));
    }
  }

  /** The uncertain bubble of a reply was sent again by a person: its rest follows this one. */
  private void saidAgain(Words words, Delivered delivered) {
    JourneyState paced = Sayings.paced(book.state(), book.now());
    switch (delivered.outcome()) {
      case SENT -> book.hold(followed(paced, key(words)));
      case UNCERTAIN -> book.hold(Sayings.heldBy(paced, key(words)));
      // Nothing settles the first try any more: the bot meets its row, and calls a person.
      case REJECTED, BRAKED, ADOPT, GONE, OUTDATED -> book.hold(Sayings.cut(book.state()));
      case DEFERRED -> {}
    }
  }

  /** What was sent again is followed as the first try would have been. */
  private JourneyState followed(JourneyState state, String key) {
    JourneyState followed = Sayings.accepted(Sayings.heldBy(state, key), book.now());
    return Sayings.awaitsArrival(followed) && !Versions.AGAIN_ARRIVES.atLeast(1)
        ? Sayings.released(state)
        : followed;
  }

  private boolean holdsReply(Words words) {
    Saying saying = book.state().outgoing().saying();
    Held held = saying == null ? null : saying.held();
    return held != null && held.key().equals(words.insteadOf());
  }

  /** Who reads the story can't tell these from a holder's words otherwise. */
  private List<JourneyEvent> events(Words words) {
    if (!words.proactive() && !words.scheduled()) {
      return List.of();
    }
    return List.of(
        new JourneyEvent.OperatorMessage(
            words.requestId().toString(),
            book.now(),
            words.operatorId(),
            key(words),
            words.proactive(),
            words.scheduled()));
  }

  private Delivery delivery(Words words, @Nullable JourneyWrite after) {
    boolean tellArrival = holdsReply(words) && Sayings.followsArrival(book.state());
    return book.delivery(
        key(words),
        0,
        Author.RECRUITER,
        words.operatorId(),
        words.content(),
        null,
        tellArrival,
        after);
  }

  private static String key(Words words) {
    return TurnKey.bubble(TurnKey.ofRequest(words.requestId()), 0);
  }
}
