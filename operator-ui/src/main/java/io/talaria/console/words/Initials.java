package io.talaria.console.words;

import org.jspecify.annotations.Nullable;

/** Two letters in a ring. */
public final class Initials {
  private Initials() {}

  /** First letters of the first and the last word; {@code ?} for people without a name. */
  public static String of(@Nullable String name) {
    if (name == null || name.isBlank()) {
      return "?";
    }
    String[] words = name.strip().split("\\s+");
    String first = letter(words[0]);
    return words.length == 1 ? first : first + letter(words[words.length - 1]);
  }

  private static String letter(String word) {
    return Character.toString(Character.toUpperCase(word.codePointAt(0)));
  }
}
