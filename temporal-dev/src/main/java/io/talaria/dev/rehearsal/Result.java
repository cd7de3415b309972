package io.talaria.dev.rehearsal;

import io.talaria.journal.definition.Rehearsal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a rehearsal went.
 *
 * @param transcript the story as it was played, up to its end or to what was not as expected
 * @param failure null when all was as expected
 * @param line on which the failure stands; where the rehearsal begins when there is none
 * @param took on this machine's clock
 */
record Result(
    Rehearsal rehearsal,
    List<String> transcript,
    @Nullable Unmet failure,
    int line,
    Duration took) {

  boolean passed() {
    return failure == null;
  }

  /** What was expected, what came instead, and where; empty when it passed. */
  List<String> trouble() {
    if (failure == null) {
      return List.of();
    }
    var lines = new ArrayList<String>();
    lines.add("  expected  " + indented(failure.expected()));
    lines.add("  came      " + indented(failure.came()));
    lines.add("  at        %s:%d".formatted(rehearsal.file(), line));
    return lines;
  }

  private static String indented(String text) {
    return text.replace("\n", "\n            ");
  }
}
