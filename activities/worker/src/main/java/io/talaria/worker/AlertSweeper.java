package io.talaria.worker;

import io.talaria.journal.alert.UntoldAlerts;
import io.talaria.port.Desk;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells the team what a journey had still to tell when it ended and its run was lost. The alert's
 * row decides who tells it, so a run that lives and is at it as well tells it no second time; what
 * has become pointless with the end is withdrawn there.
 */
@Component
class AlertSweeper {
  private static final Logger log = LoggerFactory.getLogger(AlertSweeper.class);

  /** A run that lives tells at once, and goes on trying. */
  private static final Duration OVERDUE = Duration.ofMinutes(5);

  private static final Duration NEXT_LOOK = Duration.ofMinutes(10);
  private static final int AT_ONCE = 50;

  private final UntoldAlerts untold;
  private final Desk desk;

  AlertSweeper(UntoldAlerts untold, Desk desk) {
    this.untold = untold;
    this.desk = desk;
  }

  @Scheduled(fixedDelay = 60_000, initialDelay = 60_000)
  void sweep() {
    try {
      untold.take(OVERDUE, NEXT_LOOK, AT_ONCE).forEach(this::tell);
    } catch (RuntimeException e) {
      log.warn("Untold alerts could not be looked for: {}", e.getClass().getSimpleName());
    }
  }

  private void tell(UUID journeyId) {
    try {
      untold
          .of(journeyId)
          .ifPresent(
              left -> {
                left.alerts().forEach(desk::alert);
                untold.settled(left);
              });
    } catch (RuntimeException e) {
      log.warn(
          "What was to be told of journey {}, which has ended, isn't told yet and is tried again: {}",
          journeyId,
          e.getClass().getSimpleName());
    }
  }
}
