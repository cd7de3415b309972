package io.talaria.journey.flow;

import io.talaria.journey.JourneyState;
import io.talaria.journey.OutsideSpoke;
import io.talaria.journey.Phase;
import io.talaria.journey.PhaseChanged;
import io.talaria.journey.rule.Watching;
import java.util.List;
import java.util.Objects;

/** Looks on where another system speaks, and goes from one phase to the next. */
final class Watch {
  private final Book book;
  private final Team team;
  private final Speech speech;

  Watch(Book book, Team team, Speech speech) {
    this.book = book;
    this.team = team;
    this.speech = speech;
  }

  /** The phase is another one: what was still to be said by a bot of ours isn't said any more. */
  void changed(PhaseChanged fact) {
    Phase before = Objects.requireNonNullElse(book.state().phase(), Phase.CONTROL);
    if (before == fact.phase()) {
      return;
    }
    if (fact.phase() != Phase.CONTROL && book.state().outgoing().saying() != null) {
      speech.drop();
    }
    book.record(Watching.entered(book.state(), fact.phase(), book.now()), List.of());
  }

  /** What was said beside us moves the journey; the team is told when a person is needed. */
  void spoke(OutsideSpoke fact) {
    JourneyState before = book.state();
    if (!before.watched() || before.over()) {
      return;
    }
    JourneyState after = Watching.spoke(before, fact);
    String cause = "outside:" + fact.id();
    book.record(after, book.events(before, after, cause));
    if (after.needsHuman() != null && before.needsHuman() == null) {
      team.tellNeedsHuman(cause);
    }
  }

  /** Messages that a person or another system answers. */
  void takeIn() {
    JourneyState state = book.state();
    book.record(state.watched() ? Watching.takenIn(state) : state, List.of());
  }
}
