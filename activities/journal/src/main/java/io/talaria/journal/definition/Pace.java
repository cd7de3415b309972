package io.talaria.journal.definition;

import io.talaria.definition.Plan;
import io.talaria.definition.Plan.Times;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Shortens a plan's times, so that a month can be watched in minutes. What people feel keeps a
 * floor: a pause in which somebody types, and a wait that starts at a whole second of WhatsApp's.
 */
final class Pace {
  private static final Duration REAL = Duration.ofHours(1);
  private static final Duration LEAST_PAUSE = Duration.ofMillis(1500);
  private static final Duration LEAST_LONG_PAUSE = Duration.ofMillis(2500);
  private static final Duration LEAST_WAIT = Duration.ofSeconds(15);
  private static final Duration LEAST_SILENCE = Duration.ofSeconds(60);

  private Pace() {}

  /** The plan with times for this length of an hour, under this number. */
  static Plan of(Plan plan, int number, Duration hour) {
    Times times = plan.times();
    Duration silent = times.ownerSilent();
    List<Duration> escalation = times.escalation();
    Duration window = times.windowClosing();
    Times paced =
        new Times(
            scaled(times.typingPause(), hour, LEAST_PAUSE),
            scaled(times.longTypingPause(), hour, LEAST_LONG_PAUSE),
            times.nudges().stream().map(nudge -> scaled(nudge, hour, Duration.ZERO)).toList(),
            scaled(times.atRisk(), hour, Duration.ZERO),
            scaled(times.waiting(), hour, LEAST_WAIT),
            scaled(times.dropOff(), hour, Duration.ZERO),
            scaled(times.afterEnd(), hour, Duration.ZERO),
            silent == null ? null : scaled(silent, hour, LEAST_SILENCE),
            escalation == null
                ? null
                : escalation.stream().map(step -> scaled(step, hour, LEAST_WAIT)).toList(),
            window == null ? null : scaled(window, hour, Duration.ZERO));
    return new Plan(
        plan.definition(),
        number,
        plan.stages(),
        plan.languages(),
        plan.words(),
        paced,
        plan.slowBot(),
        review(plan.review(), hour),
        highValue(plan.highValue(), hour));
  }

  private static Plan.@Nullable Review review(Plan.@Nullable Review rule, Duration hour) {
    return rule == null
        ? null
        : new Plan.Review(
            rule.belowConfidence(),
            scaled(rule.after(), hour, LEAST_SILENCE),
            rule.then(),
            rule.steps());
  }

  private static Plan.@Nullable HighValue highValue(Plan.@Nullable HighValue rule, Duration hour) {
    Duration atRisk = rule == null ? null : rule.atRisk();
    return rule == null || atRisk == null
        ? rule
        : new Plan.HighValue(rule.when(), scaled(atRisk, hour, Duration.ZERO));
  }

  /** Whether an hour is an hour: nights of real clocks mean nothing to a month of minutes. */
  static boolean isReal(Duration hour) {
    return hour.equals(REAL);
  }

  private static Duration scaled(Duration time, Duration hour, Duration least) {
    if (isReal(hour)) {
      return time;
    }
    Duration shorter =
        Duration.ofMillis(
            Math.round(time.toMillis() * ((double) hour.toMillis() / REAL.toMillis())));
    Duration floor = least.compareTo(time) < 0 ? least : time;
    return shorter.compareTo(floor) > 0 ? shorter : floor;
  }
}
