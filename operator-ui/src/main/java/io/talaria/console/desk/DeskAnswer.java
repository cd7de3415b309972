package io.talaria.console.desk;

import io.talaria.journey.Recollection;
import io.talaria.journey.Refusal;
import org.jspecify.annotations.Nullable;

/** What the journey answered to a request. */
public sealed interface DeskAnswer<T> {
  /** It was done. */
  record Done<T>(T receipt) implements DeskAnswer<T> {}

  /**
   * The journey said no; nothing was changed.
   *
   * @param why null for a reason that this build doesn't know
   * @param sentence the journey's own words
   * @param knows which older answers the journey can know of; null when it doesn't tell
   */
  record Refused<T>(@Nullable Refusal why, String sentence, @Nullable Recollection knows)
      implements DeskAnswer<T> {}

  /** No journey runs for this candidate. */
  record Gone<T>() implements DeskAnswer<T> {}

  /** The journey is open but its run was lost; it is called back, and may be asked in a moment. */
  record Lost<T>() implements DeskAnswer<T> {}

  /** The engine did not answer in time; the request may be done or not, and may be repeated. */
  record Away<T>() implements DeskAnswer<T> {}
}
