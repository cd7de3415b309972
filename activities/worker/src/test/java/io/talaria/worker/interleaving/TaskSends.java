package io.talaria.worker.interleaving;

import java.util.Random;
import java.util.UUID;

/** A task's sends: row, call, outcome, with a place for everybody else in between. */
final class TaskSends {
  private static final int MOST_TRIES = 200;

  /** Of others' steps, until an attempt of the queue is over. */
  private static final int LATEST = 200;

  private final Random random;
  private final Actors actors;
  private final Rows rows;
  private final Ledger ledger;
  private final Engine engine;

  TaskSends(Random random, Actors actors, Rows rows, Ledger ledger, Engine engine) {
    this.random = random;
    this.actors = actors;
    this.rows = rows;
    this.ledger = ledger;
    this.engine = engine;
  }

  /**
   * @param operator null for the bot
   * @return how the row stands in the end
   */
  String send(String key, TaskBook book, UUID operator) {
    for (int i = 0; i < MOST_TRIES; i++) {
      actors.pause();
      var send = new Rows.Send(key, book.state().hold().epoch(), operator);
      String begun = rows.begin(send);
      if (begun.equals("CALL")) {
        actors.pause();
        begun = rows.finish(send, call(send));
      }
      boolean waits = begun.equals("SENDING") || begun.equals("QUEUED");
      if (!waits) {
        return begun;
      }
      if (operator == null && engine.takeoverIsAsked()) {
        if (random.nextBoolean()) {
          actors.start(() -> callsLate(send));
        }
        return "BRAKED";
      }
    }
    return "REJECTED";
  }

  /** The queue begins an attempt of what was given up, before it hears of the cancellation. */
  private void callsLate(Rows.Send send) {
    actors.idle(random.nextInt(LATEST));
    if (rows.begin(send).equals("CALL")) {
      actors.pause();
      rows.finish(send, call(send));
    }
  }

  private String call(Rows.Send send) {
    if (!rows.mayLeave(send.key())) {
      return "QUEUED"; // the gate was shut: nothing left
    }
    if (random.nextInt(10) == 0) {
      return "QUEUED"; // refused for now
    }
    ledger.accepts(send);
    actors.pause();
    return random.nextInt(8) == 0 ? "UNCERTAIN" : "SENT";
  }
}
