package io.talaria.journal.price;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a message that is about to be sent will cost when it is delivered. */
public sealed interface Quote {
  /**
   * An advertisement's click opened a free entry window: everything is free for 72 hours. See
   * https://developers.facebook.com/docs/whatsapp/pricing.
   */
  Duration FREE_ENTRY = Duration.ofHours(72);

  /** Nothing, as far as is known. */
  record Free() implements Quote {}

  /**
   * @param atMost whether it may be free: it counts against the number's free messages of the month
   */
  record Priced(BigDecimal price, boolean atMost) implements Quote {}

  /** Nobody knows: the card has no rate for it. */
  record Unknown() implements Quote {}

  /**
   * Quotes a message.
   *
   * @param category a template's, or {@link RateCard#SERVICE} for free text; null when not known
   * @param country of the recipient; null for people who hide their number
   * @param freeEntryFrom when a free entry window opened; null when none is known
   */
  static Quote of(
      RateCard card,
      @Nullable String category,
      @Nullable String country,
      @Nullable Instant freeEntryFrom,
      Instant now) {
    if (freeEntryFrom != null && now.isBefore(freeEntryFrom.plus(FREE_ENTRY))) {
      return new Free();
    }
    Optional<BigDecimal> rate = card.rate(country, category, now);
    if (rate.isEmpty()) {
      return new Unknown();
    }
    if (rate.get().signum() == 0) {
      return new Free();
    }
    int free = card.tariff(now).map(RateCard.Tariff::freeServiceMessages).orElse(0);
    return new Priced(rate.get(), RateCard.SERVICE.equals(category) && free > 0);
  }
}
