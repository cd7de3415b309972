package io.talaria.console.plans;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** Which of many journeys a reader has chosen: all but some, or some only. */
class Choice {
  private boolean all = true;
  private final Set<UUID> others = new HashSet<>();

  /** Starts anew with all, or with none. */
  void all(boolean chosen) {
    all = chosen;
    others.clear();
  }

  void set(UUID journeyId, boolean chosen) {
    if (chosen == all) {
      others.remove(journeyId);
    } else {
      others.add(journeyId);
    }
  }

  boolean has(UUID journeyId) {
    return all != others.contains(journeyId);
  }

  /**
   * How many are chosen.
   *
   * @param possible how many there are to choose from
   */
  long count(long possible) {
    return all ? possible - others.size() : others.size();
  }

  /** The same as it is now, for work that takes a while. */
  Choice copy() {
    var copy = new Choice();
    copy.all = all;
    copy.others.addAll(others);
    return copy;
  }
}
