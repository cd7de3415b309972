package io.talaria.journal.journey;

import io.talaria.journey.JourneyState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How likely a candidate is lost, from 0 to 1, with what makes it so.
 *
 * @param factors their weights add up to the risk
 */
public record Risk(double risk, List<Factor> factors) {
  private static final double SILENCE = 0.6;
  private static final double EACH_NUDGE = 0.1;
  private static final double NUDGES = 0.2;
  private static final double EACH_MISS = 0.1;
  private static final double MISSES = 0.2;

  /**
   * @param factor stable code: silence, nudges_unanswered, not_understood
   */
  public record Factor(String factor, double weight) {}

  /**
   * Silence counts by its share of the time after which the team is told; reminders without answer
   * and answers that the bot didn't understand add to it. Nobody is at risk after the end.
   */
  public static Risk of(JourneyState state, Instant now) {
    var factors = new ArrayList<Factor>();
    if (!state.over()) {
      Instant silentSince = state.silence().candidateOwesSince();
      if (silentSince != null) {
        double share = share(Duration.between(silentSince, now), state.plan().times().atRisk());
        add(factors, "silence", SILENCE * share);
        add(factors, "nudges_unanswered", Math.min(NUDGES, EACH_NUDGE * state.silence().nudges()));
      }
      add(factors, "not_understood", Math.min(MISSES, EACH_MISS * state.talk().misses()));
    }
    return new Risk(factors.stream().mapToDouble(Factor::weight).sum(), List.copyOf(factors));
  }

  private static double share(Duration silent, Duration atRisk) {
    return Math.clamp((double) silent.toMillis() / Math.max(1, atRisk.toMillis()), 0.0, 1.0);
  }

  private static void add(List<Factor> factors, String factor, double weight) {
    if (weight > 0) {
      factors.add(new Factor(factor, weight));
    }
  }
}
