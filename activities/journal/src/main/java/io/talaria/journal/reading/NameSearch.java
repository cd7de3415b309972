package io.talaria.journal.reading;

import io.talaria.journal.inbox.NameTokens;
import io.talaria.seal.Seal;
import java.util.List;
import org.springframework.stereotype.Component;

/** The words of a search as tokens of the names. */
@Component
public class NameSearch {
  private final Seal seal;

  NameSearch(Seal seal) {
    this.seal = seal;
  }

  /** One token a word, each the beginning of a word of the name; single letters find nobody. */
  public List<String> of(String search) {
    return NameTokens.searched(search).stream()
        .map(word -> seal.token(NameTokens.PURPOSE, word))
        .toList();
  }
}
