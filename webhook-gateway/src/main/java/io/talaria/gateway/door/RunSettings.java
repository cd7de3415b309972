package io.talaria.gateway.door;

import io.talaria.journey.JourneyStart;
import io.talaria.journey.Waking;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the runs that this gateway starts live; those that began keep what they began with.
 *
 * @param continueAfterEvents history length at which a run goes on in a new one; 0 leaves it to
 *     Temporal's suggestion, about 4,096
 * @param wakingFrom see {@link Waking#from}
 * @param wakingGrace see {@link Waking#grace}
 */
@ConfigurationProperties("talaria.gateway.runs")
record RunSettings(
    @DefaultValue("0") int continueAfterEvents,
    @DefaultValue("5m") Duration wakingFrom,
    @DefaultValue("4m") Duration wakingGrace) {
  private static final Duration SHORTEST = Duration.ofSeconds(2);

  /** After five minutes an overdue journey's run is taken for lost. */
  private static final Duration LONGEST_GRACE = Duration.ofSeconds(290);

  RunSettings {
    if (continueAfterEvents != 0 && (continueAfterEvents < 30 || continueAfterEvents > 10_000)) {
      throw new IllegalArgumentException(
          "talaria.gateway.runs.continue-after-events must be 0 or from 30 to 10000, but is "
              + continueAfterEvents);
    }
    notShort("waking-from", wakingFrom);
    notShort("waking-grace", wakingGrace);
    if (wakingGrace.compareTo(LONGEST_GRACE) > 0) {
      throw new IllegalArgumentException(
          "talaria.gateway.runs.waking-grace must be %d s at most, but is %s"
              .formatted(LONGEST_GRACE.toSeconds(), wakingGrace));
    }
  }

  private static void notShort(String key, Duration value) {
    if (value.compareTo(SHORTEST) < 0) {
      throw new IllegalArgumentException(
          "talaria.gateway.runs.%s must be %d s at least, but is %s"
              .formatted(key, SHORTEST.toSeconds(), value));
    }
  }

  Waking waking() {
    return new Waking(wakingFrom, wakingGrace);
  }

  /** The same start, of a run that lives so. */
  JourneyStart of(JourneyStart start) {
    return start.continuingAfter(continueAfterEvents).woken(waking());
  }
}
