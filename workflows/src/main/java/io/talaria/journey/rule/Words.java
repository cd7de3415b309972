package io.talaria.journey.rule;

import io.talaria.definition.Plan;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

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

  /** Whether the text holds one of the plan's sentences of objection, whole. */
  public static boolean objects(String text, Plan plan) {
    return holds(text, plan.words().objection());
  }

  /** Whether a short text says that its writer doesn't know. */
  public static boolean isUnsure(String text, Plan plan) {
    return List.of(bare(text).split(" ")).size() <= COMMAND_WORDS
        && holds(text, plan.words().unsure());
  }

  private static boolean holds(String text, @Nullable List<String> sentences) {
    if (sentences == null) {
      return false;
    }
    String padded = " " + bare(text) + " ";
    return sentences.stream().anyMatch(sentence -> padded.contains(" " + sentence + " "));
  }

  private static String bare(String text) {
    return fold(text).replaceAll("[^\\p{L}\\p{N} ]", " ").replaceAll(" +", " ").strip();
  }
}
