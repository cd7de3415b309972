package io.talaria.gateway.repair;

import io.talaria.gateway.repair.Release.Line;
import io.talaria.gateway.repair.Release.Outcome;
import java.io.PrintStream;
import java.util.EnumMap;

/** Tells people what became of journeys after a restoration. */
final class ReleaseReport {
  private static final String ROW = "%-36s  %8s  %8s  %s%n";

  private ReleaseReport() {}

  static int standstill(Release release, boolean apply, PrintStream out) {
    if (!apply) {
      out.println("Every bot would stand still until its journey is released. Add --apply.");
      return 0;
    }
    out.printf(
        "%d candidates stand still: no bot speaks to them. Start gateway, worker and console, then"
            + " repair --release --apply.%n",
        release.standstill());
    return 0;
  }

  static int run(Release release, boolean apply, PrintStream out) {
    var sums = new EnumMap<Outcome, Integer>(Outcome.class);
    out.printf(ROW, "candidate", "journal", "run", "");
    release.run(
        apply,
        line -> {
          tell(line, apply, out);
          sums.merge(line.outcome(), 1, Integer::sum);
        });
    out.println(sums);
    if (!apply) {
      out.println("Nothing was changed. Add --apply to release them.");
    }
    return sums.containsKey(Outcome.LATER) ? 1 : 0;
  }

  private static void tell(Line line, boolean apply, PrintStream out) {
    String words =
        switch (line.outcome()) {
          case RELEASED ->
              line.after() > line.before()
                  ? "released; the record lacks what happened between these revisions"
                  : "released";
          case RELEASED_AS_RESTORED -> "released as restored: no run knows more";
          case NOTHING_OPEN -> "nothing open";
          case GAP ->
              "GAP: the journal doesn't know this candidate. Their next message begins a new journey;"
                  + " look them up in Temporal and end that run";
          case LATER -> "its run doesn't tell its state now; try again";
        };
    out.printf(
        ROW, line.candidateId(), line.before(), line.after(), (apply ? "" : "would be: ") + words);
  }
}
