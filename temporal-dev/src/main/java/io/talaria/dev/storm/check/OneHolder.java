package io.talaria.dev.storm.check;

import io.talaria.dev.storm.check.Evidence.Asked;
import io.talaria.dev.storm.check.Evidence.Hold;
import io.talaria.dev.storm.check.Evidence.How;
import io.talaria.dev.storm.check.Evidence.What;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two recruiters never hold a journey at once: nobody takes what is held unless it is given to
 * them, or they are a lead, and who has lost it can't write as its holder any more.
 */
final class OneHolder implements Check {
  @Override
  public String name() {
    return "one recruiter holds a journey at a time";
  }

  @Override
  public List<Violation> violations(Evidence evidence) {
    List<Violation> found = new ArrayList<>();
    Holding holding = new Holding(evidence.holds());
    for (Hold one : evidence.holds()) {
      Instant until = holding.surelyUntil(one);
      for (Hold other : evidence.holds()) {
        if (both(one, until, other)) {
          found.add(
              new Violation(
                  name(),
                  one.number(),
                  "%s has it since %s, %s since %s"
                      .formatted(one.operator(), one.ackedAt(), other.operator(), other.ackedAt()),
                  List.of(one.request(), other.request())));
        }
      }
      for (Asked asked : evidence.asked()) {
        if (wroteMeanwhile(one, until, asked)) {
          found.add(
              new Violation(
                  name(),
                  one.number(),
                  "%s has it since %s, yet %s wrote as its holder at %s"
                      .formatted(one.operator(), one.ackedAt(), asked.operator(), asked.askedAt()),
                  List.of(one.request(), asked.request())));
        }
      }
    }
    return found;
  }

  private static boolean both(Hold one, @Nullable Instant until, Hold other) {
    // What a lead took was perhaps taken from somebody whose own receipt came late.
    Instant free = one.how() == How.TAKEN ? other.ackedAt() : other.askedAt();
    return one.number().equals(other.number())
        && !one.operator().equals(other.operator())
        && other.how() == How.TAKEN
        && free.isAfter(one.ackedAt())
        && (until == null || other.ackedAt().isBefore(until));
  }

  private static boolean wroteMeanwhile(Hold hold, @Nullable Instant until, Asked asked) {
    Instant answered = asked.answeredAt();
    return asked.what() == What.REPLY
        && asked.number().equals(hold.number())
        && !asked.operator().equals(hold.operator())
        && answered != null
        && asked.askedAt().isAfter(hold.ackedAt())
        && (until == null || answered.isBefore(until));
  }
}
