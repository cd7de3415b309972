package io.talaria.journey.flow;

import io.talaria.journey.CancelScheduled;
import io.talaria.journey.JourneyState;
import io.talaria.journey.JourneyState.Answered;
import io.talaria.journey.JourneyState.Scheduled;
import io.talaria.journey.Mode;
import io.talaria.journey.ProactiveMessage;
import io.talaria.journey.Reply;
import io.talaria.journey.ReplyReceipt;
import io.talaria.journey.ReplyReceipt.Standing;
import io.talaria.journey.ScheduleReply;
import io.talaria.journey.rule.Moves;
import io.talaria.journey.rule.Scheduling;
import io.talaria.port.Delivered;
import io.talaria.port.Delivered.Outcome;
import io.talaria.port.JourneyEvent;
import io.talaria.port.Outbound;
import io.talaria.port.TurnKey;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What recruiters say: at once, beside the bot, or at a time. */
final class PeoplesWords {
  private final Book book;
  private final Team team;
  private final Speech speech;

  PeoplesWords(Book book, Team team, Speech speech) {
    this.book = book;
    this.team = team;
    this.speech = speech;
  }

  void reply(Reply request) {
    send(request.requestId(), request.operatorId(), request.content());
  }

  /** The holder's words answer the candidate, whatever they were sent as. */
  void sendProactive(ProactiveMessage request) {
    if (book.state().mode() == Mode.HUMAN) {
      send(request.requestId(), request.operatorId(), request.content());
      return;
    }
    UUID id = request.requestId();
    JourneyState after = Moves.wroteBeside(book.state(), key(id), book.now());
    JourneyEvent event = left(id, request.operatorId(), true, false);
    answer(id, sent(id, request.operatorId(), request.content(), after, List.of(event)));
  }

  /** Sends what the holder says now. */
  void send(UUID requestId, UUID operatorId, Outbound content) {
    JourneyState after = Moves.personWrote(book.state(), key(requestId), book.now());
    answer(requestId, sent(requestId, operatorId, content, after, List.of()));
  }

  void schedule(ScheduleReply request) {
    JourneyState kept = Moves.acted(Scheduling.kept(book.state(), request), book.now());
    book.answer(
        kept,
        List.of(),
        new Answered(request.requestId(), Scheduling.receipt(book.state(), request)));
  }

  void cancel(CancelScheduled request) {
    JourneyState without = Scheduling.without(book.state(), request.scheduled());
    book.answer(
        Moves.acted(without, book.now()),
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
    boolean beside = book.state().mode() == Mode.BOT;
    JourneyState said = Scheduling.said(book.state(), scheduled, key(id), book.now());
    JourneyEvent event = left(id, scheduled.operatorId(), beside, true);
    Delivered delivered =
        sent(id, scheduled.operatorId(), scheduled.content(), said, List.of(event));
    if (!left(delivered)) {
      String reason = delivered.reason();
      boolean braked = delivered.outcome() == Outcome.BRAKED;
      notSent(
          scheduled,
          reason != null ? reason : braked ? "send.refused.takeover" : "send.refused.left");
    }
  }

  /** The journey ended before their time came. */
  void dropScheduled() {
    List<JourneyEvent> events =
        book.state().hold().waiting().stream()
            .map(scheduled -> event(scheduled, "send.refused.ended"))
            .toList();
    book.record(Moves.alerted(Scheduling.dropped(book.state()), false, false), events);
    team.tellScheduledNotSent();
  }

  void answer(UUID requestId, ReplyReceipt receipt) {
    book.answer(Moves.acted(book.state(), book.now()), List.of(), new Answered(requestId, receipt));
  }

  private void answer(UUID requestId, Delivered delivered) {
    Standing standing =
        switch (delivered.outcome()) {
          case SENT -> Standing.SENT;
          case UNCERTAIN -> Standing.UNCERTAIN;
          case REJECTED, BRAKED, DEFERRED, ADOPT -> Standing.NOT_SENT;
        };
    boolean left = left(delivered);
    answer(
        requestId,
        new ReplyReceipt(
            key(requestId),
            standing,
            left ? null : delivered.reason(),
            left ? null : delivered.errorCode()));
  }

  /** Sends, and records {@code after} when the words left or may have. */
  private Delivered sent(
      UUID id, UUID operatorId, Outbound content, JourneyState after, List<JourneyEvent> events) {
    Delivered delivered = speech.sendForPerson(id, operatorId, content, after, events);
    if (left(delivered) && !delivered.written()) {
      book.record(after, events);
    }
    return delivered;
  }

  private void notSent(Scheduled scheduled, String problem) {
    book.record(
        Moves.alerted(Scheduling.notSent(book.state(), scheduled.id(), problem), false, false),
        List.of(event(scheduled, problem)));
    team.tellScheduledNotSent();
  }

  private JourneyEvent event(Scheduled scheduled, String problem) {
    return new JourneyEvent.ScheduledNotSent(
        scheduled.id().toString(),
        book.now(),
        scheduled.operatorId(),
        scheduled.operatorName(),
        problem,
        scheduled.content().body());
  }

  private JourneyEvent left(UUID id, UUID operatorId, boolean proactive, boolean scheduled) {
    return new JourneyEvent.OperatorMessage(
        id.toString(), book.now(), operatorId, key(id), proactive, scheduled);
  }

  private static boolean left(Delivered delivered) {
    return delivered.outcome() == Outcome.SENT || delivered.outcome() == Outcome.UNCERTAIN;
  }

  private static String key(UUID requestId) {
    return TurnKey.bubble(TurnKey.ofRequest(requestId), 0);
  }
}
