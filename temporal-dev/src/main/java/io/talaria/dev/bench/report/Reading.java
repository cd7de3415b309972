package io.talaria.dev.bench.report;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One figure.
 *
 * @param measure which measure it belongs to
 * @param value null when it could not be measured; {@code note} says why
 * @param target what was to be reached; null when it is only told
 * @param details what helps to understand it, such as the rounds or who used the processors
 */
public record Reading(
    String measure,
    String what,
    @Nullable Double value,
    String unit,
    @Nullable Target target,
    @Nullable String note,
    Map<String, Object> details) {

  public static Reading of(String measure, String what, double value, String unit) {
    return new Reading(measure, what, value, unit, null, null, Map.of());
  }

  public static Reading missing(String measure, String what, String why) {
    return new Reading(measure, what, null, "", null, why, Map.of());
  }

  public Reading atMost(double limit) {
    return new Reading(
        measure, what, value, unit, new Target(Target.Side.AT_MOST, limit), note, details);
  }

  public Reading atLeast(double limit) {
    return new Reading(
        measure, what, value, unit, new Target(Target.Side.AT_LEAST, limit), note, details);
  }

  public Reading noting(String words) {
    return new Reading(measure, what, value, unit, target, words, details);
  }

  public Reading with(String name, Object detail) {
    Map<String, Object> more = new LinkedHashMap<>(details);
    more.put(name, detail);
    return new Reading(measure, what, value, unit, target, note, more);
  }

  /** {@code met}, {@code missed}, {@code not measured}, or {@code told} where nothing was asked. */
  public String verdict() {
    if (value == null) {
      return "not measured";
    }
    if (target == null) {
      return "told";
    }
    return target.isMetBy(value) ? "met" : "missed";
  }
}
