package io.talaria.journey.rule;

import java.util.regex.Pattern;

/** What people say beside what they mean: greetings, please, thanks. */
public final class Courtesy {
  private static final Pattern WORDS =
      Pattern.compile(
          "\\b(?:por favor|porfa(?:vor)?|por gentileza|pfv?r?|please|pls|plz"
              + "|(?:muito )?obrigad[oa]|obg|valeu|(?:muchas |mil )?gracias"
              + "|thank you(?: very much)?|(?:many )?thanks(?: a lot)?|thx"
              + "|ok(?:ay)?|oi|ola|hola|hello|hi|hey|bom dia|boa (?:tarde|noite)"
              + "|buen(?:os|as)? (?:dias?|tardes?|noches?)|good (?:morning|afternoon|evening))\\b");

  private Courtesy() {}

  /**
   * The text without them; the text itself where nothing else is in it.
   *
   * @param folded small letters without accents and punctuation, single spaces
   */
  public static String without(String folded) {
    String left = left(folded);
    return left.isEmpty() ? folded : left;
  }

  /** Whether the text is nothing else. */
  public static boolean isAll(String folded) {
    return left(folded).isEmpty();
  }

  private static String left(String folded) {
    return WORDS.matcher(folded).replaceAll(" ").replaceAll(" +", " ").strip();
  }
}
