package io.talaria.worker;

import io.talaria.journal.alert.UntoldAlerts;
import io.talaria.port.Desk;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sees to it that the team was told what a journey had to tell, also when its run was lost with it.
 * The alert's row decides who tells it, so what a run has told, or is telling, is told no second
 * time; what has become pointless is withdrawn there.
 */
@Component
class AlertSweeper {
  private static final Logger log = LoggerFactory.getLogger(AlertSweeper.class);

  /** A run that lives tells at once, and goes on trying. */
  private static final Duration OVERDUE = Duration.ofMinutes(5);

  private static final int AT_ONCE = 50;

  private final UntoldAlerts untold;
  private final Desk desk;

  AlertSweeper(UntoldAlerts untold, Desk desk) {
    this.untold = untold;
    this.desk = desk;
  }

  @Scheduled(fixedDelayString = "${talaria.worker.look-for-untold-alerts-every}")
  void sweep() {
    try {
      List<UUID> taken;
      do {
        taken = untold.take(OVERDUE, AT_ONCE);
        taken.forEach(this::tell);
      } while (taken.size() == AT_ONCE);
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
          "What was to be told of journey {} isn't told yet and is tried again: {}",
          journeyId,
          e.getClass().getSimpleName());
    }
  }
}
