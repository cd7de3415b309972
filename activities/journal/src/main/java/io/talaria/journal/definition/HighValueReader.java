package io.talaria.journal.definition;

import io.talaria.definition.Plan;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads which candidates the team is told of sooner. */
final class HighValueReader {
  private HighValueReader() {}

  /**
   * @param questions of the whole definition, by id
   */
  static Plan.@Nullable HighValue read(
      Optional<Place> place, Map<String, PredicateReader.Subject> questions) {
    if (place.isEmpty()) {
      return null;
    }
    Keys keys = place.get().keys("high_value", List.of("when"), List.of("at_risk"));
    var conditions = new PredicateReader();
    var rule =
        new Plan.HighValue(
            conditions.read(keys.at("when")),
            keys.maybe("at_risk").map(span -> Spans.of(span, "a time", "12h")).orElse(null));
    conditions.check(questions);
    return rule;
  }
}
