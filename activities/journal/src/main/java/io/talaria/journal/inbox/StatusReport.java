package io.talaria.journal.inbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What WhatsApp reports of one of our sends.
 *
 * @param wamid WhatsApp's id of the send
 * @param key what we gave along with the send: the intent's key; null when it is not reported back
 * @param at WhatsApp's timestamp, whole seconds
 * @param error set for {@link Tick#FAILED}
 */
public record StatusReport(
    String wamid,
    Tick tick,
    Instant at,
    @Nullable String key,
    @Nullable Failure error,
    @Nullable Price price) {

  /**
   * How far a send got. The order is the lattice: whatever comes when, the highest stands. A
   * failure outweighs "sent", which says little; it is outweighed by an arrival, since a person
   * with two devices may get on one what failed on the other.
   */
  public enum Tick {
    SENT,
    FAILED,
    DELIVERED,
    READ,
    PLAYED;

    String column() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    static @Nullable Tick of(@Nullable String column) {
      return column == null ? null : valueOf(column.toUpperCase(java.util.Locale.ROOT));
    }
  }

  /** WhatsApp's number of an error, and its words, which name nobody. */
  public record Failure(@Nullable Integer code, @Nullable String detail) {}

  /** What a send costs, as WhatsApp's pricing tells it. */
  public record Price(
      @Nullable Boolean billable,
      @Nullable String category,
      @Nullable String model,
      @Nullable String type) {
    /** Nothing was said about it. */
    static final Price NONE = new Price(null, null, null, null);
  }
}
