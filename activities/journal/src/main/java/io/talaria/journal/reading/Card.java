package io.talaria.journal.reading;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a candidate's journey beside the words.
 *
 * @param answers by step id, in the order of the record
 * @param visits in the order they were entered
 */
public record Card(
    double risk, List<Factor> factors, Map<String, String> answers, List<Visit> visits) {
  /** Why the risk is what it is; a negative weight lowers it. */
  public record Factor(String factor, double weight) {}

  /** A stay in a stage. */
  public record Visit(
      String stage, Instant enteredAt, @Nullable Instant leftAt, @Nullable String leftAs) {}
}
