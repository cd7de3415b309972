package io.talaria.worker;

import io.talaria.worker.whatsapp.WhatsAppSettings;
import java.time.Duration;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * A stopping worker waits for the sends that it began: stopping a local activity stops nothing, its
 * thread runs on, and an outcome that nobody writes is a send that nobody knows of.
 */
@Component
class StopGuard {
  /** For the rows before and after a call. */
  private static final Duration AROUND = Duration.ofSeconds(2);

  private static final Duration SPRINGS_OWN = Duration.ofSeconds(30);

  StopGuard(WorkerSettings worker, WhatsAppSettings whatsApp, Environment environment) {
    Duration phase =
        Binder.get(environment)
            .bind("spring.lifecycle.timeout-per-shutdown-phase", Duration.class)
            .orElse(SPRINGS_OWN);
    Duration least = whatsApp.timeout().plus(AROUND);
    Demand.that(
        worker.shutdownGrace().compareTo(least) >= 0,
        "talaria.worker.shutdown-grace must be at least %s, so that a send of %s can end and be written, but is %s"
            .formatted(least, whatsApp.timeout(), worker.shutdownGrace()));
    Demand.that(
        phase.compareTo(worker.shutdownGrace()) > 0,
        "spring.lifecycle.timeout-per-shutdown-phase must be longer than talaria.worker.shutdown-grace (%s), or the process ends before its sends, but is %s"
            .formatted(worker.shutdownGrace(), phase));
  }
}
