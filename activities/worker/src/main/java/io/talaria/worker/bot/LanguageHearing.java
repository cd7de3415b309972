package io.talaria.worker.bot;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/**
 * In which of a definition's languages a text is written, by Apache OpenNLP's model
 * (https://opennlp.apache.org/models.html). The same text always gives the same answer, and none
 * rather than a doubtful one: greetings, names, single words and addresses tell no language.
 */
final class LanguageHearing {
  static final String MODEL = "/langdetect-183.bin";

  /**
   * Looked for from where a word begins only: else a long one is gone through again at each sign.
   */
  private static final Pattern NO_WORDS = Pattern.compile("(?<!\\S)\\S*(?:@|://|www\\.)\\S*");

  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");

  private static final int FEWEST_WORDS = 3;
  private static final int FEWEST_LETTERS = 10;

  /**
   * By which the best of the languages must lead the second; measured, see the test's sentences.
   */
  private static final double LEAD = 0.1;

  /** The model's names, by ours. */
  private static final Map<String, String> CODES = Map.of("en", "eng", "pt", "por", "es", "spa");

  /** It takes a second to read; nobody waits for it but the first who needs it. */
  private static final CompletableFuture<LanguageDetectorModel> READ =
      CompletableFuture.supplyAsync(LanguageHearing::read);

  private LanguageHearing() {}

  /** Begins to read the model, which loading this class does. */
  static void prepare() {}

  private static LanguageDetectorModel read() {
    try (InputStream in = LanguageDetectorModel.class.getResourceAsStream(MODEL)) {
      if (in == null) {
        throw new IllegalStateException("The worker comes without %s".formatted(MODEL));
      }
      return KeptLanguages.of(new LanguageDetectorModel(in), Set.copyOf(CODES.values()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The language of the text among these, BCP 47 tags; empty when it isn't sure. Languages that the
   * model's list above lacks are never heard.
   */
  static Optional<String> of(String text, Collection<String> languages) {
    String words =
        NO_LETTERS.matcher(NO_WORDS.matcher(text).replaceAll(" ")).replaceAll(" ").strip();
    if (words.split(" ").length < FEWEST_WORDS || words.length() < FEWEST_LETTERS) {
      return Optional.empty();
    }
    Map<String, Double> shares = shares(words);
    String best = null;
    double first = 0;
    double second = 0;
    double all = 0;
    for (String language : languages) {
      double share = shares.getOrDefault(CODES.get(language.split("-")[0]), 0.0);
      all += share;
      if (share > first) {
        second = first;
        first = share;
        best = language;
      } else if (share > second) {
        second = share;
      }
    }
    return best != null && (first - second) / all >= LEAD ? Optional.of(best) : Optional.empty();
  }

  private static Map<String, Double> shares(String words) {
    var shares = new HashMap<String, Double>();
    for (Language language : new LanguageDetectorME(READ.join()).predictLanguages(words)) {
      shares.put(language.getLang(), language.getConfidence());
    }
    return shares;
  }
}
