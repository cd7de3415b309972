package io.talaria.journey.rule;

import io.talaria.definition.Plan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How words were read before {@link Words} looked at what stands beside them. Runs that have acted
 * on such a reading go on with it, or their history would not replay; goes with them.
 */
final class FormerWords {
  private FormerWords() {}

  static boolean isStop(String text, Plan plan) {
    return plan.words().stop().contains(bare(text));
  }

  static boolean asksForPerson(String text, Plan plan) {
    List<String> words = List.of(bare(text).split(" "));
    return words.size() <= Words.COMMAND_WORDS
        && plan.words().person().stream()
            .anyMatch(word -> bare(text).equals(word) || words.contains(word));
  }

  static boolean objects(String text, Plan plan) {
    @Nullable List<String> sentences = plan.words().objection();
    String padded = " " + bare(text) + " ";
    return sentences != null
        && sentences.stream().anyMatch(sentence -> padded.contains(" " + sentence + " "));
  }

  private static String bare(String text) {
    return Words.fold(text).replaceAll("[^\\p{L}\\p{N} ]", " ").replaceAll(" +", " ").strip();
  }
}
