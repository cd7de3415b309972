package io.talaria.journal.reading;

import io.talaria.seal.Seal;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The words of a search, folded as the names' prefixes are: lower case, without accents. */
@Component
public class NameTokens {
  private final Seal seal;

  NameTokens(Seal seal) {
    this.seal = seal;
  }

  /** One token a word; a word finds every name in which some word begins with it. */
  public List<String> of(String search) {
    String folded =
        Normalizer.normalize(search, Normalizer.Form.NFD)
            .replaceAll("\\p{M}+", "")
            .toLowerCase(Locale.ROOT);
    return Arrays.stream(folded.split("[^\\p{L}\\p{N}]+"))
        .filter(word -> !word.isEmpty())
        .map(word -> seal.token("name", word))
        .toList();
  }
}
