package io.talaria.console.inbox;

import io.talaria.journal.reading.Conversation.Sent;
import io.talaria.port.Outbound;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reply on its way: the same words keep their request id until the journey has answered, so that
 * a double click or a second try after a lost answer is one message.
 *
 * @param seenKey the newest words of the team when the reader was last told; empty when there were
 *     none, null before anything was read
 */
record PendingReply(UUID request, @Nullable Outbound content, @Nullable String seenKey) {
  static final PendingReply NONE = new PendingReply(new UUID(0, 0), null, null);

  /** The reply that says this: the one under way when it says the same, else a new one. */
  PendingReply of(Outbound wished) {
    return wished.equals(content) ? this : new PendingReply(UUID.randomUUID(), wished, seenKey);
  }

  /** The first read of a conversation; later ones change nothing. */
  PendingReply begun(@Nullable Sent newest) {
    return seenKey == null ? seen(newest) : this;
  }

  /** The reader was told of these words. */
  PendingReply seen(@Nullable Sent newest) {
    return new PendingReply(request, content, newest == null ? "" : newest.key());
  }

  /** A colleague's words that came after what the reader was told of; null when there are none. */
  @Nullable Sent answeredMeanwhile(@Nullable Sent newest, UUID me) {
    if (newest == null || newest.operatorId() == null || newest.operatorId().equals(me)) {
      return null;
    }
    return seenKey != null && !newest.key().equals(seenKey) ? newest : null;
  }
}
