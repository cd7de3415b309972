package io.talaria.worker.interleaving;

import io.talaria.journey.Holder;
import io.talaria.journey.MessageReceived;
import io.talaria.journey.Outgoing.Saying;
import io.talaria.journey.RecruiterRequest;
import io.talaria.journey.rule.Act;
import io.talaria.journey.rule.Holding;
import io.talaria.journey.rule.Moves;
import io.talaria.journey.rule.Reviews;
import io.talaria.journey.rule.Sayings;
import io.talaria.port.Outbound;
import io.talaria.port.Proposal;
import io.talaria.port.Turn.Reason;
import io.talaria.port.TurnKey;
import java.util.List;
import java.util.Map;

/**
 * One workflow task, from the durable state and what had come when it began. What it decides counts
 * when it completes; what it does to the rows counts at once.
 */
final class WorkerTask {
  private static final int MOST_ACTS = 20;

  private final int attempt;
  private final Actors actors;
  private final Rows rows;
  private final Clock clock;
  private final Engine engine;
  private final Ledger ledger;
  private final double confidence;
  private final TaskBook book;
  private final TaskSends sends;
  private final TaskRequests requests;
  private final List<MessageReceived> came;
  private final List<RecruiterRequest> asked;
  private boolean stopped;

  /**
   * @param confidence of the bot, which has its replies reviewed when it is unsure
   */
  WorkerTask(
      int attempt,
      Actors actors,
      Rows rows,
      Clock clock,
      Engine engine,
      Ledger ledger,
      TaskBook book,
      TaskSends sends,
      double confidence) {
    this.attempt = attempt;
    this.actors = actors;
    this.rows = rows;
    this.clock = clock;
    this.engine = engine;
    this.ledger = ledger;
    this.book = book;
    this.sends = sends;
    this.confidence = confidence;
    this.requests = new TaskRequests(actors, rows, clock, engine, ledger, book, sends);
    this.came = engine.messages();
    this.asked = engine.requests();
  }

  void run() {
    for (MessageReceived message : came) {
      book.takesIn(Moves.received(book.state(), message));
    }
    requests.serve(asked);
    Act act = next();
    for (int i = 0; !(act instanceof Act.Wait) && !stopped && i < MOST_ACTS; i++) {
      perform(act);
      act = next();
    }
    complete();
  }

  private Act next() {
    return engine.next(book.state(), book.untaken());
  }

  private void complete() {
    actors.pause();
    if (engine.completes(attempt, book.state(), came, requests.answers())) {
      requests.receipts().forEach(receipt -> ledger.acknowledges(receipt, rows.brake().held()));
    }
  }

  private void perform(Act act) {
    switch (act) {
      case Act.Answer answer -> answer();
      case Act.Say say -> say();
      case Act.ReviewOverdue overdue -> book.records(Reviews.sent(book.state(), clock.now()));
      case Act.WarnOwner warn -> book.records(Holding.warned(book.state(), clock.now()));
      case Act.ReturnToBot back -> {
        Holder holder = book.state().hold().holder();
        requests.giveBack("owner-silent:" + holder.takeoverId(), holder.operatorId(), true);
      }
      case Act.TakeIn takeIn -> book.records(book.state());
      default -> throw new IllegalStateException("Not in this life: " + act);
    }
  }

  private void answer() {
    List<MessageReceived> open = book.state().inbox().open();
    String turn = TurnKey.ofMessage(open.getFirst().id());
    book.holds(Reviews.begun(book.state(), turn, Reason.MESSAGES, proposal(open), clock.now()));
    if (book.state().inReview() == null) {
      say();
    } else {
      book.records(book.state());
    }
  }

  private Proposal proposal(List<MessageReceived> open) {
    return new Proposal(
        open.stream().map(MessageReceived::id).toList(),
        List.of(new Outbound.Text("words")),
        Map.of(),
        "en",
        "a",
        "q",
        0,
        null,
        null,
        new Proposal.Decision("model", "v1", "r", confidence));
  }

  private void say() {
    Saying saying = book.state().outgoing().saying();
    switch (sends.send(TurnKey.bubble(saying.key(), 0), book, null)) {
      case "SENT", "UNCERTAIN" -> book.records(Moves.said(book.state(), saying, clock.now()));
      case "BRAKED" -> braked();
      default -> book.holds(Sayings.cut(book.state()).withNeedsHuman("send_rejected"));
    }
  }

  /** A takeover announced itself: it comes, or the journey learns the new epoch. */
  private void braked() {
    stopped = true;
    book.holds(Sayings.braked(book.state()));
    var brake = rows.brake();
    if (!brake.held()) {
      book.holds(Holding.braked(book.state(), brake.epoch()));
    }
  }
}
