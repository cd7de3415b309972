package io.talaria.console.starts;

import io.talaria.console.definition.JourneyTexts;
import io.talaria.console.definition.JourneyTexts.Opening;
import io.talaria.console.definition.TextsOfJourneys;
import io.talaria.console.login.SignedIn;
import io.talaria.journal.definition.Definitions;
import io.talaria.journal.inbox.Numbers;
import io.talaria.journal.inbox.OurNumber;
import io.talaria.journal.phone.DialledNumbers;
import io.talaria.journal.planned.ListedStart;
import io.talaria.journal.planned.NotPlanned;
import io.talaria.journal.planned.PlannedStart;
import io.talaria.journal.planned.PlannedStarts;
import io.talaria.journal.planned.PlannedStarts.Editor;
import io.talaria.journal.planned.StartWish;
import io.talaria.journal.price.Quote;
import io.talaria.journal.price.RateCard;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Plans starts by the same rules as the API, in the name of whoever is signed in. */
@Component
class Planning {
  private final PlannedStarts starts;
  private final Numbers numbers;
  private final Definitions definitions;
  private final TextsOfJourneys texts;
  private final RateCard rates;
  private final DialledNumbers phones;

  Planning(
      PlannedStarts starts,
      Numbers numbers,
      Definitions definitions,
      TextsOfJourneys texts,
      RateCard rates,
      DialledNumbers phones) {
    this.starts = starts;
    this.numbers = numbers;
    this.definitions = definitions;
    this.texts = texts;
    this.rates = rates;
    this.phones = phones;
  }

  /** What there is to choose from. */
  record Offer(List<OurNumber> numbers, List<String> definitions) {}

  /** Numbers at which Talaria speaks, and all published definitions. */
  Offer offer(SignedIn me) {
    return new Offer(
        numbers.of(me.accountId()).stream().filter(number -> !number.watched()).toList(),
        definitions.names(me.accountId()));
  }

  /** How phone numbers are understood. */
  DialledNumbers phones() {
    return phones;
  }

  /**
   * What is sent first and what that costs.
   *
   * @param opening null when the definition has no template
   * @param team the team's time zone; null where the definition names none
   */
  record Preview(
      @Nullable Opening opening, Quote quote, Currency currency, @Nullable ZoneId team) {}

  /**
   * Of a start at this time.
   *
   * @param country of the candidate's number; null while nobody knows
   * @return empty when the definition is not published
   */
  Optional<Preview> preview(SignedIn me, String definition, @Nullable String country, Instant at) {
    return texts
        .newest(me.accountId(), definition)
        .map(
            known -> {
              Opening opening = known.opening(country).orElse(null);
              String category = opening == null ? null : opening.category();
              return new Preview(
                  opening,
                  Quote.of(rates, category, country, null, at),
                  rates.currency(),
                  known.zone().orElse(null));
            });
  }

  /** The team's time zone; empty where the definition names none. */
  Optional<ZoneId> zone(SignedIn me, String definition) {
    return texts.newest(me.accountId(), definition).flatMap(JourneyTexts::zone);
  }

  StartAnswer plan(StartWish wish) {
    return answer(() -> starts.plan(wish));
  }

  /** Unless it has another time by now than this person saw. */
  StartAnswer change(SignedIn me, ListedStart listed, Instant seen, Instant at) {
    return answer(
        () -> starts.change(me.accountId(), listed.start().id(), at, new Editor(me.name(), seen)));
  }

  /** Unless it has another time by now than this person saw. */
  StartAnswer cancel(SignedIn me, ListedStart listed) {
    PlannedStart start = listed.start();
    return answer(
        () -> starts.cancel(me.accountId(), start.id(), new Editor(me.name(), start.at())));
  }

  private static StartAnswer answer(Supplier<PlannedStart> asked) {
    try {
      return new StartAnswer.Done(asked.get());
    } catch (NotPlanned refused) {
      return new StartAnswer.Refused(refused.refusal(), refused.standing());
    }
  }
}
