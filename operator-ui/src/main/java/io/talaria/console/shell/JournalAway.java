package io.talaria.console.shell;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Whether something failed since the journal can't be asked, or lost what it was told. */
final class JournalAway {
  private JournalAway() {}

  /**
   * @param failure as a page or a click met it; null when nobody knows
   */
  static boolean is(@Nullable Throwable failure) {
    return failure instanceof DataAccessException || failure instanceof TransactionException;
  }
}
