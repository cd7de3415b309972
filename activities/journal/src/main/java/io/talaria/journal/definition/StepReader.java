package io.talaria.journal.definition;

import io.talaria.definition.Predicate;
import io.talaria.journal.definition.Step.Manners;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads what a stage says, asks and waits for. */
final class StepReader {
  private static final List<String> WAITS = List.of("accepted", "delivered");
  static final int LABEL = 60;

  private final Translations translations;
  private final References references;
  private final AnswerReader answers;
  private int read;

  StepReader(Translations translations, References references) {
    this.translations = translations;
    this.references = references;
    this.answers = new AnswerReader(translations, references);
  }

  List<Step> read(Place place) {
    var steps = new ArrayList<Step>();
    for (Place step : place.list("steps", "- ask: role", 1, Limits.STEPS)) {
      count(step);
      // What can't be read is a step all the same, to which a branch may lead.
      kind(step)
          .ifPresentOrElse(
              kind -> steps.add(step(step, kind, kind.keys(step))), () -> references.passes(step));
    }
    return List.copyOf(steps);
  }

  /** The first one too many is told, and no other. */
  private void count(Place step) {
    read++;
    if (read == Limits.STEPS + 1) {
      step.mistake(
          "at most %d steps in a definition, explored questions and fields of forms included"
              .formatted(Limits.STEPS),
          "another definition for what comes later",
          "one more");
    }
  }

  private Optional<StepKind> kind(Place place) {
    Keys any = place.peek("a step");
    List<StepKind> named =
        Arrays.stream(StepKind.values()).filter(kind -> any.has(kind.key())).toList();
    if (named.size() == 1) {
      return Optional.of(named.getFirst());
    }
    String kinds = String.join(", ", StepKind.keys());
    if (named.isEmpty()) {
      String first = any.all().keySet().stream().findFirst().orElse("");
      String found = first.isEmpty() ? place.found() : "`" + first + "`";
      place.mistake(
          "a step with one of %s".formatted(kinds),
          Nearest.of(first, StepKind.keys()) + ": …",
          found);
    } else {
      String second = named.get(1).key();
      place.mistake(
          "a step with only one of %s".formatted(kinds),
          "- %s: …".formatted(named.getFirst().key()),
          "`%s` beside `%s`".formatted(second, named.getFirst().key()));
    }
    return Optional.empty();
  }

  private Step step(Place place, StepKind kind, Keys keys) {
    return switch (kind) {
      case SAY -> {
        references.passes(place);
        yield new Step.Say(
            translations.read(keys.at("say"), "what is said", Limits.BODY),
            afterArrival(keys),
            ReviewReader.marked(keys));
      }
      case BRANCH -> branch(place, keys.at("branch"));
      default -> ask(place, kind, keys);
    };
  }

  private Step.Ask ask(Place place, StepKind kind, Keys keys) {
    Place idPlace = keys.at(kind.key());
    String id = idPlace.id("the id of " + article(kind), "role");
    references.asks(place, idPlace, id);
    Localized label = translations.read(keys.at("label"), "a label", LABEL);
    Answer answer = answers.read(kind, id, keys);
    references.answers(id, answer);
    if (answer instanceof Answer.Form form) {
      form.fields().forEach(field -> count(place));
    }
    Localized text =
        translations.read(
            keys.at("text"), "what is asked", answers.limit(kind, answer), Filling.of(answer));
    return new Step.Ask(
        id, label, text, answer, afterArrival(keys), ReviewReader.marked(keys), manners(id, keys));
  }

  private static String article(StepKind kind) {
    return kind == StepKind.ASK ? "a question" : "a " + kind.key();
  }

  private Manners manners(String id, Keys keys) {
    Localized hint =
        keys.maybe("hint")
            .map(p -> translations.read(p, "a hint", Limits.BUTTONS_BODY))
            .orElse(null);
    var knockOuts = new ArrayList<Step.KnockOut>();
    keys.maybe("knock_out")
        .ifPresent(
            list -> {
              for (Place entry : list.list("knock-outs", "- when: …", 1, 10)) {
                knockOuts.add(knockOut(entry));
              }
            });
    return new Manners(
        hint, keys.maybe("unsure").map(p -> unsure(id, p)).orElse(null), List.copyOf(knockOuts));
  }

  private Step.KnockOut knockOut(Place place) {
    Keys keys = place.keys("a knock-out", List.of("when", "reason", "text"), List.of());
    return new Step.KnockOut(
        references.predicate(keys.at("when")),
        keys.at("reason").id("a reason", "no_work_permit"),
        translations.read(keys.at("text"), "what is said", Limits.BODY));
  }

  private Step.Unsure unsure(String id, Place place) {
    Keys keys = place.keys("what helps who doesn't know", List.of("text", "explore"), List.of());
    Localized text = translations.read(keys.at("text"), "what is said", Limits.BUTTONS_BODY);
    var explore = new ArrayList<Step.Ask>();
    for (Place entry : keys.at("explore").list("questions", "- ask: interests", 1, 5)) {
      count(entry);
      Keys question = StepKind.ASK.keys(entry);
      if (question.has("ask")) {
        question
            .maybe("unsure")
            .ifPresent(p -> p.mistake("no further exploring within", "- ask: …", "`unsure`"));
        references.explores(id);
        explore.add(ask(entry, StepKind.ASK, question));
        references.explored();
      }
    }
    return new Step.Unsure(text, List.copyOf(explore));
  }

  private Step branch(Place step, Place place) {
    var cases = new ArrayList<Step.Case>();
    var otherwise = false;
    references.branches(step);
    for (Place entry : place.list("cases", "- when: …", 1, 20)) {
      if (otherwise) {
        entry.mistake("nothing behind `otherwise`", "- otherwise: …", entry.found());
      }
      Keys keys = entry.keys("a case", List.of(), List.of("when", "to", "otherwise"));
      keys.rule(Rules.exactlyOne(List.of("to", "otherwise")));
      keys.rule(Rules.when(Rules.has("to"), Rules.has("when"), Rules.hasNot(List.of("when"))));
      if (keys.has("otherwise")) {
        keys.maybe("when")
            .ifPresent(p -> p.mistake("no `when` beside `otherwise`", "otherwise: …", "one"));
        keys.maybe("to")
            .ifPresent(p -> p.mistake("no `to` beside `otherwise`", "otherwise: …", "one"));
        otherwise = true;
        cases.add(new Step.Case(Definition.ALWAYS, target(keys.at("otherwise"))));
      } else if (keys.has("when") && keys.has("to")) {
        Predicate when = references.turning(keys.at("when"));
        cases.add(new Step.Case(when, target(keys.at("to"))));
      } else {
        entry.mistake("a case with `when` and `to`, or `otherwise`", "otherwise: …", entry.found());
      }
    }
    references.branched(otherwise);
    return new Step.Branch(List.copyOf(cases));
  }

  private String target(Place place) {
    String id = place.id("the id of a later step or stage", "final_review");
    references.jumps(place, id);
    return id;
  }

  /** WhatsApp doesn't promise the order of two messages unless the first has arrived. */
  private static boolean afterArrival(Keys keys) {
    return keys.maybe("wait_for")
        .map(place -> place.word("what is waited for", WAITS).equals("delivered"))
        .orElse(false);
  }
}
