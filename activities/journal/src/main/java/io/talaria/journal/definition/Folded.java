package io.talaria.journal.definition;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Words as people compare them: without case, accents, punctuation and needless space. */
public final class Folded {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern OTHERS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private Folded() {}

  /** The folded text; empty when nothing but punctuation or emoji is left. */
  public static String of(String text) {
    String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
    return OTHERS.matcher(plain).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
  }
}
