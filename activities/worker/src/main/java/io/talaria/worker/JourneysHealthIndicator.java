package io.talaria.worker;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Ready when workers poll; the name in the health group is {@code journeys}. */
@Component
class JourneysHealthIndicator implements HealthIndicator {
  private final Workers workers;

  JourneysHealthIndicator(Workers workers) {
    this.workers = workers;
  }

  @Override
  public Health health() {
    return workers.serving()
        ? Health.up().build()
        : Health.outOfService().withDetail("temporal", "does not answer yet").build();
  }
}
