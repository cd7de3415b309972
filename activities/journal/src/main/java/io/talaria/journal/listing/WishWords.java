package io.talaria.journal.listing;

import io.talaria.journal.definition.Folded;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words of a wish that can tell one listing from another. */
final class WishWords {
  /** As many as the ranking's statement has places for. */
  static final int MOST = 8;

  private static final int LONGEST = 40;
  private static final Pattern OTHERS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Set<String> FILLERS = fillers();

  private WishWords() {}

  /**
   * The first eight words of the text, each once, in lower case with their accents. Those that only
   * say that somebody wishes something are left out: "quero", "looking", "empleo".
   */
  static List<String> of(String text) {
    return words(text, FILLERS);
  }

  /** The same with all words, for a person's search. */
  static List<String> all(String text) {
    return words(text, Set.of());
  }

  private static List<String> words(String text, Set<String> left) {
    Map<String, String> byFolded = new LinkedHashMap<>();
    OTHERS
        .splitAsStream(Normalizer.normalize(text, Normalizer.Form.NFC))
        .filter(word -> !word.isEmpty() && word.length() <= LONGEST)
        .map(word -> word.toLowerCase(Locale.ROOT))
        .forEach(
            word -> {
              String folded = Folded.of(word);
              if (!folded.isEmpty() && !left.contains(folded)) {
                byFolded.putIfAbsent(folded, word);
              }
            });
    return byFolded.values().stream().limit(MOST).toList();
  }

  private static Set<String> fillers() {
    try (InputStream file = WishWords.class.getResourceAsStream("/listing/fillers.txt")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> OTHERS.splitAsStream(line))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
