package io.talaria.journal.send;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param tryEvery how often one send of a held number is let through, to see whether WhatsApp takes
 *     it; longer than any call, so that one trial is over before the next
 */
@ConfigurationProperties("talaria.held-numbers")
record NumberHoldSettings(@DefaultValue("60s") Duration tryEvery) {
  NumberHoldSettings {
    if (tryEvery.compareTo(Duration.ofSeconds(15)) < 0
        || tryEvery.compareTo(Duration.ofHours(1)) > 0) {
      throw new IllegalArgumentException(
          "talaria.held-numbers.try-every must be between 15s and 1h, such as 60s, but is "
              + tryEvery);
    }
  }
}
