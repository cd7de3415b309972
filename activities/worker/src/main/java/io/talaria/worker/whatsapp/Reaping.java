package io.talaria.worker.whatsapp;

import io.talaria.journal.send.Reaper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks for sends whose caller died in the call; every worker does, and none is needed. */
@Component
class Reaping {
  private static final Logger log = LoggerFactory.getLogger(Reaping.class);

  private final Reaper reaper;

  Reaping(Reaper reaper) {
    this.reaper = reaper;
  }

  @Scheduled(fixedDelayString = "${talaria.worker.reap-every:2s}")
  void reap() {
    try {
      int reaped = reaper.reap();
      if (reaped > 0) {
        log.warn("{} sends became uncertain: their caller never told the outcome", reaped);
      }
    } catch (RuntimeException e) {
      log.warn("Dead sends could not be looked for: {}", e.getClass().getSimpleName());
    }
  }
}
