package io.talaria.worker.interleaving.temporal;

import java.util.HashSet;
import java.util.Set;

/** Which remote activities are under way, as their workers know it. */
final class Attempts {
  private final Set<RemoteActivity> underWay = new HashSet<>();
  private final Set<RemoteActivity> beingCancelled = new HashSet<>();

  synchronized void begins(RemoteActivity activity) {
    underWay.add(activity);
  }

  /** Returns when this attempt may tell how it ended. */
  synchronized void ends(RemoteActivity activity) {
    while (beingCancelled.contains(activity)) {
      pause();
    }
    underWay.remove(activity);
  }

  /** Whether all of them are under way; they stay so until they {@link #areCancelled}. */
  synchronized boolean cancels(Set<RemoteActivity> those) {
    boolean all = underWay.containsAll(those);
    if (all) {
      beingCancelled.addAll(those);
    }
    return all;
  }

  /** No-op for none. */
  synchronized void areCancelled(Set<RemoteActivity> those) {
    if (beingCancelled.removeAll(those)) {
      notifyAll();
    }
  }

  private void pause() {
    try {
      wait();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The world is over", e);
    }
  }
}
