package io.talaria.dev.rehearsal;

import io.talaria.journal.definition.Definition;
import io.talaria.journal.definition.Rehearsal;
import io.talaria.port.Turn;
import io.talaria.worker.bot.Lookups;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** What a rehearsal says that is to be found. */
record RehearsedLookups(Rehearsal.Setting setting) implements Lookups {
  @Override
  public List<Offer> offers(Turn turn, String language, Map<String, String> wish, int most) {
    return setting.listings().stream()
        .limit(most)
        .map(title -> new Offer(title, title, ""))
        .toList();
  }

  @Override
  public String form(Turn turn, String form, String url, Instant expiresAt) {
    return url.replace("{token}", "rehearsal");
  }

  @Override
  public ZoneId zone(Turn turn, Definition definition) {
    return setting.zone();
  }
}
