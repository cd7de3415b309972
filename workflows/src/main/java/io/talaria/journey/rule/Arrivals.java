package io.talaria.journey.rule;

import io.talaria.journey.JourneyState.Inbox;
import io.talaria.journey.MessageReceived;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.UUID;

/** Takes messages in: each once, in the order of their seq. */
public final class Arrivals {
  /** A journey before its first message. */
  public static final Inbox NOTHING = new Inbox(0, List.of(), List.of());

  private Arrivals() {}

  /** Whether this message was seen before. */
  public static boolean seen(Inbox inbox, MessageReceived message) {
    return message.seq() <= inbox.floor() || inbox.above().contains(message.seq());
  }

  /** The inbox with this message among the open ones; unchanged if it was seen before. */
  public static Inbox admit(Inbox inbox, MessageReceived message) {
    if (seen(inbox, message)) {
      return inbox;
    }
    var open = new ArrayList<>(inbox.open());
    open.add(message);
    open.sort(Comparator.comparingLong(MessageReceived::seq));
    var above = new TreeSet<>(inbox.above());
    above.add(message.seq());
    return compact(inbox.floor(), above, open);
  }

  /** The open messages from this one on. */
  public static List<MessageReceived> from(Inbox inbox, MessageReceived first) {
    return inbox.open().stream().filter(message -> message.seq() >= first.seq()).toList();
  }

  /** Number of the last open message among these; 0 when none of them is open. */
  public static long lastOf(Inbox inbox, List<UUID> ids) {
    return inbox.open().stream()
        .filter(message -> ids.contains(message.id()))
        .mapToLong(MessageReceived::seq)
        .max()
        .orElse(0);
  }

  /** The inbox without the messages that were answered. */
  public static Inbox answered(Inbox inbox, List<UUID> ids) {
    return new Inbox(
        inbox.floor(),
        inbox.above(),
        inbox.open().stream().filter(message -> !ids.contains(message.id())).toList());
  }

  /**
   * Seqs are shared with what we send, so gaps are normal; the set is bounded by raising the floor
   * over its oldest half. What is then below the floor was seen, or is taken for it: the relay
   * keeps order per candidate, so only a message released from quarantine comes that late.
   */
  private static Inbox compact(long floor, NavigableSet<Long> above, List<MessageReceived> open) {
    long raised = floor;
    if (above.size() > 200) {
      raised = above.stream().skip(99).findFirst().orElseThrow();
    }
    return new Inbox(raised, List.copyOf(above.tailSet(raised, false)), List.copyOf(open));
  }
}
