package io.talaria.console.plans;

import io.talaria.journal.replan.MoveJourneys.Became;
import io.talaria.journal.replan.MoveJourneys.Line;
import io.talaria.journal.replan.Mover;
import io.talaria.journal.replan.Mover.Prospect;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Journeys that are alike in what becomes of them, counted. */
class Tally {
  /**
   * Alike are those of which the same is told.
   *
   * @param stage where they stand; null where that isn't told
   * @param asked the question that is asked instead of theirs; null when none is
   */
  record Kind(
      Became became,
      Prospect prospect,
      @Nullable String stage,
      @Nullable String toStage,
      @Nullable String asked) {
    static Kind of(Line line) {
      Mover journey = line.journey();
      boolean stays = line.became() == Became.STAYS;
      boolean leaves = !journey.toStage().equals(journey.stage());
      return new Kind(
          line.became(),
          journey.prospect(),
          stays ? journey.stage() : null,
          leaves ? journey.toStage() : null,
          journey.prospect() == Prospect.ASKS_ANEW ? journey.toStep() : null);
    }
  }

  private final Map<Kind, Counted> kinds = new LinkedHashMap<>();
  private final Set<Integer> plans = new HashSet<>();
  private long all;

  /** So many, such as this one. */
  record Counted(Line example, long count) {}

  void add(Line line) {
    all++;
    plans.add(line.journey().plan());
    kinds.merge(
        Kind.of(line),
        new Counted(line, 1),
        (one, more) -> new Counted(one.example(), one.count() + 1));
  }

  long all() {
    return all;
  }

  long of(Became became) {
    return kinds.entrySet().stream()
        .filter(kind -> kind.getKey().became() == became)
        .mapToLong(kind -> kind.getValue().count())
        .sum();
  }

  /** Numbers of the plans on which they are. */
  Set<Integer> plans() {
    return plans;
  }

  /** The kinds, the most frequent first. */
  List<Counted> kinds() {
    return kinds.values().stream()
        .sorted(Comparator.comparingLong(Counted::count).reversed())
        .toList();
  }

  /**
   * Stages whose journeys stay where they are until somebody says where they go on, with how many.
   */
  Map<String, Long> stuck() {
    var stuck = new TreeMap<String, Long>();
    kinds.forEach(
        (kind, counted) -> {
          if (kind.became() == Became.STAYS && kind.stage() != null) {
            stuck.merge(kind.stage(), counted.count(), Long::sum);
          }
        });
    return stuck;
  }
}
