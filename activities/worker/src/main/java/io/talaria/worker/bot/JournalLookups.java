package io.talaria.worker.bot;

import io.talaria.journal.definition.Definition;
import io.talaria.journal.form.FormLinks;
import io.talaria.journal.inbox.CandidateClocks;
import io.talaria.journal.inbox.EarlierWords;
import io.talaria.journal.interview.Bookings;
import io.talaria.journal.listing.Matching;
import io.talaria.journal.listing.Offers;
import io.talaria.journal.listing.Wish;
import io.talaria.journal.send.ShownChoices;
import io.talaria.port.Outbound;
import io.talaria.port.Turn;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks up in the journal. */
@Component
class JournalLookups implements Lookups {
  private final Matching matching;
  private final Offers offers;
  private final MatchRows rows;
  private final FormLinks links;
  private final CandidateClocks clocks;
  private final EarlierWords earlier;
  private final Bookings bookings;
  private final ShownChoices shown;

  JournalLookups(
      Matching matching,
      Offers offers,
      MatchRows rows,
      FormLinks links,
      CandidateClocks clocks,
      EarlierWords earlier,
      Bookings bookings,
      ShownChoices shown) {
    this.matching = matching;
    this.offers = offers;
    this.rows = rows;
    this.links = links;
    this.clocks = clocks;
    this.earlier = earlier;
    this.bookings = bookings;
    this.shown = shown;
  }

  @Override
  public List<Offer> offers(Turn turn, String language, Sought sought) {
    Wish wish =
        Wish.told(sought.wish())
            .demanding(sought.must())
            .having(has(turn, sought.wish().get("has")))
            .without(offers.before(turn.candidateId(), turn.journeyId(), sought.step()));
    return rows.of(matching.rank(turn.accountId(), wish, sought.most()), language);
  }

  /** Must-haves are looked for in what was asked for, and in every answer as question=answer. */
  private static Set<String> has(Turn turn, @Nullable String told) {
    Stream<String> answers =
        turn.answers().entrySet().stream().map(one -> one.getKey() + "=" + one.getValue());
    return Stream.concat(Stream.ofNullable(told), answers).collect(Collectors.toSet());
  }

  @Override
  public Map<Instant, Integer> taken(Turn turn, String interview, Instant from) {
    return bookings.taken(turn.accountId(), turn.definition(), interview, turn.journeyId(), from);
  }

  @Override
  public List<Outbound.Choice> shown(Turn turn, String step) {
    return shown.last(turn.candidateId(), turn.journeyId(), ChoiceIds.of(step, ""));
  }

  @Override
  public String form(Turn turn, String form, String url, Instant expiresAt) {
    return links.link(url, turn.candidateId(), turn.journeyId(), form, expiresAt);
  }

  @Override
  public Optional<String> earlierText(Turn turn, long seq) {
    return earlier.before(turn.candidateId(), seq);
  }

  @Override
  public ZoneId zone(Turn turn, Definition definition) {
    return clocks.of(turn.candidateId(), definition.hours());
  }
}
