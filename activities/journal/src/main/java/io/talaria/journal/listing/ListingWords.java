package io.talaria.journal.listing;

import java.util.List;
import java.util.Locale;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/**
 * Sentences for the codes of reasons, refusals and problems, in English, Brazilian Portuguese and
 * Spanish. Here, and not with those who show them: candidate, recruiter and API client read the
 * same ones.
 */
@Component
public class ListingWords {
  private final ResourceBundleMessageSource words = new ResourceBundleMessageSource();

  /** Reads the bundle; needs nothing else. */
  public ListingWords() {
    words.setBasename("listing/words");
    words.setDefaultEncoding("UTF-8");
    words.setFallbackToSystemLocale(false);
    words.setAlwaysUseMessageFormat(true);
  }

  /** Why it was matched, in a few words; the language is a definition's, such as {@code pt-BR}. */
  public String reason(String language, Reason reason) {
    List<String> values = reason.values();
    return switch (reason.code()) {
      case SHIFT -> say(language, "reason.SHIFT", shift(language, values.getFirst()));
      case WORKPLACE, WORKPLACE_PARTLY ->
          say(language, "reason." + reason.code(), workplace(language, values.getFirst()));
      default -> say(language, "reason." + reason.code(), String.join(", ", values));
    };
  }

  /** A shift or a workplace by its constant's name. */
  public String shift(String language, String shift) {
    return say(language, "shift." + shift);
  }

  public String workplace(String language, String workplace) {
    return say(language, "workplace." + workplace);
  }

  /** What is wrong, and what to do. */
  public String refusal(String language, Refusal refusal) {
    return say(language, "refusal." + refusal.code(), refusal.values().toArray());
  }

  private String say(String language, String key, Object... values) {
    return words.getMessage(key, values, Locale.forLanguageTag(language));
  }
}
