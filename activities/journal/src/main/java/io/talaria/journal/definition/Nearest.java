package io.talaria.journal.definition;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the word that somebody probably meant. */
public final class Nearest {
  private Nearest() {}

  /** The valid word with the fewest edits; the first of equals. */
  public static String of(String word, Collection<String> valid) {
    return valid.stream().min(Comparator.comparingInt(v -> edits(word, v))).orElse(word);
  }

  /** The one valid word with the fewest edits, if these are few enough and no other is as near. */
  public static Optional<String> within(int edits, String word, Collection<String> valid) {
    int fewest = edits + 1;
    String nearest = null;
    for (String one : valid) {
      // Each letter more or less is an edit, so most words need no closer look.
      int needed = Math.abs(one.length() - word.length()) > edits ? edits + 1 : edits(word, one);
      if (needed < fewest) {
        fewest = needed;
        nearest = one;
      } else if (needed == fewest && !one.equals(nearest)) {
        nearest = null;
      }
    }
    return Optional.ofNullable(nearest);
  }

  /** Letters put in, left out, changed, or swapped with their neighbour, as fingers do. */
  private static int edits(String a, String b) {
    int[][] needed = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        needed[i][j] = i == 0 || j == 0 ? i + j : edits(a, b, i, j, needed);
      }
    }
    return needed[a.length()][b.length()];
  }

  private static int edits(String a, String b, int i, int j, int[][] needed) {
    boolean same = a.charAt(i - 1) == b.charAt(j - 1);
    int fewest =
        Math.min(
            needed[i - 1][j - 1] + (same ? 0 : 1),
            Math.min(needed[i - 1][j], needed[i][j - 1]) + 1);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(fewest, needed[i - 2][j - 2] + 1) : fewest;
  }
}
