package io.talaria.console.inbox;

import io.talaria.console.definition.JourneyTexts;
import io.talaria.journal.reading.Card;
import io.talaria.journal.reading.Conversation;
import io.talaria.journal.reading.Conversation.Head;
import io.talaria.journal.reading.Conversation.Sent;
import org.jspecify.annotations.Nullable;

/** A candidate as it is open in the panes: the words, the card, the definition's texts. */
record Opened(Conversation conversation, Card card, JourneyTexts texts, Prices prices) {
  Head head() {
    return conversation.head();
  }

  /** The newest words of the bot that have a reason. */
  @Nullable Sent lastDecision() {
    return conversation.entries().reversed().stream()
        .filter(Sent.class::isInstance)
        .map(Sent.class::cast)
        .filter(sent -> sent.decision() != null)
        .findFirst()
        .orElse(null);
  }

  /** The newest words of the team, by whom the collision stop is decided. */
  @Nullable Sent lastOfTeam() {
    return conversation.entries().reversed().stream()
        .filter(Sent.class::isInstance)
        .map(Sent.class::cast)
        .filter(sent -> !sent.bot())
        .findFirst()
        .orElse(null);
  }
}
