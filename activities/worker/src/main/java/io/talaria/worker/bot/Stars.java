package io.talaria.worker.bot;

import io.talaria.journal.definition.Folded;
import io.talaria.journey.rule.Courtesy;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many stars somebody gives who writes so: "cinco", "4 out of 5", "nota 3", "⭐⭐⭐". The rows run
 * from five down, so that no number is a row.
 */
final class Stars {
  private static final Pattern DRAWN = Pattern.compile("(?:[★⭐🌟]\\uFE0F?\\s*){1,5}");

  private static final Pattern OF_FIVE =
      Pattern.compile("\\b([1-5]|\\p{L}+) (?:de|en|of|out of|sobre|em) (?:5|cinco|five)\\b");

  /** Beside the number these say nothing else. */
  private static final Set<String> BESIDE =
      Set.of(
          ("nota numero number num n estrela estrelas estrella estrellas star stars de a o la el"
                  + " the dou daria doy pongo give i d eu yo um uma un una seria")
              .split(" "));

  private Stars() {}

  /** Empty for a text that tells no number of stars, or several. */
  static Optional<Integer> of(String text) {
    String drawn = text.strip();
    if (DRAWN.matcher(drawn).matches()) {
      return Optional.of((int) drawn.codePoints().filter(c -> "★⭐🌟".indexOf(c) >= 0).count());
    }
    String[] clauses = text.split("[,.;:!?\\n]+", 2);
    boolean rest = clauses.length > 1 && tellsNumber(Folded.of(clauses[1]));
    return rest ? Optional.empty() : told(Folded.of(clauses[0].replace("/", " de ")));
  }

  /** Whether a number is in it, which is none of a row then. */
  static boolean tellsNumber(String said) {
    return Arrays.stream(said.split(" "))
        .anyMatch(word -> word.matches("\\d+") || NumberWords.in(List.of(word)).isPresent());
  }

  private static Optional<Integer> told(String said) {
    Matcher ofFive = OF_FIVE.matcher(said);
    String meant = Courtesy.without(ofFive.find() ? ofFive.replaceFirst("$1") : said);
    List<String> words = List.of(meant.split(" "));
    List<String> telling = words.stream().filter(word -> !BESIDE.contains(word)).toList();
    // "Um" is a number where nothing else is one.
    List<String> number =
        telling.isEmpty() ? words.stream().filter(Stars::tellsNumber).toList() : telling;
    return number.size() == 1
        ? value(number.getFirst()).filter(value -> value >= 1 && value <= 5)
        : Optional.empty();
  }

  private static Optional<Integer> value(String word) {
    return word.matches("\\d{1,2}")
        ? Optional.of(Integer.valueOf(word))
        : NumberWords.in(List.of(word));
  }
}
