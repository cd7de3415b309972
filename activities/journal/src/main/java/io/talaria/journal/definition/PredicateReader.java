package io.talaria.journal.definition;

import io.talaria.definition.Predicate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads conditions on answers. They may name questions that stand further down, so what they name
 * is checked once all questions are known: {@link #check}.
 */
final class PredicateReader {
  private static final String EXAMPLE = "{question: role, is: backend}";
  private static final List<String> TESTS =
      List.of("is", "one_of", "at_least", "at_most", "answered");
  private static final List<String> KEYS =
      List.of("question", "is", "one_of", "at_least", "at_most", "answered", "all", "any", "not");
  private static final List<String> FORMS = List.of("question", "all", "any", "not");

  /** One test of the answer; two bounds are one. */
  private static final Map<String, Object> ONE_TEST =
      Map.of(
          "oneOf",
          List.of(
              Rules.has("is"),
              Rules.has("one_of"),
              Rules.has("answered"),
              Rules.anyOf(List.of(Rules.has("at_least"), Rules.has("at_most")))));

  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}([.][0-9]{1,4})?");
  private static final int DEEPEST = 10;

  private final List<Named> named = new ArrayList<>();
  private final List<Turning> turnings = new ArrayList<>();

  /**
   * What can be asked about a question.
   *
   * @param number whether its answer is a number
   * @param choices ids of its choices; empty when anything may be answered
   */
  record Subject(boolean number, List<String> choices) {
    static Subject of(Answer answer) {
      return new Subject(
          answer instanceof Answer.WholeNumber,
          answer instanceof Answer.OneOf oneOf
              ? oneOf.options().stream().map(Answer.Option::id).toList()
              : List.of());
    }
  }

  /**
   * A question named by a condition.
   *
   * @param bound where a number is expected of it; null when none is
   * @param values what its answer is compared with
   */
  private record Named(Place place, String question, @Nullable Place bound, List<Place> values) {}

  /**
   * A condition that is looked at once.
   *
   * @param asked how many questions come before it
   */
  private record Turning(Predicate condition, List<Named> named, int asked) {}

  /**
   * A condition that is looked at once, when so many questions of the definition lie behind the
   * candidate: of later ones there is no answer.
   */
  Predicate read(Place place, int asked) {
    int before = named.size();
    Predicate condition = read(place);
    turnings.add(new Turning(condition, List.copyOf(named.subList(before, named.size())), asked));
    return condition;
  }

  /** The condition that stands here; one that never is met after a mistake. */
  Predicate read(Place place) {
    return nested(place, 1);
  }

  private Predicate nested(Place place, int depth) {
    if (depth > DEEPEST) {
      place.mistake(
          "conditions within each other at most %d deep".formatted(DEEPEST), EXAMPLE, "more");
      return never();
    }
    Keys keys = place.keys("a condition", List.of(), KEYS);
    keys.rule(Rules.exactlyOne(FORMS));
    keys.rule(Rules.when(Rules.has("question"), ONE_TEST, Rules.hasNot(TESTS)));
    List<String> forms = FORMS.stream().filter(keys::has).toList();
    if (forms.size() != 1) {
      place.mistake(
          "a condition with one of question, all, any and not",
          EXAMPLE,
          forms.isEmpty() ? place.found() : String.join(" and ", forms));
      return never();
    }
    String form = forms.getFirst();
    if (!form.equals("question")) {
      TESTS.stream()
          .filter(keys::has)
          .forEach(key -> keys.at(key).mistake("nothing beside " + form, EXAMPLE, "`" + key + "`"));
    }
    return switch (form) {
      case "all" -> new Predicate.All(parts(keys.at("all"), depth));
      case "any" -> new Predicate.Any(parts(keys.at("any"), depth));
      case "not" -> new Predicate.Not(nested(keys.at("not"), depth + 1));
      default -> test(keys);
    };
  }

  private List<Predicate> parts(Place place, int depth) {
    return place.list("conditions", "[" + EXAMPLE + "]", 1, 20).stream()
        .map(part -> nested(part, depth + 1))
        .toList();
  }

  private Predicate test(Keys keys) {
    String question = keys.at("question").id("a question's id", "role");
    List<String> tests = TESTS.stream().filter(keys::has).toList();
    boolean bounds = !tests.isEmpty() && List.of("at_least", "at_most").containsAll(tests);
    if (tests.size() != 1 && !bounds) {
      keys.here()
          .mistake(
              "one test of the answer (" + String.join(", ", TESTS) + ")",
              EXAMPLE,
              tests.isEmpty() ? "none" : String.join(" and ", tests));
      return never();
    }
    if (bounds) {
      return between(keys, question);
    }
    Place value = keys.at(tests.getFirst());
    return switch (tests.getFirst()) {
      case "answered" -> {
        name(keys, question, null, List.of());
        yield new Predicate.Answered(question, value.yesOrNo("whether it was answered"));
      }
      case "is" -> oneOf(keys, question, List.of(value));
      default -> oneOf(keys, question, value.list("answers", "[backend, data]", 1, 50));
    };
  }

  private Predicate oneOf(Keys keys, String question, List<Place> values) {
    name(keys, question, null, values);
    return new Predicate.OneOf(
        question, values.stream().map(value -> value.text("an answer", "backend", 200)).toList());
  }

  private Predicate between(Keys keys, String question) {
    BigDecimal least = keys.maybe("at_least").flatMap(PredicateReader::number).orElse(null);
    BigDecimal most = keys.maybe("at_most").flatMap(PredicateReader::number).orElse(null);
    if (least != null && most != null && least.compareTo(most) > 0) {
      keys.at("at_most").mistake("a number not below at_least", least.toPlainString(), "" + most);
    }
    name(keys, question, keys.at(keys.has("at_least") ? "at_least" : "at_most"), List.of());
    return new Predicate.Between(question, least, most);
  }

  private static Optional<BigDecimal> number(Place place) {
    String text = place.text("a number", "5", 20, Scalar.number());
    if (NUMBER.matcher(text).matches()) {
      return Optional.of(new BigDecimal(text));
    }
    if (!text.isEmpty()) {
      place.mistake("a number", "5", place.found());
    }
    return Optional.empty();
  }

  private void name(Keys keys, String question, @Nullable Place bound, List<Place> values) {
    named.add(new Named(keys.at("question"), question, bound, values));
  }

  /**
   * Notes a mistake for each condition that names no question, or an answer it can't have, or one
   * that it can't have yet.
   *
   * @param questions by id, in their order
   */
  void check(Map<String, Subject> questions) {
    checkOrder(List.copyOf(questions.keySet()));
    for (Named one : named) {
      Subject subject = questions.get(one.question());
      if (one.question().isEmpty()) {
        continue;
      }
      if (subject == null) {
        one.place()
            .mistake(
                "the id of a question of this definition",
                Nearest.of(one.question(), questions.keySet()),
                one.place().found());
        continue;
      }
      if (one.bound() != null && !subject.number()) {
        one.bound()
            .mistake(
                "bounds for a question or a field with answer: number only",
                "{question: %s, is: …}".formatted(one.question()),
                one.bound().found());
      }
      if (!subject.choices().isEmpty()) {
        one.values()
            .forEach(value -> value.name("a choice of " + one.question(), subject.choices()));
      }
    }
  }

  private void checkOrder(List<String> order) {
    var places = new HashMap<String, Integer>();
    order.forEach(id -> places.put(id, places.size()));
    for (Turning turning : turnings) {
      List<Named> later =
          turning.named().stream()
              .filter(one -> places.getOrDefault(one.question(), -1) >= turning.asked())
              .toList();
      Set<String> ids = later.stream().map(Named::question).collect(Collectors.toSet());
      if (!later.isEmpty() && !Foresight.mayHold(turning.condition(), ids)) {
        Named first = later.getFirst();
        List<String> earlier = order.subList(0, turning.asked());
        first
            .place()
            .mistake(
                "the id of a question that was asked before, since this can't hold here",
                earlier.isEmpty() ? "none" : Nearest.of(first.question(), earlier),
                first.place().found() + ", which is asked later");
      }
    }
  }

  private static Predicate never() {
    return new Predicate.Any(List.of());
  }
}
