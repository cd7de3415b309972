package io.talaria.console.inbox;

import io.talaria.console.definition.TextsOfJourneys;
import io.talaria.console.login.SignedIn;
import io.talaria.journal.price.JourneyCosts;
import io.talaria.journal.price.RateCard;
import io.talaria.journal.reading.CardReader;
import io.talaria.journal.reading.ConversationReader;
import io.talaria.journal.reading.ReadMarks;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Reads what the panes show of one candidate, and marks it read. */
@Component
class OpenedReader {
  private final ConversationReader conversations;
  private final CardReader cards;
  private final TextsOfJourneys texts;
  private final ReadMarks marks;
  private final JourneyCosts costs;
  private final RateCard rates;

  OpenedReader(
      ConversationReader conversations,
      CardReader cards,
      TextsOfJourneys texts,
      ReadMarks marks,
      JourneyCosts costs,
      RateCard rates) {
    this.costs = costs;
    this.rates = rates;
    this.conversations = conversations;
    this.cards = cards;
    this.texts = texts;
    this.marks = marks;
  }

  /** Empty when there is no such candidate in the reader's account. */
  Optional<Opened> read(SignedIn me, UUID candidateId, int limit) {
    var opened =
        conversations
            .read(me.accountId(), candidateId, limit)
            .flatMap(
                conversation ->
                    cards
                        .read(me.accountId(), conversation.head().journeyId())
                        .map(
                            card ->
                                new Opened(
                                    conversation,
                                    card,
                                    texts.of(
                                        me.accountId(),
                                        conversation.head().definition(),
                                        conversation.head().plan()),
                                    new Prices(
                                        rates,
                                        costs.of(
                                            me.accountId(),
                                            candidateId,
                                            conversation.head().journeyId())))));
    opened.ifPresent(
        shown ->
            marks.seen(me.accountId(), me.id(), candidateId, shown.conversation().newestSeq()));
    return opened;
  }
}
