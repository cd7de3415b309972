package io.talaria.worker.whatsapp;

import io.talaria.journal.send.ForgottenSends;
import io.talaria.journal.send.Reaper;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks for sends whose caller died or was lost; every worker does, and none is needed. */
@Component
class Reaping {
  private static final Logger log = LoggerFactory.getLogger(Reaping.class);

  private final Reaper reaper;
  private final ForgottenSends forgotten;

  Reaping(Reaper reaper, ForgottenSends forgotten) {
    this.reaper = reaper;
    this.forgotten = forgotten;
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

  @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
  void lookForForgottenSends() {
    try {
      int settled = forgotten.settle();
      if (settled > 0) {
        log.warn("{} messages were not sent: no run knows of them", settled);
      }
    } catch (RuntimeException e) {
      log.warn("Forgotten sends could not be looked for: {}", e.getClass().getSimpleName());
    }
  }
}
