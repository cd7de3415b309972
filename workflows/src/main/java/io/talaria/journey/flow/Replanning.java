package io.talaria.journey.flow;

import io.talaria.definition.Plan;
import io.talaria.journey.JourneyState;
import io.talaria.journey.PlanChosen;
import io.talaria.journey.rule.PlanMoves;
import io.talaria.port.Journal;
import java.util.List;

/** Moves the journey to another plan of its definition, when nothing is under way. */
final class Replanning {
  private final Book book;
  private final Speech speech;

  Replanning(Book book, Speech speech) {
    this.book = book;
    this.speech = speech;
  }

  /** Somebody chose a plan; the journey moves when nothing is under way. */
  void chosen(PlanChosen fact) {
    book.hold(PlanMoves.chosen(book.state(), fact));
  }

  /** Nothing is under way. A question that the candidate was never asked is asked at once. */
  void move() {
    JourneyState before = book.state();
    PlanChosen fact = PlanMoves.due(before).orElseThrow();
    Plan to =
        book.journal()
            .plan(
                new Journal.Planned(
                    book.start().accountId(), before.plan().definition(), fact.plan()))
            .plan();
    if (to == null) {
      book.record(PlanMoves.forgotten(before), List.of());
      return;
    }
    JourneyState after = PlanMoves.moved(before, to, PlanMoves.verdict(before, to, fact.stages()));
    book.record(after, PlanMoves.events(before, after, fact, book.now()));
    if (PlanMoves.asksNow(book.state())) {
      speech.resume(fact.requestId());
    }
  }
}
