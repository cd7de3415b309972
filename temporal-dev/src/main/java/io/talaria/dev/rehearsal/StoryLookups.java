package io.talaria.dev.rehearsal;

import io.talaria.journal.definition.Definition;
import io.talaria.journal.definition.Rehearsal;
import io.talaria.journal.definition.Rehearsal.Listing;
import io.talaria.journal.listing.Fit;
import io.talaria.journal.listing.Wish;
import io.talaria.journey.MessageReceived;
import io.talaria.port.Outbound.Choice;
import io.talaria.port.Turn;
import io.talaria.worker.bot.Lookups;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;

/** Looks up in the story alone: the jobs that it names, and links that end in {@code rehearsal}. */
final class StoryLookups implements Lookups {
  private final Rehearsal.Setting setting;
  private final Neighbours neighbours;
  private final NavigableMap<Long, String> said = new ConcurrentSkipListMap<>();

  StoryLookups(Rehearsal rehearsal, Neighbours neighbours) {
    this.setting = rehearsal.setting();
    this.neighbours = neighbours;
  }

  /** Remembers what the candidate says in this turn. */
  void heard(Turn turn) {
    turn.messages().stream()
        .filter(message -> message.kind() == MessageReceived.Kind.TEXT)
        .forEach(message -> said.put(message.seq(), message.text()));
  }

  @Override
  public Optional<String> earlierText(Turn turn, long seq) {
    return Optional.ofNullable(said.lowerEntry(seq)).map(Map.Entry::getValue);
  }

  /** By the rule of the ranking, {@link Fit}; what agrees in more parts comes first. */
  @Override
  public List<Offer> offers(Turn turn, String language, Sought sought) {
    Wish wish = Wish.told(sought.wish()).demanding(sought.must());
    Set<String> before = neighbours.offeredBefore(sought.step());
    return neighbours.listings().stream()
        .filter(listing -> !before.contains(listing.reference()))
        .map(listing -> new Valued(listing, Fit.of(wish, listing.fits())))
        .filter(valued -> valued.fit().match())
        .sorted(Comparator.comparingInt((Valued valued) -> -valued.fit().agreed().size()))
        .limit(sought.most())
        .map(Valued::offer)
        .toList();
  }

  private record Valued(Listing listing, Fit fit) {
    Offer offer() {
      String why = String.join(", ", fit.agreed());
      return new Offer(listing.reference(), listing.title(), why, List.of());
    }
  }

  @Override
  public Map<Instant, Integer> taken(Turn turn, String interview, Instant from) {
    return neighbours.rivals().taken();
  }

  @Override
  public List<Choice> shown(Turn turn, String step) {
    return neighbours.shown(step);
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
