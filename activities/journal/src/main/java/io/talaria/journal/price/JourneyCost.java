package io.talaria.journal.price;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What WhatsApp charges for a journey, from what its statuses said of each message. Money is
 * reckoned when it is read, by the tariff that held at the delivery: repeated statuses change
 * nothing, and a corrected card corrects what was shown.
 *
 * @param country of the candidate; null for people who hide their number
 * @param freeEntryFrom when a free entry window opened; null when none is known
 * @param untold messages that left, or may have, and of which WhatsApp told neither arrival nor
 *     failure: an arrival is charged also where its status was lost
 */
public record JourneyCost(
    @Nullable String country,
    @Nullable Instant freeEntryFrom,
    List<Delivered> delivered,
    int untold) {

  /**
   * Messages that WhatsApp priced alike, or that arrived without a price: it tells that once, and
   * the status may be lost.
   *
   * @param billable null when WhatsApp didn't say
   * @param type regular, free_customer_service or free_entry_point
   * @param at some moment of the day of delivery
   */
  public record Delivered(
      @Nullable Boolean billable,
      @Nullable String category,
      @Nullable String type,
      Instant at,
      int messages) {}

  /**
   * @param unpriced messages that arrived and are charged at a rate that nobody told, or that the
   *     card doesn't know
   */
  public record Sum(BigDecimal charged, int unpriced) {}

  /** What the card makes of it. */
  public Sum sum(RateCard card) {
    BigDecimal charged = BigDecimal.ZERO;
    int unpriced = 0;
    for (Delivered group : delivered) {
      Optional<BigDecimal> rate = rate(card, group);
      if (rate.isPresent()) {
        charged = charged.add(rate.get().multiply(BigDecimal.valueOf(group.messages())));
      } else {
        unpriced += group.messages();
      }
    }
    return new Sum(charged, unpriced);
  }

  private Optional<BigDecimal> rate(RateCard card, Delivered group) {
    String type = group.type();
    boolean free =
        Boolean.FALSE.equals(group.billable()) || (type != null && type.startsWith("free_"));
    return free ? Optional.of(BigDecimal.ZERO) : card.rate(country, group.category(), group.at());
  }
}
