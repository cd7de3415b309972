package io.talaria.journal.definition;

import java.util.Collection;
import java.util.Comparator;

/** Finds the word that somebody probably meant. */
public final class Nearest {
  private Nearest() {}

  /** The valid word with the fewest edits; the first of equals. */
  public static String of(String word, Collection<String> valid) {
    return valid.stream().min(Comparator.comparingInt(v -> edits(word, v))).orElse(word);
  }

  private static int edits(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
