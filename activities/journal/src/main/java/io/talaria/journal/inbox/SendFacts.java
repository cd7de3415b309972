package io.talaria.journal.inbox;

import io.talaria.journal.inbox.StatusReport.Failure;
import io.talaria.journal.inbox.StatusReport.Price;
import io.talaria.journal.inbox.StatusReport.Tick;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What statuses have told of one send. Merging is commutative and idempotent: any order and any
 * repetition of the same reports ends the same.
 *
 * @param tick how far it got; null before the first report
 * @param error of the failure; of several, always the same one
 * @param price WhatsApp tells it once; should it tell two, the one that is charged outweighs the
 *     one that is free
 */
record SendFacts(
    @Nullable Tick tick,
    @Nullable Instant deliveredAt,
    @Nullable Instant readAt,
    @Nullable Instant failedAt,
    @Nullable Failure error,
    @Nullable Price price) {

  static final SendFacts NONE = new SendFacts(null, null, null, null, null, null);

  private static final Comparator<Failure> ERRORS =
      Comparator.comparing(Failure::code, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(Failure::detail, Comparator.nullsLast(Comparator.naturalOrder()));

  private static final Comparator<Price> PRICES =
      Comparator.comparing(Price::billable, Comparator.nullsLast(Comparator.reverseOrder()))
          // "regular" before "free_customer_service" and "free_entry_point".
          .thenComparing(Price::type, Comparator.nullsLast(Comparator.reverseOrder()))
          .thenComparing(Price::category, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(Price::model, Comparator.nullsLast(Comparator.naturalOrder()));

  /** These facts and the report. */
  SendFacts with(StatusReport report) {
    Tick tick =
        this.tick == null || report.tick().compareTo(this.tick) > 0 ? report.tick() : this.tick;
    boolean failed = report.tick() == Tick.FAILED;
    return new SendFacts(
        tick,
        report.tick() == Tick.DELIVERED ? earlier(deliveredAt, report.at()) : deliveredAt,
        // "Played" is the "read" of a voice message.
        report.tick() == Tick.READ || report.tick() == Tick.PLAYED
            ? earlier(readAt, report.at())
            : readAt,
        failed ? earlier(failedAt, report.at()) : failedAt,
        failed ? first(ERRORS, error, report.error()) : error,
        first(PRICES, price, report.price()));
  }

  /**
   * Where the intent stands by these facts. WhatsApp's word outweighs what we believed, also that a
   * send was refused, left unsent or had failed.
   *
   * @param calling the sender's call may still be under way: it writes the outcome itself
   */
  SendState state(SendState now, boolean calling) {
    if (tick == null || calling) {
      return now;
    }
    return tick == Tick.FAILED ? SendState.FAILED : SendState.SENT;
  }

  /** The newest moment that they tell of; null when only "sent" is known. */
  @Nullable Instant since() {
    return deliveredAt != null ? deliveredAt : readAt != null ? readAt : failedAt;
  }

  private static <T> @Nullable T first(Comparator<T> order, @Nullable T known, @Nullable T told) {
    if (told == null || known == null) {
      return told == null ? known : told;
    }
    return order.compare(told, known) < 0 ? told : known;
  }

  private static Instant earlier(@Nullable Instant one, Instant other) {
    return one == null || other.isBefore(one) ? other : one;
  }
}
