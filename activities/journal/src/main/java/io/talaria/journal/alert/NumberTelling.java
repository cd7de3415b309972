package io.talaria.journal.alert;

import java.time.Duration;

/** News of a number for the team, of no journey: given out to one caller, who settles each. */
public interface NumberTelling<N> {
  /** It was told, or never will be. */
  void settled(N news);

  /**
   * It is to be told later.
   *
   * @param untold whether it was definitely not told
   */
  void later(N news, Duration after, boolean untold);
}
