package io.talaria.gateway.inbox;

import io.talaria.journal.inbox.Deliveries;
import io.talaria.journal.inbox.Delivery;
import io.talaria.journal.inbox.Quarantine;
import io.talaria.journal.inbox.Quarantine.Case;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Tries quarantined items again when a person asked for it. */
@Component
class QuarantineRetry {
  private static final Logger log = LoggerFactory.getLogger(QuarantineRetry.class);
  private static final int AT_ONCE = 20;

  private final Quarantine quarantine;
  private final Deliveries deliveries;
  private final Relay relay;
  private final ItemRecorder recorder;

  QuarantineRetry(
      Quarantine quarantine, Deliveries deliveries, Relay relay, ItemRecorder recorder) {
    this.quarantine = quarantine;
    this.deliveries = deliveries;
    this.relay = relay;
    this.recorder = recorder;
  }

  /** Two gateways may try one case at once: recording is idempotent, so it ends the same. */
  @Scheduled(fixedDelayString = "${talaria.gateway.sweep-every}")
  void sweep() {
    quarantine.wanted(AT_ONCE).forEach(this::retry);
  }

  private void retry(Case wanted) {
    Delivery delivery = deliveries.get(wanted.deliveryId());
    Optional<Trouble> trouble = tryAgain(wanted, delivery);
    if (trouble.isPresent()) {
      quarantine.failedAgain(wanted.id(), trouble.get().reason(), trouble.get().detail());
      log.warn("Quarantine: case {} failed again: {}", wanted.id(), trouble.get().reason());
    } else {
      quarantine.recovered(wanted.id());
      log.info("Quarantine: case {} recovered", wanted.id());
    }
  }

  /**
   * A case may be a whole body or a part with many items; a part that still fails is its own case.
   */
  private Optional<Trouble> tryAgain(Case wanted, Delivery delivery) {
    List<Item> items;
    try {
      items = relay.items(delivery);
    } catch (RuntimeException e) {
      return Optional.of(Trouble.failing(e));
    }
    for (Item item : items) {
      if (!isUnder(item.pointer(), wanted.item())) {
        continue;
      }
      Optional<Trouble> trouble = recorder.record(item, delivery.id(), () -> {});
      if (trouble.isPresent() && item.pointer().equals(wanted.item())) {
        return trouble;
      }
      trouble.ifPresent(part -> relay.setAside(delivery, item.pointer(), part, () -> {}));
    }
    return Optional.empty();
  }

  private static boolean isUnder(String pointer, String whole) {
    return pointer.equals(whole) || pointer.startsWith(whole + "/");
  }
}
