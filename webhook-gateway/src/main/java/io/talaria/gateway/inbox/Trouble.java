package io.talaria.gateway.inbox;

import io.talaria.journal.inbox.Submissions;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.UncategorizedDataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Why an item could not be recorded: said so that it names nobody.
 *
 * @param reason a stable code
 */
record Trouble(@Nullable UUID accountId, String reason, String detail) {
  private static final String FAILING = "failing";

  /** PostgreSQL ended a transaction that asked nothing: we, the line or itself stood still. */
  private static final String STOOD_STILL = "25P03";

  /** The exception's kind only: its message may quote the item. */
  static Trouble failing(RuntimeException failure) {
    String state = sqlState(failure);
    return new Trouble(
        null,
        FAILING,
        "Recording it failed with %s%s. The gateway's log tells when; Retry tries it again."
            .formatted(
                failure.getClass().getSimpleName(), state == null ? "" : " (SQL " + state + ")"));
  }

  static Trouble unknownJourney(Submissions.UnknownJourney unknown) {
    return new Trouble(
        null,
        "unknown_journey",
        unknown.getMessage()
            + ". The form came through a link of ours, so the journey was here once, or is in"
            + " another installation. Read the answers here, or discard them.");
  }

  static Trouble gaveUp(int attempts) {
    return new Trouble(
        null,
        FAILING,
        "Work on this delivery was begun %d times and never finished. Retry tries it again."
            .formatted(attempts));
  }

  /**
   * Whether the same item may well succeed in a while: the database is away, full, busy, chose this
   * transaction as a deadlock's victim, or ended it since it stood still. Everything else lies in
   * the item.
   *
   * @see <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">PostgreSQL's
   *     error codes</a>
   */
  static boolean isPassing(RuntimeException failure) {
    String state = sqlState(failure);
    if (state == null) {
      // A connection that breaks within a transaction is told without a state, in wrappings of many
      // kinds.
      return failure instanceof TransactionException
          || failure instanceof UncategorizedDataAccessException
          || hasTransientCause(failure);
    }
    return switch (state.substring(0, Math.min(2, state.length()))) {
      case "08", "40", "53", "55", "57", "58" -> true;
      default -> state.equals(STOOD_STILL);
    };
  }

  /** Whether trying at once is likely to help. */
  static boolean isCollision(RuntimeException failure) {
    String state = sqlState(failure);
    return state != null && state.startsWith("40");
  }

  private static boolean hasTransientCause(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLTransientException) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable String sqlState(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        return sql.getSQLState();
      }
    }
    return null;
  }
}
