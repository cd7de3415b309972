package io.talaria.worker.interleaving;

import io.talaria.journey.JourneyState;
import io.talaria.port.JourneyEvent;
import io.talaria.port.JourneyWrite;
import io.talaria.port.Written;
import java.util.List;
import java.util.UUID;

/** The state as a task knows it, and how it is recorded. */
final class TaskBook {
  private final Actors actors;
  private final Rows rows;
  private final UUID account;
  private JourneyState state;
  private boolean untaken;

  TaskBook(Actors actors, Rows rows, UUID account, JourneyState state) {
    this.actors = actors;
    this.rows = rows;
    this.account = account;
    this.state = state;
  }

  JourneyState state() {
    return state;
  }

  /** Whether something was taken in that nothing recorded. */
  boolean untaken() {
    return untaken;
  }

  void takesIn(JourneyState next) {
    state = next;
    untaken = true;
  }

  /** Recorded with what is recorded next. */
  void holds(JourneyState next) {
    state = next;
  }

  void records(JourneyState next, JourneyEvent... events) {
    actors.pause();
    JourneyState revised = next.revised();
    while (rows.record(
            new JourneyWrite(account, rows.candidate(), revised, List.of(), List.of(events)))
        == Written.BEHIND) {
      revised = revised.revised();
    }
    state = revised;
    untaken = false;
  }
}
