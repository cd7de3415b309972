package io.talaria.gateway.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.talaria.journal.inbox.Deliveries;
import io.talaria.journal.inbox.Delivery;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;

/**
 * Takes deliveries in: stored in one commit, and worked off in it or right after it, by a sweeper
 * at the latest.
 */
@Component
public class Inbox {
  private static final Logger log = LoggerFactory.getLogger(Inbox.class);
  private static final int AT_ONCE = 50;

  private final AtOnce atOnce;
  private final Deliveries deliveries;
  private final Relay relay;
  private final ThreadPoolTaskExecutor recording;
  private final MeterRegistry meters;
  private final Set<UUID> inHand = ConcurrentHashMap.newKeySet();

  Inbox(
      AtOnce atOnce,
      Deliveries deliveries,
      Relay relay,
      @Qualifier("recording") ThreadPoolTaskExecutor recording,
      MeterRegistry meters) {
    this.atOnce = atOnce;
    this.deliveries = deliveries;
    this.relay = relay;
    this.recording = recording;
    this.meters = meters;
  }

  /**
   * Stores a body whose sender was verified, and returns; the caller may say that it has it. What
   * it tells is recorded with it, or afterwards on other threads.
   *
   * @throws org.springframework.dao.DataAccessException when it could not be stored; it must be
   *     delivered again then
   */
  public void take(String source, byte[] body) {
    if (!atOnce.take(source, body)) {
      soon(deliveries.store(source, body, Relay.LEASE));
    }
    meters.counter("talaria.deliveries", "source", source).increment();
  }

  /** Takes what a crash or a busy gateway left behind; a busy one leaves it to the others. */
  @Scheduled(fixedDelayString = "${talaria.gateway.sweep-every}")
  void sweep() {
    if (recording.getQueueSize() < AT_ONCE) {
      deliveries.claim(AT_ONCE, Relay.LEASE, inHand).forEach(this::soon);
    }
  }

  private void soon(Delivery delivery) {
    inHand.add(delivery.id());
    try {
      recording.execute(() -> workOff(delivery));
    } catch (TaskRejectedException full) {
      inHand.remove(delivery.id());
      log.info("Busy: delivery {} is left to the sweeper", delivery.id());
    }
  }

  private void workOff(Delivery delivery) {
    try {
      relay.workOff(delivery);
    } catch (RuntimeException e) {
      log.warn(
          "Delivery {} is left to the sweeper: {}", delivery.id(), e.getClass().getSimpleName());
    } finally {
      inHand.remove(delivery.id());
    }
  }
}
