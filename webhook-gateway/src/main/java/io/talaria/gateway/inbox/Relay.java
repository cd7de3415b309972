package io.talaria.gateway.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.talaria.journal.inbox.Deliveries;
import io.talaria.journal.inbox.Delivery;
import io.talaria.journal.inbox.Quarantine;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Works a stored delivery off: every item is recorded or in quarantine before it is done. */
@Component
class Relay {
  /** How long a delivery is its worker's; renewed while a long batch is worked off. */
  static final Duration LEASE = Duration.ofSeconds(10);

  private static final Logger log = LoggerFactory.getLogger(Relay.class);
  private static final int MOST_ATTEMPTS = 20;

  private final Map<String, ItemReader> readers;
  private final ItemRecorder recorder;
  private final Deliveries deliveries;
  private final Quarantine quarantine;
  private final TransactionTemplate transaction;
  private final MeterRegistry meters;

  Relay(
      List<ItemReader> readers,
      ItemRecorder recorder,
      Deliveries deliveries,
      Quarantine quarantine,
      TransactionTemplate transaction,
      MeterRegistry meters) {
    this.readers =
        readers.stream().collect(Collectors.toMap(ItemReader::source, Function.identity()));
    this.recorder = recorder;
    this.deliveries = deliveries;
    this.quarantine = quarantine;
    this.transaction = transaction;
    this.meters = meters;
  }

  /**
   * Works a leased delivery off. Worked off twice, or by two at once, it ends the same.
   *
   * @throws RuntimeException when the journal fails for now: what was recorded stays, the sweeper
   *     goes on with the rest
   */
  void workOff(Delivery delivery) {
    if (delivery.attempts() > MOST_ATTEMPTS) {
      // It kills its workers, or the journal refuses it for ever: a person has to look.
      setAside(delivery, "", Trouble.gaveUp(MOST_ATTEMPTS), () -> deliveries.done(delivery.id()));
      return;
    }
    List<Item> items;
    try {
      items = items(delivery);
    } catch (RuntimeException e) {
      Trouble trouble = Trouble.failing(e);
      log.error("Delivery {} can't be read: {}", delivery.id(), trouble.detail());
      setAside(delivery, "", trouble, () -> deliveries.done(delivery.id()));
      return;
    }
    if (items.isEmpty()) {
      deliveries.done(delivery.id());
      return;
    }
    long leasedAt = System.nanoTime();
    for (int n = 0; n < items.size(); n++) {
      Runnable along = () -> {};
      if (n == items.size() - 1) {
        along = () -> deliveries.done(delivery.id());
      } else if (System.nanoTime() - leasedAt > LEASE.toNanos() / 2) {
        along = () -> deliveries.keep(delivery.id(), LEASE);
        leasedAt = System.nanoTime();
      }
      Item item = items.get(n);
      Optional<Trouble> trouble = recorder.record(item, delivery.id(), along);
      if (trouble.isPresent()) {
        setAside(delivery, item.pointer(), trouble.get(), along);
      }
    }
  }

  /**
   * What a delivery tells, in the order of its times; whole seconds, so the body's order decides.
   */
  List<Item> items(Delivery delivery) {
    ItemReader reader = readers.get(delivery.source());
    if (reader == null) {
      throw new IllegalStateException("No reader for source " + delivery.source());
    }
    return reader.read(delivery.body(), delivery.receivedAt()).stream()
        .sorted(Comparator.comparing(Item::at))
        .toList();
  }

  /** Puts an item in quarantine; it is no longer the relay's. */
  void setAside(Delivery delivery, String pointer, Trouble trouble, Runnable along) {
    transaction.executeWithoutResult(
        status -> {
          quarantine.put(
              delivery.id(), pointer, trouble.accountId(), trouble.reason(), trouble.detail());
          along.run();
        });
    meters.counter("talaria.quarantined", "reason", trouble.reason()).increment();
    log.warn("Quarantine: item '{}' of delivery {}: {}", pointer, delivery.id(), trouble.reason());
  }
}
