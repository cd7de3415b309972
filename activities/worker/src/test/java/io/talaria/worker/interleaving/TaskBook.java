package io.talaria.worker.interleaving;

import io.talaria.journey.JourneyState;
import io.talaria.port.Journal.Step;
import io.talaria.port.JourneyEvent;
import io.talaria.port.JourneyWrite;
import io.talaria.port.Written;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The state as a task knows it, and how it is recorded. */
final class TaskBook {
  private final Actors actors;
  private final Rows rows;
  private final UUID account;
  private JourneyState state;
  private final Instant taskAt;
  private boolean untaken;

  /**
   * @param taskAt when the task began
   */
  TaskBook(Actors actors, Rows rows, UUID account, JourneyState state, Instant taskAt) {
    this.actors = actors;
    this.rows = rows;
    this.account = account;
    this.state = state;
    this.taskAt = taskAt;
  }

  Step step() {
    return new Step(state.generation(), state.revision(), taskAt);
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

  private Written record(JourneyState revised, JourneyEvent... events) {
    return rows.record(
        new JourneyWrite(
            account, rows.candidate(), revised, List.of(), List.of(events), null, taskAt));
  }

  void records(JourneyState next, JourneyEvent... events) {
    actors.pause();
    JourneyState revised = next.revised();
    Written written = record(revised, events);
    while (written == Written.BEHIND) {
      revised = revised.revised();
      written = record(revised, events);
    }
    if (written == Written.LATE) {
      actors.endHere();
    }
    state = revised;
    untaken = false;
  }
}
