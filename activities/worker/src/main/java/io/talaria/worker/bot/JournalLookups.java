package io.talaria.worker.bot;

import io.talaria.port.Turn;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Looks up in the journal. */
@Component
class JournalLookups implements Lookups {
  @Override
  public List<Offer> offers(Turn turn, String language, Map<String, String> wish, int most) {
    return List.of();
  }

  @Override
  public String form(Turn turn, String form, String url, Instant expiresAt) {
    return url;
  }
}
