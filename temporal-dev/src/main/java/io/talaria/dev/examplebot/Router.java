package io.talaria.dev.examplebot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * What the dispatcher makes of words at a question that routes: which choice they mean, where that
 * leads, what they name and whether it hurries. Its words stand in the bundle of the language.
 */
final class Router {
  private static final Pattern NUMBER = Pattern.compile("\\b\\d{1,3}\\b");

  private final ResourceBundle words;

  Router(ResourceBundle words) {
    this.words = words;
  }

  /** Whether the dispatcher knows words for the choices of this question. */
  boolean routes(JsonNode question) {
    return choices(question).stream().anyMatch(choice -> words.containsKey("means." + choice));
  }

  /** The choice that is meant; empty when the words mean none, or more than one. */
  Optional<String> meant(JsonNode question, String text) {
    List<String> meant =
        choices(question).stream()
            .filter(choice -> has(text, "means." + choice).isPresent())
            .toList();
    return meant.size() == 1 ? Optional.of(meant.getFirst()) : Optional.empty();
  }

  /** The stage at which somebody goes on who chose this; empty for the next one. */
  Optional<String> stage(String choice) {
    String key = "route." + choice;
    return words.containsKey(key) ? Optional.of(words.getString(key)) : Optional.empty();
  }

  /** What the words name: how many, and what makes it urgent. */
  Map<String, String> entities(String text) {
    var entities = new LinkedHashMap<String, String>();
    Matcher number = NUMBER.matcher(text);
    if (number.find()) {
      entities.put("count", number.group());
    }
    has(text, "urgent").ifPresent(word -> entities.put("urgency", word));
    return entities;
  }

  /** How much it hurries, as the contract writes it. */
  String priority(String text) {
    return has(text, "urgent").isPresent() ? "high" : "low";
  }

  private Optional<String> has(String text, String key) {
    if (!words.containsKey(key)) {
      return Optional.empty();
    }
    String folded = " " + Intent.folded(text).replaceAll("[^a-z0-9]+", " ").strip() + " ";
    return Arrays.stream(words.getString(key).split(","))
        .filter(word -> folded.contains(" " + Intent.folded(word.strip()) + " "))
        .findFirst();
  }

  private static List<String> choices(JsonNode question) {
    var choices = new ArrayList<String>();
    question.path("choices").forEach(choice -> choices.add(choice.asString()));
    return choices;
  }
}
