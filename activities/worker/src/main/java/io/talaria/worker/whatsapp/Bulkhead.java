package io.talaria.worker.whatsapp;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Replies at once hold a workflow-task slot each; a slow WhatsApp must not take them all, or
 * takeovers of idle journeys would wait. Whoever finds no room goes to the governed queue.
 */
final class Bulkhead {
  private final Semaphore room;

  /**
   * @param slots for workflow tasks; a quarter of them, at least one, may send
   */
  Bulkhead(int slots) {
    this.room = new Semaphore(Math.max(1, slots / 4));
  }

  /** Runs the task, or the other one at once when there is no room. */
  <T> T within(Supplier<T> task, Supplier<T> noRoom) {
    if (!room.tryAcquire()) {
      return noRoom.get();
    }
    try {
      return task.get();
    } finally {
      room.release();
    }
  }
}
