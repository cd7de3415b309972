package io.talaria.dev.rehearsal;

import io.talaria.journal.definition.Definition;
import io.talaria.journal.definition.Folded;
import io.talaria.journal.definition.Rehearsal;
import io.talaria.journal.definition.Rehearsal.Listing;
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
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;

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

  /** What contradicts the wish is left out; what meets more of it comes first. */
  @Override
  public List<Offer> offers(Turn turn, String language, Map<String, String> wish, int most) {
    return neighbours.listings().stream()
        .filter(listing -> !contradicts(listing, wish))
        .sorted(Comparator.comparingLong((Listing listing) -> meets(listing, wish)).reversed())
        .limit(most)
        .map(
            listing ->
                new Offer(listing.reference(), listing.title(), why(listing, wish), List.of()))
        .toList();
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

  private static boolean contradicts(Listing listing, Map<String, String> wish) {
    return listing.fits().entrySet().stream()
        .anyMatch(fit -> wish.containsKey(fit.getKey()) && !meets(fit, wish));
  }

  private static long meets(Listing listing, Map<String, String> wish) {
    return listing.fits().entrySet().stream().filter(fit -> meets(fit, wish)).count();
  }

  private static String why(Listing listing, Map<String, String> wish) {
    return listing.fits().entrySet().stream()
        .filter(fit -> meets(fit, wish))
        .map(Map.Entry::getValue)
        .collect(Collectors.joining(", "));
  }

  /** Either may be part of the other: "Rio" and "Rio de Janeiro" meet. */
  private static boolean meets(Map.Entry<String, String> fit, Map<String, String> wish) {
    String wished = Folded.of(wish.getOrDefault(fit.getKey(), ""));
    String offered = Folded.of(fit.getValue());
    return !wished.isEmpty() && (offered.contains(wished) || wished.contains(offered));
  }
}
