package io.talaria.journey;

import java.util.Arrays;
import java.util.List;

/**
 * What journeys are found by in the engine's own console. All are keywords, and are registered with
 * the namespace before a journey tells its first.
 */
public enum SearchAttribute {
  STAGE("Stage"),
  MODE("Mode"),
  RISK_BAND("RiskBand"),
  DEFINITION("Definition"),
  CHANNEL("Channel"),
  OWNER("Owner");

  private final String key;

  SearchAttribute(String key) {
    this.key = key;
  }

  /** As the engine knows it. */
  public String key() {
    return key;
  }

  /** All of them, as the engine knows them. */
  public static List<String> keys() {
    return Arrays.stream(values()).map(SearchAttribute::key).toList();
  }
}
