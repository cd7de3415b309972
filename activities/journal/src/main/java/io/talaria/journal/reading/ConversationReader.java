package io.talaria.journal.reading;

import io.talaria.journal.reading.Conversation.Entry;
import io.talaria.journal.reading.Conversation.Head;
import io.talaria.journal.reading.Conversation.Said;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A candidate's conversation, from its newest end. */
@Component
public class ConversationReader {
  private final HeadReader heads;
  private final WordsReader words;
  private final HappeningsReader happenings;

  ConversationReader(HeadReader heads, WordsReader words, HappeningsReader happenings) {
    this.heads = heads;
    this.words = words;
    this.happenings = happenings;
  }

  /** An entry and when we came to know it, which is the order of the transcript. */
  record Placed(Instant recorded, Entry entry) {}

  /**
   * Reads the newest part; empty when the candidate is unknown or of another account.
   *
   * @param limit of messages in each direction
   */
  @Transactional(readOnly = true)
  public Optional<Conversation> read(UUID accountId, UUID candidateId, int limit) {
    return heads.read(accountId, candidateId).map(head -> around(head, limit));
  }

  private Conversation around(Head head, int limit) {
    UUID candidate = head.candidateId();
    List<Placed> said = words.said(candidate, limit);
    List<Placed> sent = words.sent(candidate, limit);
    // Where one direction was cut, the other is cut too, lest an answer stand without its question.
    Instant from = later(cut(said, limit), cut(sent, limit));
    var all = new ArrayList<Placed>(said);
    all.addAll(sent);
    all.addAll(happenings.since(candidate, from));
    all.removeIf(placed -> placed.recorded().isBefore(from));
    all.sort(Comparator.comparing(Placed::recorded));
    long newest =
        said.stream()
            .map(Placed::entry)
            .mapToLong(entry -> entry instanceof Said message ? message.seq() : 0)
            .max()
            .orElse(0);
    return new Conversation(
        head,
        all.stream().map(Placed::entry).toList(),
        heads.scheduled(candidate, head.journeyId()),
        heads.review(candidate, head.journeyId()).orElse(null),
        !from.equals(Instant.EPOCH),
        newest);
  }

  private static Instant cut(List<Placed> newestFirst, int limit) {
    return newestFirst.size() < limit ? Instant.EPOCH : newestFirst.getLast().recorded();
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
