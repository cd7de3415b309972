package io.talaria.console.inbox;

import io.talaria.console.price.QuoteWords;
import io.talaria.console.words.Words;
import io.talaria.journal.price.JourneyCost;
import io.talaria.journal.price.JourneyCost.Sum;
import io.talaria.journal.price.Quote;
import io.talaria.journal.price.RateCard;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What this candidate's messages cost, in sentences. */
record Prices(RateCard card, JourneyCost cost) {

  /** What free text would cost now. */
  String ofReply(Words words, Instant now) {
    return QuoteWords.say(words, quote(RateCard.SERVICE, now), card.currency());
  }

  /**
   * What a template would cost now.
   *
   * @param category that Meta approved it in; null when nobody said
   */
  String ofTemplate(Words words, @Nullable String category, Instant now) {
    return QuoteWords.ifDelivered(words, quote(category, now), card.currency());
  }

  private Quote quote(@Nullable String category, Instant now) {
    return Quote.of(card, category, cost.country(), cost.freeEntryFrom(), now);
  }

  /** What the journey has cost so far, as far as WhatsApp told. */
  String soFar(Words words) {
    String told = told(words);
    return cost.untold() == 0
        ? told
        : words.say("card.cost.untold", "told", told, "n", cost.untold());
  }

  private String told(Words words) {
    if (cost.delivered().isEmpty()) {
      return words.say("card.cost.none");
    }
    Sum sum = cost.sum(card);
    String charged = words.money(sum.charged(), card.currency());
    return sum.unpriced() == 0
        ? charged
        : words.say("card.cost.unpriced", "sum", charged, "n", sum.unpriced());
  }
}
