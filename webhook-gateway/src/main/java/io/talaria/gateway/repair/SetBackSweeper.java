package io.talaria.gateway.repair;

import io.talaria.journal.repair.FarDeadlines;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keeps a database's clock that was set back from having people wait for it. */
@Component
class SetBackSweeper {
  private static final Logger log = LoggerFactory.getLogger(SetBackSweeper.class);

  private final FarDeadlines deadlines;

  SetBackSweeper(FarDeadlines deadlines) {
    this.deadlines = deadlines;
  }

  @Scheduled(fixedDelay = 5_000)
  void sweep() {
    int shortened = deadlines.shorten();
    if (shortened > 0) {
      log.warn(
          "The database's clock was set back: {} leases and deadlines that it had put into the future"
              + " were shortened. See 'The clock jumps' in docs/reliability.md",
          shortened);
    }
  }
}
