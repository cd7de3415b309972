package io.talaria.journal.reading;

import io.talaria.journal.inbox.NameTokens;
import io.talaria.seal.Seal;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a search by name asks the index for. */
@Component
public class SearchTokens {
  private final Seal seal;

  SearchTokens(Seal seal) {
    this.seal = seal;
  }

  /** One token a word; a word finds every name in which some word begins with it. */
  public List<String> of(String search) {
    return NameTokens.words(search).stream()
        .map(word -> seal.token(NameTokens.PURPOSE, word))
        .toList();
  }
}
