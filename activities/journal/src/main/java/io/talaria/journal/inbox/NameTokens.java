package io.talaria.journal.inbox;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What a name is found by: the beginnings of its words, without case and accents. */
public final class NameTokens {
  /** Purpose of the {@code Seal} tokens in {@code candidate.name_tokens}. */
  public static final String PURPOSE = "name";

  private static final int SHORTEST = 2;
  private static final int LONGEST = 15;
  private static final int WORDS = 8;
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private NameTokens() {}

  /** Lower case without accents: {@code José} is {@code jose}. */
  public static String fold(String text) {
    String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    return plain.toLowerCase(Locale.ROOT);
  }

  /** The prefixes of 2 to 15 characters of each of the first eight folded words. */
  public static Set<String> prefixes(String name) {
    Set<String> prefixes = new TreeSet<>();
    GAPS.splitAsStream(fold(name))
        .filter(word -> !word.isEmpty())
        .limit(WORDS)
        .forEach(word -> addPrefixes(prefixes, word));
    return prefixes;
  }

  /** What to look for: the words of a search, cut to the length of the longest prefix. */
  public static Set<String> searched(String text) {
    Set<String> words = new TreeSet<>();
    GAPS.splitAsStream(fold(text))
        .filter(word -> word.codePointCount(0, word.length()) >= SHORTEST)
        .limit(WORDS)
        .map(NameTokens::cut)
        .forEach(words::add);
    return words;
  }

  private static String cut(String word) {
    int letters = Math.min(LONGEST, word.codePointCount(0, word.length()));
    return word.substring(0, word.offsetByCodePoints(0, letters));
  }

  private static void addPrefixes(Set<String> prefixes, String word) {
    int[] letters = word.codePoints().toArray();
    for (int length = SHORTEST; length <= Math.min(LONGEST, letters.length); length++) {
      prefixes.add(new String(letters, 0, length));
    }
  }
}
