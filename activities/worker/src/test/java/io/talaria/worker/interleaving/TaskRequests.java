package io.talaria.worker.interleaving;

import io.talaria.journey.HandBack;
import io.talaria.journey.HandOver;
import io.talaria.journey.Holder;
import io.talaria.journey.JourneyState;
import io.talaria.journey.KeepHold;
import io.talaria.journey.RecruiterRequest;
import io.talaria.journey.Reply;
import io.talaria.journey.ReviewDecision;
import io.talaria.journey.TakeOver;
import io.talaria.journey.TakeoverReceipt;
import io.talaria.journey.rule.Holding;
import io.talaria.journey.rule.Moves;
import io.talaria.journey.rule.Requests;
import io.talaria.journey.rule.Reviews;
import io.talaria.port.Journal.ReleaseBrake;
import io.talaria.port.Journal.StopBot;
import io.talaria.port.JourneyEvent;
import io.talaria.port.TurnKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What recruiters asked, as a task answers it; takeovers come first. */
final class TaskRequests {
  private final Actors actors;
  private final Rows rows;
  private final Clock clock;
  private final Engine engine;
  private final Ledger ledger;
  private final TaskBook book;
  private final TaskSends sends;
  private final Map<UUID, Boolean> answers = new LinkedHashMap<>();
  private final List<TakeoverReceipt> receipts = new ArrayList<>();

  TaskRequests(
      Actors actors,
      Rows rows,
      Clock clock,
      Engine engine,
      Ledger ledger,
      TaskBook book,
      TaskSends sends) {
    this.actors = actors;
    this.rows = rows;
    this.clock = clock;
    this.engine = engine;
    this.ledger = ledger;
    this.book = book;
    this.sends = sends;
  }

  /** Whether each was accepted; recruiters hear of it when the task completes. */
  Map<UUID, Boolean> answers() {
    return answers;
  }

  List<TakeoverReceipt> receipts() {
    return receipts;
  }

  void serve(List<RecruiterRequest> asked) {
    asked.sort((one, other) -> Boolean.compare(other instanceof TakeOver, one instanceof TakeOver));
    asked.forEach(this::serve);
  }

  private void serve(RecruiterRequest request) {
    Boolean before = engine.answer(request.requestId());
    if (before != null) {
      answers.put(request.requestId(), before);
      return;
    }
    boolean refused = Requests.check(book.state(), request, clock.now()).isPresent();
    answers.put(request.requestId(), !refused);
    if (refused) {
      return;
    }
    switch (request) {
      case TakeOver take -> takeOver(take);
      case HandBack back -> giveBack("handback:" + back.requestId(), back.operatorId(), false);
      case HandOver over -> handOver(over);
      case KeepHold keep -> book.records(Holding.acted(book.state(), clock.now()));
      case Reply reply -> reply(reply);
      case ReviewDecision decision -> decide(decision);
      default -> throw new IllegalStateException("Nobody asks this here");
    }
  }

  private void takeOver(TakeOver request) {
    JourneyState state = book.state();
    var stop =
        new StopBot(
            rows.candidate(), state.journeyId(), request.requestId(), request.epoch(), List.of());
    actors.pause();
    rows.holdBack(stop);
    while (rows.botSendsMayLeave()) {
      actors.pause();
      rows.holdBack(stop);
    }
    actors.pause();
    TakeoverReceipt receipt = rows.receipt(stop);
    receipts.add(receipt);
    var holder = new Holder(request.requestId(), request.operatorId(), "name", clock.now());
    book.records(
        Holding.taken(state, holder, request.epoch(), receipt.words()),
        new JourneyEvent.OperatorTakeover(
            request.requestId().toString(),
            clock.now(),
            request.operatorId(),
            null,
            null,
            receipt));
  }

  private void handOver(HandOver request) {
    Holder from = book.state().hold().holder();
    var to = new Holder(request.requestId(), request.toOperatorId(), "name", clock.now());
    book.records(
        Holding.passed(book.state(), to),
        new JourneyEvent.OperatorHandover(
            request.requestId().toString(),
            clock.now(),
            request.operatorId(),
            from.operatorId(),
            to.operatorId(),
            null));
  }

  void giveBack(String cause, UUID operator, boolean automatic) {
    JourneyState state = book.state();
    UUID takeover = state.hold().holder().takeoverId();
    actors.pause();
    long epoch =
        rows.release(
            new ReleaseBrake(rows.candidate(), takeover, cause, null, null, null, book.step()));
    if (!rows.brake().held()) {
      ledger.isTheBots();
    }
    book.records(
        Holding.returned(state, epoch),
        new JourneyEvent.OperatorHandback(
            cause, clock.now(), operator, null, null, null, automatic));
  }

  private void reply(Reply request) {
    String key = TurnKey.bubble(TurnKey.ofRequest(request.requestId()), 0);
    String came = sends.send(key, book, request.operatorId());
    if (came.equals("SENT") || came.equals("UNCERTAIN")) {
      book.records(Moves.personWrote(book.state(), key, clock.now(), Long.MAX_VALUE));
    }
  }

  private void decide(ReviewDecision decision) {
    if (decision.choice() == ReviewDecision.Choice.REJECT) {
      book.records(
          Reviews.rejected(book.state(), decision, clock.now()).withNeedsHuman("review_rejected"));
    } else {
      book.records(Reviews.approved(book.state(), decision, clock.now()));
    }
  }
}
