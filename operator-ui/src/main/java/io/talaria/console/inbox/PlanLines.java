package io.talaria.console.inbox;

import io.talaria.console.words.Moments;
import io.talaria.port.JourneyEvent.PlanChanged;
import io.talaria.port.JourneyEvent.PlannedStartVoid;

/** What is told in the conversation of plans that people made beside it. */
final class PlanLines {
  private PlanLines() {}

  static String told(PlanChanged changed, Moments moments) {
    return moments
        .words()
        .say(
            changed.asked() == null ? "event.planChanged" : "event.planChanged.asked",
            "t",
            moments.minute(changed.at()),
            "from",
            changed.from(),
            "to",
            changed.to(),
            "by",
            changed.by());
  }

  static String told(PlannedStartVoid gone, Moments moments) {
    return moments
        .words()
        .say(
            "event.plannedStartVoid",
            "t",
            moments.minute(gone.at()),
            "at",
            moments.near(gone.startsAt()),
            "by",
            gone.by());
  }
}
