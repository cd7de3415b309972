package io.talaria.console.starts;

import io.talaria.journal.planned.PlannedStart;
import io.talaria.journal.planned.StartRefusal;
import org.jspecify.annotations.Nullable;

/** What became of a wish to plan, change or cancel a start. */
sealed interface StartAnswer {
  /** It stands so now. */
  record Done(PlannedStart start) implements StartAnswer {}

  /**
   * Nothing was changed.
   *
   * @param standing how the start stands that was in the way; null when it was something else
   */
  record Refused(StartRefusal why, @Nullable PlannedStart standing) implements StartAnswer {}
}
