package io.talaria.dev.storm.check;

import io.talaria.dev.storm.check.Evidence.Hold;
import java.util.ArrayList;
import java.util.List;

/** Two recruiters never hold a journey at once. */
final class OneHolder implements Check {
  @Override
  public String name() {
    return "one recruiter holds a journey at a time";
  }

  @Override
  public List<Violation> violations(Evidence evidence) {
    List<Violation> found = new ArrayList<>();
    List<Hold> holds = evidence.holds();
    for (Hold one : holds) {
      for (Hold other : holds) {
        boolean both =
            one.number().equals(other.number())
                && !one.operator().equals(other.operator())
                && other.ackedAt().isAfter(one.ackedAt())
                && (one.releasedAt() == null || other.ackedAt().isBefore(one.releasedAt()));
        if (both) {
          found.add(
              new Violation(
                  name(),
                  one.number(),
                  "%s has it since %s, %s since %s"
                      .formatted(one.operator(), one.ackedAt(), other.operator(), other.ackedAt()),
                  List.of(one.request(), other.request())));
        }
      }
    }
    return found;
  }
}
