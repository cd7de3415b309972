package io.talaria.gateway.door;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param continueAfterEvents history length at which a run goes on in a new one; 0 leaves it to
 *     Temporal's suggestion, about 4,096
 */
@ConfigurationProperties("talaria.gateway.runs")
record RunSettings(@DefaultValue("0") int continueAfterEvents) {
  RunSettings {
    if (continueAfterEvents != 0 && (continueAfterEvents < 30 || continueAfterEvents > 10_000)) {
      throw new IllegalArgumentException(
          "talaria.gateway.runs.continue-after-events must be 0 or from 30 to 10000, but is "
              + continueAfterEvents);
    }
  }
}
