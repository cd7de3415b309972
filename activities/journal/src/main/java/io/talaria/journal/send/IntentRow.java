package io.talaria.journal.send;

import io.talaria.port.Delivered;
import io.talaria.port.Delivered.Outcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A send as it stands.
 *
 * @param leftMillis until nobody may send it any more and its caller had time to say so; negative
 *     when that has passed
 */
record IntentRow(
    String state,
    long epoch,
    @Nullable String wamid,
    @Nullable Integer errorCode,
    @Nullable String treatment,
    @Nullable String settledBy,
    Instant at,
    long leftMillis) {

  /** What is read for it; needs the parameter {@code :margin}, in seconds. */
  static final String COLUMNS =
      """
      state, epoch, wamid, error_code, error_treatment, settled_by,
      coalesce(settled_at, sending_at, created_at),
      coalesce(extract(epoch from not_after + make_interval(secs => :margin) - clock_timestamp()) * 1000, 0)
      """;

  /** How many columns these are. */
  static final int WIDTH = 8;

  /** What a caller gets after {@code not_after} to write its outcome. */
  private static final Duration MARGIN = Duration.ofSeconds(1);

  /** The row, locked until the transaction ends. */
  static Optional<IntentRow> locked(JdbcClient jdbc, String key) {
    return jdbc.sql("select " + COLUMNS + " from send_intent where key = :key for update")
        .param("key", key)
        .param("margin", margin())
        .query(IntentRow::read)
        .optional();
  }

  /** The value of the parameter of {@link #COLUMNS}. */
  static double margin() {
    return MARGIN.toMillis() / 1000.0;
  }

  static IntentRow read(ResultSet row, int n) throws SQLException {
    return new IntentRow(
        row.getString(1),
        row.getLong(2),
        row.getString(3),
        (Integer) row.getObject(4),
        row.getString(5),
        row.getString(6),
        row.getObject(7, OffsetDateTime.class).toInstant(),
        row.getLong(8));
  }

  boolean is(String other) {
    return state.equals(other);
  }

  /**
   * Whether it may begin: it waits, or it was dropped while it waited, by a brake of an older epoch
   * (the journey has been given back since, or quiet hours had called it back), or by a repair.
   * Nothing of it left, or WhatsApp refused it for the time being.
   */
  boolean neverCalled(long currentEpoch) {
    return is("QUEUED")
        || (is("REJECTED")
            && ("repair".equals(settledBy) || ("brake".equals(settledBy) && epoch < currentEpoch)));
  }

  /** The answer for whoever asks about it again. */
  Delivered answer(boolean written) {
    Outcome outcome =
        switch (state) {
          case "SENT" -> Outcome.SENT;
          case "UNCERTAIN" -> Outcome.UNCERTAIN;
          case "QUEUED", "SENDING" -> Outcome.DEFERRED;
          default -> "brake".equals(settledBy) ? Outcome.BRAKED : Outcome.REJECTED;
        };
    return new Delivered(outcome, at, wamid, errorCode, treatment, reason(outcome), null, written);
  }

  /** A key of the console's messages, which know the recruiter's language. */
  private @Nullable String reason(Outcome outcome) {
    return switch (outcome) {
      case REJECTED ->
          "send.refused." + (treatment == null ? "left" : treatment.toLowerCase(Locale.ROOT));
      case BRAKED -> "send.refused.takeover";
      case SENT, UNCERTAIN, DEFERRED, ADOPT, GONE, OUTDATED -> null;
    };
  }
}
