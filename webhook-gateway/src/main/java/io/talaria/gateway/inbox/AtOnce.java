package io.talaria.gateway.inbox;

import io.talaria.journal.inbox.Deliveries;
import io.talaria.journal.inbox.Delivery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Stores a delivery and records what it tells in one commit, before it is answered. That is half of
 * the work of storing it, answering, and recording it afterwards; most deliveries tell one thing.
 */
@Component
class AtOnce {
  private static final Logger log = LoggerFactory.getLogger(AtOnce.class);

  /** A candidate's row that is locked for long must not keep others from being stored. */
  private static final int MOST = 8;

  private final Relay relay;
  private final ItemRecorder recorder;
  private final Deliveries deliveries;
  private final Semaphore room = new Semaphore(MOST);

  AtOnce(Relay relay, ItemRecorder recorder, Deliveries deliveries) {
    this.relay = relay;
    this.recorder = recorder;
    this.deliveries = deliveries;
  }

  /**
   * @return false when nothing was written: the delivery tells several things, or nothing that can
   *     be recorded now. It is to be stored alone then, and worked off as any other
   */
  boolean take(String source, byte[] body) {
    if (!room.tryAcquire()) {
      return false;
    }
    try {
      Delivery delivery = new Delivery(UUID.randomUUID(), source, body, Instant.now(), 1);
      List<Item> items = relay.items(delivery);
      if (items.size() != 1) {
        return false;
      }
      Optional<Trouble> trouble =
          recorder.record(items.getFirst(), delivery.id(), () -> deliveries.storeDone(delivery));
      return trouble.isEmpty();
    } catch (RuntimeException e) {
      // Storing it alone comes next. It tells whether the journal is away, and what is wrong with
      // the item is told by whoever works it off.
      log.debug("A delivery is stored alone: {}", e.getClass().getSimpleName());
      return false;
    } finally {
      room.release();
    }
  }
}
