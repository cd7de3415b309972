package io.talaria.worker.bot;

import io.talaria.journal.definition.Definition;
import io.talaria.port.Outbound.Choice;
import io.talaria.port.Turn;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Listings and links of a test. */
final class FakeLookups implements Lookups {
  final List<Offer> offers = new ArrayList<>();
  final Map<Instant, Integer> taken = new HashMap<>();
  List<Choice> shown = List.of();
  NavigableMap<Long, String> heard = new TreeMap<>();
  Sought sought = new Sought("none yet", Map.of(), Set.of(), 0);

  @Override
  public List<Offer> offers(Turn turn, String language, Sought asked) {
    sought = asked;
    return offers.stream().limit(asked.most()).toList();
  }

  @Override
  public Map<Instant, Integer> taken(Turn turn, String interview, Instant from) {
    return Map.copyOf(taken);
  }

  @Override
  public List<Choice> shown(Turn turn, String step) {
    return shown.stream().filter(choice -> choice.id().startsWith(step + ":")).toList();
  }

  @Override
  public String form(Turn turn, String form, String url, Instant expiresAt) {
    return url.replace("{token}", form + "-" + turn.candidateId());
  }

  @Override
  public Optional<String> earlierText(Turn turn, long seq) {
    return Optional.ofNullable(heard.lowerEntry(seq)).map(Map.Entry::getValue);
  }

  @Override
  public ZoneId zone(Turn turn, Definition definition) {
    return ZoneOffset.UTC;
  }
}
