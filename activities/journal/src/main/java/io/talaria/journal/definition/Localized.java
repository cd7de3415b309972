package io.talaria.journal.definition;

import java.util.Map;

/** A text in every language of its definition, by BCP 47 tag. */
public record Localized(Map<String, String> byLanguage) {
  public Localized {
    byLanguage = Map.copyOf(byLanguage);
  }

  /**
   * The text in this language.
   *
   * @throws IllegalArgumentException if the definition doesn't speak it
   */
  public String in(String language) {
    String text = byLanguage.get(language);
    if (text == null) {
      throw new IllegalArgumentException("No text in language " + language);
    }
    return text;
  }
}
