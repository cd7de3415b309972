package io.talaria.definition;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A condition on a candidate's answers, as data. It is neither met nor unmet while the answers that
 * it needs are missing: so nobody is ruled out by a question that was not asked, and {@code not}
 * doesn't turn a missing answer into a reason.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Predicate.OneOf.class, name = "one_of"),
  @JsonSubTypes.Type(value = Predicate.Between.class, name = "between"),
  @JsonSubTypes.Type(value = Predicate.Answered.class, name = "answered"),
  @JsonSubTypes.Type(value = Predicate.All.class, name = "all"),
  @JsonSubTypes.Type(value = Predicate.Any.class, name = "any"),
  @JsonSubTypes.Type(value = Predicate.Not.class, name = "not")
})
public sealed interface Predicate {
  /** What the answers say about it. */
  enum Verdict {
    MET,
    UNMET,
    /** An answer that decides it is missing. */
    OPEN
  }

  /** What these answers, by question id, say about it. */
  Verdict of(Map<String, String> answers);

  /** Whether it is met; false also while it is open. */
  default boolean met(Map<String, String> answers) {
    return of(answers) == Verdict.MET;
  }

  /** The answer is one of these, letter for letter: ids of choices, or short texts. */
  record OneOf(String question, List<String> values) implements Predicate {
    public OneOf {
      values = List.copyOf(values);
    }

    @Override
    public Verdict of(Map<String, String> answers) {
      String answer = answers.get(question);
      return answer == null ? Verdict.OPEN : verdict(values.contains(answer));
    }
  }

  /**
   * The answer is a number within these bounds, both included. An answer that is no number is
   * unmet.
   *
   * @param least null for no lower bound
   * @param most null for no upper bound
   */
  record Between(String question, @Nullable BigDecimal least, @Nullable BigDecimal most)
      implements Predicate {
    @Override
    public Verdict of(Map<String, String> answers) {
      String answer = answers.get(question);
      if (answer == null) {
        return Verdict.OPEN;
      }
      try {
        BigDecimal number = new BigDecimal(answer.strip());
        return verdict(
            (least == null || number.compareTo(least) >= 0)
                && (most == null || number.compareTo(most) <= 0));
      } catch (NumberFormatException e) {
        return Verdict.UNMET;
      }
    }
  }

  /** The question was answered, or was not. Never open. */
  record Answered(String question, boolean yes) implements Predicate {
    @Override
    public Verdict of(Map<String, String> answers) {
      return verdict(answers.containsKey(question) == yes);
    }
  }

  /** Each of these is met. */
  record All(List<Predicate> parts) implements Predicate {
    public All {
      parts = List.copyOf(parts);
    }

    @Override
    public Verdict of(Map<String, String> answers) {
      return decided(parts, answers, Verdict.UNMET, Verdict.MET);
    }
  }

  /** At least one of these is met. */
  record Any(List<Predicate> parts) implements Predicate {
    public Any {
      parts = List.copyOf(parts);
    }

    @Override
    public Verdict of(Map<String, String> answers) {
      return decided(parts, answers, Verdict.MET, Verdict.UNMET);
    }
  }

  /** The opposite; what is open stays open. */
  record Not(Predicate part) implements Predicate {
    @Override
    public Verdict of(Map<String, String> answers) {
      return switch (part.of(answers)) {
        case MET -> Verdict.UNMET;
        case UNMET -> Verdict.MET;
        case OPEN -> Verdict.OPEN;
      };
    }
  }

  private static Verdict verdict(boolean met) {
    return met ? Verdict.MET : Verdict.UNMET;
  }

  /** One part that is {@code decisive} decides all; else one that is open leaves it open. */
  private static Verdict decided(
      List<Predicate> parts, Map<String, String> answers, Verdict decisive, Verdict otherwise) {
    Verdict verdict = otherwise;
    for (Predicate part : parts) {
      Verdict its = part.of(answers);
      if (its == decisive) {
        return decisive;
      }
      if (its == Verdict.OPEN) {
        verdict = Verdict.OPEN;
      }
    }
    return verdict;
  }
}
