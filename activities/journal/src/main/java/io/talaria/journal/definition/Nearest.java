package io.talaria.journal.definition;

import java.util.Collection;
import java.util.Optional;

/** Finds the word that somebody probably meant. */
public final class Nearest {
  private Nearest() {}

  /** The valid word with the fewest edits; the first of equals. */
  public static String of(String word, Collection<String> valid) {
    String nearest = word;
    int fewest = Integer.MAX_VALUE;
    for (String one : valid) {
      int bound = Math.min(fewest, Math.max(word.length(), one.length()) + 1);
      int edits = edits(word, one, bound);
      if (edits < bound) {
        nearest = one;
        fewest = edits;
      }
    }
    return nearest;
  }

  /**
   * How many edits make one of the other, or {@code bound} for that many and more: a file may have
   * thousands of words, and as many mistakes, so that nothing is counted that changes nothing.
   */
  private static int edits(String a, String b, int bound) {
    if (Math.abs(a.length() - b.length()) >= bound) {
      return bound;
    }
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      // Farther from the diagonal it takes more than the bound already.
      int from = Math.max(1, i - bound);
      int to = Math.min(b.length(), i + bound);
      int diagonal = row[from - 1];
      row[from - 1] = from == 1 ? i : bound;
      int least = row[from - 1];
      for (int j = from; j <= to; j++) {
        int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
        least = Math.min(least, row[j]);
      }
      if (least >= bound) {
        return bound;
      }
    }
    return Math.min(bound, row[b.length()]);
  }

  /** The one valid word with the fewest edits, if these are few enough and no other is as near. */
  public static Optional<String> within(int edits, String word, Collection<String> valid) {
    int fewest = edits + 1;
    String nearest = null;
    for (String one : valid) {
      // Each letter more or less is an edit, so most words need no closer look.
      int needed = Math.abs(one.length() - word.length()) > edits ? edits + 1 : slips(word, one);
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
  private static int slips(String a, String b) {
    int[][] needed = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        needed[i][j] = i == 0 || j == 0 ? i + j : slips(a, b, i, j, needed);
      }
    }
    return needed[a.length()][b.length()];
  }

  private static int slips(String a, String b, int i, int j, int[][] needed) {
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
