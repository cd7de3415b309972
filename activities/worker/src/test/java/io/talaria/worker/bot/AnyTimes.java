package io.talaria.worker.bot;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * The times of a definition that nobody has thought of.
 *
 * @param nudges how many reminders there are, each so many hours after the one before
 * @param dropOff in hours, where nothing else is due by then
 * @param afterEnd in days
 * @param from quiet hours begin
 * @param to quiet hours end
 * @param variety what else it has
 */
record AnyTimes(
    int nudges, int every, int atRisk, int dropOff, int afterEnd, int from, int to, long variety) {
  private static final List<String> DAYS =
      List.of(
          "",
          ", sunday: all_day",
          ", saturday: none, sunday: all_day",
          ", friday: {from: \"12:00\", to: \"09:00\"}, saturday: all_day, sunday: all_day");
  private static final List<String> OFFICE =
      List.of("", ", saturday: closed, sunday: closed", ", wednesday: all_day, sunday: closed");

  static Arbitrary<AnyTimes> all() {
    Arbitrary<Integer> hour = Arbitraries.integers().between(0, 23);
    return Combinators.combine(
            Arbitraries.integers().between(0, 4),
            Arbitraries.integers().between(1, 30),
            Arbitraries.integers().between(1, 100),
            Arbitraries.integers().between(2, 400),
            Arbitraries.integers().between(1, 60),
            hour,
            hour,
            Arbitraries.longs().between(0, 100_000))
        .as(AnyTimes::new);
  }

  String yaml() {
    var dice = new Dice(variety);
    var lines = new ArrayList<String>();
    lines.add("times:");
    lines.add("  typing_pause: %ds".formatted(4 + dice.of(3)));
    lines.add("  long_typing_pause: %ds".formatted(8 + dice.of(30)));
    lines.add(
        IntStream.rangeClosed(1, nudges)
            .mapToObj(n -> n * every + "h")
            .collect(Collectors.joining(", ", "  nudges: [", "]")));
    lines.add("  at_risk: %dh".formatted(atRisk));
    lines.add("  waiting: 15m");
    lines.add("  drop_off: %dh".formatted(Math.max(dropOff, Math.max(nudges * every, atRisk) + 1)));
    lines.add("  after_end: %dd".formatted(afterEnd));
    lines.add("  zone: America/Sao_Paulo");
    if (dice.once(3)) {
      lines.add("  owner_silent: 2h");
    }
    if (dice.once(3)) {
      lines.add("  escalation: [30m, 2h]");
    }
    if (dice.once(3)) {
      lines.add("  window_closing: 2h");
    }
    if (!dice.once(4)) {
      String other = DAYS.get(dice.of(DAYS.size()));
      lines.add("  quiet_hours: {from: \"%02d:00\", to: \"%02d:30\"%s}".formatted(from, to, other));
      lines.add("  holidays: [12-25, 2026-04-03]");
    }
    if (dice.once(2)) {
      String other = OFFICE.get(dice.of(OFFICE.size()));
      lines.add("  business_hours: {from: \"09:00\", to: \"18:00\"%s}".formatted(other));
    }
    return String.join("\n", lines);
  }

  @Override
  public String toString() {
    return yaml();
  }
}
