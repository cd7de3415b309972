package io.talaria.journey.rule;

import io.talaria.definition.Plan;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** Words that always work, whatever is being asked. */
public final class Words {
  /** Longer texts talk about something; they are no command. */
  private static final int COMMAND_WORDS = 8;

  private Words() {}

  /** Lower case, without accents and outer space. */
  public static String fold(String text) {
    return Normalizer.normalize(text.strip(), Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT);
  }

  /** Whether the text is one of the plan's stop words and nothing else. */
  public static boolean isStop(String text, Plan plan) {
    return plan.words().stop().contains(bare(text));
  }

  /** Whether a short text asks for a person: "quero falar com uma pessoa", "human please". */
  public static boolean asksForPerson(String text, Plan plan) {
    List<String> words = List.of(bare(text).split(" "));
    return words.size() <= COMMAND_WORDS
        && plan.words().person().stream()
            .anyMatch(word -> bare(text).equals(word) || words.contains(word));
  }

  private static String bare(String text) {
    return fold(text).replaceAll("[^\\p{L}\\p{N} ]", " ").replaceAll(" +", " ").strip();
  }
}
