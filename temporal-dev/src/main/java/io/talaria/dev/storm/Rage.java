package io.talaria.dev.storm;

import io.talaria.dev.storm.check.Violation;
import java.util.List;

/** Whether a run was a storm at all: one whose faults were skipped has proven nothing. */
final class Rage {
  /** The check's name in reports; what breaks it is the storm's failure, not the product's. */
  static final String NAME = "the storm has raged";

  private Rage() {}

  /**
   * Violated when less than a third of the faults befell anything: some meet a part that is down,
   * or find nobody at the moment that they wait for.
   */
  static List<Violation> tooLittle(int planned, int injected) {
    return injected > 0 && 3 * injected >= planned
        ? List.of()
        : List.of(
            new Violation(
                NAME,
                "",
                "%d of %d faults were injected; this run says nothing about the product"
                    .formatted(injected, planned),
                List.of()));
  }
}
