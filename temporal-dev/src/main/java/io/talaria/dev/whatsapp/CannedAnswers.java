package io.talaria.dev.whatsapp;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a scripted candidate says to an open question, by the words that the question uses. */
final class CannedAnswers {
  /** Any of the words in the question, then the answer by language. */
  private record Rule(List<String> words, String pt, String es, String en) {}

  private static final List<Rule> RULES =
      List.of(
          new Rule(List.of("quantos anos", "cuántos años", "how many years"), "5", "7", "6"),
          new Rule(
              List.of("salári", "salario", "salary"),
              "9.000 reais",
              "45.000 euros",
              "90,000 dollars"));

  private static final Map<String, String> OTHERWISE =
      Map.of(
          "pt", "Gosto de trabalhar com Java e de resolver problemas em equipe.",
          "es", "Me gusta trabajar con Java y resolver problemas en equipo.",
          "en", "I like working with Java and solving problems as a team.");

  private CannedAnswers() {}

  static String to(String question, String language) {
    String asked = question.toLowerCase(Locale.ROOT);
    return RULES.stream()
        .filter(rule -> rule.words().stream().anyMatch(asked::contains))
        .findFirst()
        .map(
            rule ->
                switch (language) {
                  case "pt" -> rule.pt();
                  case "es" -> rule.es();
                  default -> rule.en();
                })
        .orElseGet(() -> OTHERWISE.getOrDefault(language, OTHERWISE.get("en")));
  }
}
