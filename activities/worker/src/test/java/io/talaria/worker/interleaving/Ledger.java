package io.talaria.worker.interleaving;

import io.talaria.journey.TakeoverReceipt;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What WhatsApp accepted, and what recruiters were told may still arrive. */
public final class Ledger {
  private final Set<String> accepted = new HashSet<>();
  private final Set<String> named = new HashSet<>();
  private boolean acknowledged;

  /** What went wrong; empty is what is promised. */
  public final List<String> faults = new ArrayList<>();

  public int botMessages;
  public int takeovers;

  public void accepts(Rows.Send send) {
    if (!accepted.add(send.key())) {
      faults.add("twice: " + send.key());
    }
    if (send.operator() == null) {
      botMessages++;
      if (acknowledged && !named.contains(send.key())) {
        faults.add("bot message after an acknowledged takeover: " + send.key());
      }
    }
  }

  /** Whether the candidate has it. */
  public boolean has(String key) {
    return accepted.contains(key);
  }

  /**
   * A recruiter has this receipt.
   *
   * @param held whether the brake is held at that moment
   */
  public void acknowledges(TakeoverReceipt receipt, boolean held) {
    takeovers++;
    acknowledged = held;
    named.addAll(receipt.inFlight());
    named.addAll(receipt.uncertain());
  }

  public void isTheBots() {
    acknowledged = false;
    named.clear();
  }
}
