package io.talaria.journal.definition;

import io.talaria.definition.Predicate;
import io.talaria.definition.Predicate.Verdict;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What a condition may come to while some of its questions can't have an answer yet. */
final class Foresight {
  private static final Set<Verdict> ANY = EnumSet.allOf(Verdict.class);

  private Foresight() {}

  /**
   * Whether there are answers of which it holds.
   *
   * @param later questions that have no answer yet
   */
  static boolean mayHold(Predicate condition, Set<String> later) {
    return verdicts(condition, later).contains(Verdict.MET);
  }

  /** All that it may come to, or more. */
  private static Set<Verdict> verdicts(Predicate condition, Set<String> later) {
    return switch (condition) {
      case Predicate.OneOf one -> later.contains(one.question()) ? Set.of(Verdict.OPEN) : ANY;
      case Predicate.Between one -> later.contains(one.question()) ? Set.of(Verdict.OPEN) : ANY;
      case Predicate.Answered one when later.contains(one.question()) ->
          Set.of(one.yes() ? Verdict.UNMET : Verdict.MET);
      case Predicate.Answered ignored -> EnumSet.of(Verdict.MET, Verdict.UNMET);
      case Predicate.All all -> together(all.parts(), later, Verdict.UNMET, Verdict.MET);
      case Predicate.Any any -> together(any.parts(), later, Verdict.MET, Verdict.UNMET);
      case Predicate.Not not -> opposite(verdicts(not.part(), later));
    };
  }

  /**
   * @param decisive one part that comes to this decides all
   * @param otherwise what it comes to where all parts do
   */
  private static Set<Verdict> together(
      List<Predicate> parts, Set<String> later, Verdict decisive, Verdict otherwise) {
    List<Set<Verdict>> each = parts.stream().map(part -> verdicts(part, later)).toList();
    var may = EnumSet.noneOf(Verdict.class);
    if (each.stream().anyMatch(one -> one.contains(decisive))) {
      may.add(decisive);
    }
    if (each.stream().anyMatch(one -> one.contains(Verdict.OPEN))) {
      may.add(Verdict.OPEN);
    }
    if (each.stream().allMatch(one -> one.contains(otherwise))) {
      may.add(otherwise);
    }
    return may;
  }

  private static Set<Verdict> opposite(Set<Verdict> verdicts) {
    var may = EnumSet.noneOf(Verdict.class);
    for (Verdict verdict : verdicts) {
      may.add(
          switch (verdict) {
            case MET -> Verdict.UNMET;
            case UNMET -> Verdict.MET;
            case OPEN -> Verdict.OPEN;
          });
    }
    return may;
  }
}
