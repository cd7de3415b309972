package io.talaria.journal.definition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what a stage says and asks. */
final class StepReader {
  private static final List<String> WAITS = List.of("accepted", "delivered");
  private static final List<String> BESIDE_SAY = List.of("say", "wait_for", "review");
  private static final List<String> ANSWERS = List.of("text", "number", "choice");

  private final Translations translations;
  private final Set<String> questions = new HashSet<>();

  StepReader(Translations translations) {
    this.translations = translations;
  }

  List<Step> read(Place place) {
    var steps = new ArrayList<Step>();
    for (Place step : place.list("steps", "- ask: role", 1, 50)) {
      steps.add(step(step));
    }
    return List.copyOf(steps);
  }

  private Step step(Place place) {
    Keys keys =
        place.keys(
            "a step",
            List.of(),
            List.of(
                "say",
                "ask",
                "label",
                "text",
                "answer",
                "choices",
                "button",
                "min",
                "max",
                "wait_for",
                "review"));
    if (keys.has("say") == keys.has("ask")) {
      place.mistake("a step with either say or ask", "ask: role", place.found());
    }
    if (!keys.has("ask")) {
      keys.all().keySet().stream()
          .filter(key -> !BESIDE_SAY.contains(key))
          .forEach(key -> keys.at(key).mistake("nothing beside say", "- say: …", "`" + key + "`"));
      return new Step.Say(
          translations.read(keys.at("say"), "what is said", Limits.BODY),
          afterArrival(keys),
          ReviewReader.marked(keys));
    }
    return ask(keys);
  }

  private Step ask(Keys keys) {
    Place idPlace = keys.at("ask");
    String id = idPlace.id("a question's id", "role");
    if (!id.isEmpty() && !questions.add(id)) {
      idPlace.mistake("each question's id once", "seniority", idPlace.found() + " again");
    }
    Localized label = translations.read(required(keys, "label"), "a label", 60);
    String kind = required(keys, "answer").word("a kind of answer", ANSWERS);
    only(keys, kind);
    Step.Answer answer =
        switch (kind) {
          case "number" -> number(keys);
          case "choice" -> choice(keys);
          default -> new Step.FreeText();
        };
    boolean buttons = answer instanceof Step.OneOf oneOf && oneOf.button() == null;
    int limit = buttons ? Limits.BUTTONS_BODY : Limits.BODY;
    Localized text = translations.read(required(keys, "text"), "a question", limit);
    return new Step.Ask(id, label, text, answer, afterArrival(keys), ReviewReader.marked(keys));
  }

  /** WhatsApp doesn't promise the order of two messages unless the first has arrived. */
  private static boolean afterArrival(Keys keys) {
    return keys.maybe("wait_for")
        .map(place -> place.word("what is waited for", WAITS).equals("delivered"))
        .orElse(false);
  }

  private Step.Answer number(Keys keys) {
    int min = keys.maybe("min").map(p -> p.number("a whole number", "0")).orElse(0);
    int max = keys.maybe("max").map(p -> p.number("a whole number", "60")).orElse(1_000_000);
    if (max < min) {
      keys.at("max").mistake("a number not below min", String.valueOf(min), "" + max);
    }
    return new Step.WholeNumber(min, max);
  }

  private Step.Answer choice(Keys keys) {
    List<Place> places = required(keys, "choices").list("choices", "- id: backend", 2, Limits.ROWS);
    boolean buttons = places.size() <= Limits.BUTTONS;
    int limit = buttons ? Limits.BUTTON_TITLE : Limits.ROW_TITLE;
    var ids = new HashSet<String>();
    var options = new ArrayList<Step.Option>();
    for (Place place : places) {
      Keys option = place.keys("a choice", List.of("id", "title"), List.of("also"));
      String id = option.at("id").id("a choice's id", "backend");
      if (!id.isEmpty() && !ids.add(id)) {
        option.at("id").mistake("each choice's id once", "frontend", "`" + id + "` again");
      }
      Localized title = translations.read(option.at("title"), "a choice's title", limit);
      options.add(new Step.Option(id, title, also(option)));
    }
    return new Step.OneOf(List.copyOf(options), button(keys, buttons));
  }

  private static List<String> also(Keys option) {
    return option
        .maybe("also")
        .map(
            also ->
                also.list("words", "[back end]", 1, 30).stream()
                    .map(word -> Folded.of(word.text("a word", "back end", 60)))
                    .toList())
        .orElse(List.of());
  }

  /** More than three choices are a list, which a button with a text of its own opens. */
  private @Nullable Localized button(Keys keys, boolean buttons) {
    if (buttons) {
      keys.maybe("button")
          .ifPresent(p -> p.mistake("no button with up to three choices", "choices: …", "one"));
      return null;
    }
    return translations.read(required(keys, "button"), "the list's button", Limits.BUTTON_TITLE);
  }

  private static void only(Keys keys, String kind) {
    List<String> foreign =
        switch (kind) {
          case "number" -> List.of("choices", "button");
          case "choice" -> List.of("min", "max");
          default -> List.of("choices", "button", "min", "max");
        };
    for (String key : foreign) {
      keys.maybe(key)
          .ifPresent(
              p -> p.mistake("nothing of the kind at a " + kind, "- ask: …", "`" + key + "`"));
    }
  }

  private static Place required(Keys keys, String key) {
    if (!keys.has(key)) {
      keys.here().mistake("the key `%s` of a question".formatted(key), key + ": …", "none");
    }
    return keys.at(key);
  }
}
