package io.talaria.gateway.inbox;

import io.talaria.journal.inbox.OrphanStatuses;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Brings statuses and sends together that missed each other. */
@Component
class StatusSweeper {
  private static final int AT_ONCE = 100;

  private final OrphanStatuses orphans;

  StatusSweeper(OrphanStatuses orphans) {
    this.orphans = orphans;
  }

  @Scheduled(fixedDelay = 3_000, initialDelay = 3_000)
  void reconcile() {
    orphans.reconcile(AT_ONCE);
  }

  @Scheduled(fixedDelay = 3_600_000, initialDelay = 60_000)
  void forget() {
    orphans.forget();
  }
}
