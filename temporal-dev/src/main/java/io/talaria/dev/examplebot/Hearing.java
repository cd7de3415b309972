package io.talaria.dev.examplebot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Makes of words what the contract takes as an answer: a choice's id, a number alone. What isn't
 * one is asked again, since Talaria would refuse it, and with it the whole turn.
 */
final class Hearing {
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

  private final ResourceBundle words;
  private final JsonNode question;

  Hearing(ResourceBundle words, JsonNode question) {
    this.words = words;
    this.question = question;
  }

  /** The answer in these words; empty when they are none. */
  Optional<String> value(String text) {
    return switch (question.path("answer").asString("text")) {
      case "choice" -> choice(text);
      case "number" -> number(text);
      default -> Optional.of(text);
    };
  }

  /** By its id, or by the title that this bot gives it. */
  private Optional<String> choice(String text) {
    var choices = new ArrayList<String>();
    question.path("choices").forEach(choice -> choices.add(choice.asString()));
    List<String> meant =
        choices.stream().filter(choice -> choice.equals(text) || isTitle(choice, text)).toList();
    return meant.size() == 1 ? Optional.of(meant.getFirst()) : Optional.empty();
  }

  private boolean isTitle(String choice, String text) {
    String key = "choice." + choice;
    return words.containsKey(key)
        && Intent.folded(words.getString(key)).equals(Intent.folded(text.strip()));
  }

  private Optional<String> number(String text) {
    Matcher matcher = NUMBER.matcher(text);
    if (!matcher.find()) {
      return Optional.empty();
    }
    int value = Integer.parseInt(matcher.group());
    boolean within =
        value >= question.path("min").asInt(0)
            && value <= question.path("max").asInt(Integer.MAX_VALUE);
    return within ? Optional.of(String.valueOf(value)) : Optional.empty();
  }
}
