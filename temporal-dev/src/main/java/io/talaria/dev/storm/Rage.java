package io.talaria.dev.storm;

import io.talaria.dev.storm.check.Violation;
import java.util.List;

/** Whether a run was a storm at all: one whose faults were skipped has proven nothing. */
final class Rage {
  /** The check's name in reports; what breaks it is the storm's failure, not the product's. */
  static final String NAME = "the storm has raged";

  private Rage() {}

  /**
   * Violated when less than a third of the faults befell anything: some find nobody at the moment
   * that they wait for.
   *
   * @param possible faults that were planned, without those whose part another one had
   */
  static List<Violation> tooLittle(int possible, int injected) {
    return injected > 0 && 3 * injected >= possible
        ? List.of()
        : List.of(
            new Violation(
                NAME,
                "",
                "%d of %d faults were injected; this run says nothing about the product"
                    .formatted(injected, possible),
                List.of()));
  }
}
