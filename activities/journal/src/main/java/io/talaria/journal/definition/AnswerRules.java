package io.talaria.journal.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which keys of a question belong to which kind of answer. */
final class AnswerRules {
  static final List<String> KINDS =
      List.of("text", "number", "choice", "date", "email", "phone", "document");

  private static final Map<String, List<String>> OF_KIND =
      Map.of(
          "choice", List.of("choices", "button"),
          "number", List.of("min", "max"),
          "date", List.of("day"),
          "text", List.of("enough", "push_back"));

  private AnswerRules() {}

  /**
   * Notes a mistake for each key that belongs to another kind of answer.
   *
   * @param certain whether the kind was understood; otherwise nobody knows which keys are its own
   */
  static void only(Keys keys, String kind, boolean certain) {
    for (String key : certain ? foreign(kind) : List.<String>of()) {
      keys.maybe(key)
          .ifPresent(
              p -> p.mistake("nothing of the kind at a " + kind, "- ask: …", "`" + key + "`"));
    }
    KINDS.forEach(
        other -> keys.rule(Rules.when(Rules.is("answer", other), Rules.hasNot(foreign(other)))));
    keys.rule(Rules.when(Rules.is("answer", "choice"), choices()));
    keys.rule(Rules.beside("enough", "push_back"));
  }

  private static List<String> foreign(String kind) {
    return KINDS.stream()
        .filter(other -> !other.equals(kind))
        .flatMap(other -> OF_KIND.getOrDefault(other, List.of()).stream())
        .toList();
  }

  /**
   * Few choices are buttons with short titles under a short text; more are a list with a button.
   */
  private static Map<String, Object> choices() {
    var few = new LinkedHashMap<String, Object>();
    few.put("maxItems", Limits.BUTTONS);
    var buttons = new LinkedHashMap<String, Object>();
    buttons.put("text", SchemaWriter.translated(Limits.BUTTONS_BODY));
    buttons.put(
        "choices",
        Map.of(
            "items",
            Map.of("properties", Map.of("title", SchemaWriter.translated(Limits.BUTTON_TITLE)))));
    buttons.put("button", false);
    var rules = new ArrayList<Map<String, Object>>();
    rules.add(Rules.has("choices"));
    rules.add(
        Rules.when(
            Rules.both(Map.of("properties", Map.of("choices", few)), Rules.has("choices")),
            Map.of("properties", buttons),
            Rules.has("button")));
    return Map.of("allOf", rules);
  }
}
