package io.talaria.journey.flow;

import io.talaria.journey.Answered;
import io.talaria.journey.HandBack;
import io.talaria.journey.HandOver;
import io.talaria.journey.HandbackReceipt;
import io.talaria.journey.HoldReceipt;
import io.talaria.journey.Holder;
import io.talaria.journey.JourneyState;
import io.talaria.journey.KeepHold;
import io.talaria.journey.Scheduled;
import io.talaria.journey.TakeOver;
import io.talaria.journey.TakeoverReceipt;
import io.talaria.journey.rule.Holding;
import io.talaria.journey.rule.Objections;
import io.talaria.journey.rule.Reviews;
import io.talaria.journey.rule.Scheduling;
import io.talaria.port.Journal;
import io.talaria.port.JourneyEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who has the journey: taken over, handed over, handed back, or gone back by itself. */
final class Ownership {
  private final Book book;
  private final Team team;
  private final Sends sends;
  private final Speech speech;

  Ownership(Book book, Team team, Sends sends, Speech speech) {
    this.book = book;
    this.team = team;
    this.sends = sends;
    this.speech = speech;
  }

  void takeOver(TakeOver request) {
    Holder before = book.state().hold().holder();
    TakeoverReceipt receipt = stopBot(request);
    Holder holder =
        new Holder(request.requestId(), request.operatorId(), request.operatorName(), book.now());
    List<Scheduled> waiting = book.state().hold().waiting();
    JourneyState taken = Holding.taken(book.state(), holder, request.epoch(), receipt.words());
    JourneyEvent event =
        new JourneyEvent.OperatorTakeover(
            request.requestId().toString(),
            book.now(),
            request.operatorId(),
            request.reason(),
            before == null ? null : before.operatorId(),
            receipt);
    var answer = new Answered(request.requestId(), receipt);
    List<Scheduled> heldBack =
        taken.hold().waiting().stream().filter(words -> !waiting.contains(words)).toList();
    if (heldBack.isEmpty()) {
      book.answer(taken, List.of(event), answer);
    } else {
      team.tellHeldBack(taken, event, heldBack, answer);
    }
  }

  /** Waits until nothing of the bot can leave, and tells what remains. */
  private TakeoverReceipt stopBot(TakeOver request) {
    speech.brake().known();
    sends.drop();
    return book.journal()
        .stopBot(
            new Journal.StopBot(
                book.start().candidateId(),
                book.state().journeyId(),
                request.requestId(),
                request.epoch(),
                Reviews.unsaid(book.state())));
  }

  /** The journal makes the colleague the brake's holder in the commit that tells it. */
  void handOver(HandOver request) {
    Holder before = holder();
    Holder after =
        new Holder(request.requestId(), request.toOperatorId(), request.toName(), book.now());
    JourneyEvent event =
        new JourneyEvent.OperatorHandover(
            request.requestId().toString(),
            book.now(),
            request.operatorId(),
            before.operatorId(),
            after.operatorId(),
            request.note());
    team.tellHandedOver(
        Holding.passed(book.state(), after),
        event,
        new Answered(request.requestId(), receipt(after)));
  }

  void keep(KeepHold request) {
    book.answer(
        Holding.acted(book.state(), book.now()),
        List.of(),
        new Answered(request.requestId(), receipt(holder())));
  }

  void handBack(HandBack request) {
    Holder holder = holder();
    long epoch =
        release(
            holder.takeoverId(),
            "handback:" + request.requestId(),
            request.summary(),
            request.outcome(),
            request.notes());
    var events = new ArrayList<JourneyEvent>();
    events.add(
        new JourneyEvent.OperatorHandback(
            request.requestId().toString(),
            book.now(),
            request.operatorId(),
            request.summary(),
            request.outcome(),
            request.notes(),
            false));
    Objections.decidedEvent(book.state(), request, book.now()).ifPresent(events::add);
    JourneyState returned = Holding.returned(Objections.decided(book.state(), book.now()), epoch);
    if (request.dropScheduled()) {
      // They may be a colleague's, who should find out what became of them.
      for (Scheduled scheduled : returned.hold().waiting()) {
        events.add(Scheduling.notSentEvent(scheduled, "send.refused.handed_back", book.now()));
      }
      returned = Scheduling.dropped(returned);
    }
    book.answer(
        returned, events, new Answered(request.requestId(), new HandbackReceipt(book.now())));
    speech.resume(request.requestId());
  }

  /** The holder was silent for too long: the bot goes on with what is open. */
  void returnToBot() {
    UUID takeover = holder().takeoverId();
    UUID operator = holder().operatorId();
    String cause = "owner-silent:" + takeover;
    long epoch = release(takeover, cause);
    book.record(
        Holding.returned(book.state(), epoch),
        List.of(
            new JourneyEvent.OperatorHandback(
                cause, book.now(), operator, null, null, null, true)));
    if (book.state().needsHuman() == null) {
      speech.resume(takeover);
    }
  }

  /** The journey ended while somebody held it. */
  void end() {
    Holder holder = book.state().hold().holder();
    if (holder != null) {
      release(holder.takeoverId(), "end:" + holder.takeoverId());
    }
  }

  private long release(UUID takeover, String cause) {
    return release(takeover, cause, null, null, null);
  }

  private long release(
      UUID takeover,
      String cause,
      @Nullable String summary,
      HandBack.@Nullable Outcome outcome,
      @Nullable String notes) {
    return book.journal()
        .releaseBrake(
            new Journal.ReleaseBrake(
                book.start().candidateId(), takeover, cause, summary, outcome, notes, book.step()));
  }

  private Holder holder() {
    return Objects.requireNonNull(book.state().hold().holder());
  }

  private static HoldReceipt receipt(Holder holder) {
    return new HoldReceipt(holder.operatorId(), holder.name(), holder.since());
  }
}
