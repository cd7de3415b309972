package io.talaria.dev.rehearsal;

import io.talaria.port.Turn;
import io.talaria.worker.bot.Lookups;
import java.time.Instant;
import java.util.List;
import java.util.Map;

final class NoListings implements Lookups {
  @Override
  public List<Offer> offers(Turn turn, String language, Map<String, String> wish, int most) {
    return List.of();
  }

  @Override
  public String form(Turn turn, String form, String url, Instant expiresAt) {
    return url.replace("{token}", "rehearsal");
  }
}
