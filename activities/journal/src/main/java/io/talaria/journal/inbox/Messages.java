package io.talaria.journal.inbox;

import io.talaria.journal.JournalNotice;
import io.talaria.journal.Sealed;
import io.talaria.journal.event.Events;
import io.talaria.journey.JourneyStart;
import io.talaria.journey.MessageReceived;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Records candidates' messages: each once, numbered per candidate, with its event. */
@Component
public class Messages {
  private final JdbcClient jdbc;
  private final Sealed sealed;
  private final Candidates candidates;
  private final Events events;
  private final JournalNotice notice;

  Messages(
      JdbcClient jdbc, Sealed sealed, Candidates candidates, Events events, JournalNotice notice) {
    this.jdbc = jdbc;
    this.sealed = sealed;
    this.candidates = candidates;
    this.events = events;
    this.notice = notice;
  }

  /**
   * A message that is new in the journal.
   *
   * @param leased set when the caller may signal it at once; else it waits behind others
   */
  public record Recorded(UUID candidateId, @Nullable OpenMessage leased) {}

  /** Schema of the event {@code MessageReceived}. */
  record Received(
      UUID messageId,
      long seq,
      String kind,
      @Nullable String text,
      String numberId,
      Instant sentAt) {}

  /**
   * Records a message in the caller's transaction. Empty, and nothing changed, when it is there
   * already; no seq is spent then.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Recorded> record(InboundMessage message, UUID deliveryId) {
    Candidates.Locked candidate =
        candidates.resolve(message.accountId(), message.sender(), message.wamid());
    if (candidate == null) {
      return Optional.empty();
    }
    UUID id = UUID.randomUUID();
    long seq = candidate.lastSeq() + 1;
    Inserted inserted = insert(message, deliveryId, candidate.id(), id, seq);
    if (inserted == null) {
      return Optional.empty();
    }
    events.append(
        message.accountId(),
        candidate.id(),
        null,
        "MessageReceived",
        "message:" + id,
        message.sentAt(),
        new Received(
            id,
            seq,
            message.content().kind(),
            message.content().text(),
            message.numberId(),
            message.sentAt()));
    notice.changed(candidate.id());
    if (!inserted.leased()) {
      return Optional.of(new Recorded(candidate.id(), null));
    }
    MessageReceived signal =
        Signals.of(
            id,
            seq,
            message.sentAt(),
            message.content().kind(),
            message.content().text(),
            message.content().extra(),
            message.numberId());
    JourneyStart start =
        JourneyStart.first(
            message.accountId(),
            candidate.id(),
            inserted.definition(),
            message.numberId(),
            candidate.country());
    return Optional.of(new Recorded(candidate.id(), new OpenMessage(start, signal)));
  }

  private record Inserted(boolean leased, String definition) {}

  /**
   * The seq is advanced only when the row went in. The row is born on lease when it is the next to
   * be signalled: nothing of this candidate waits before it, fewer than the most are with the
   * journey, and its definition is published. The candidate's lock was taken by a statement before,
   * so this one sees every message with a lower seq.
   */
  private @Nullable Inserted insert(
      InboundMessage message, UUID deliveryId, UUID candidate, UUID id, long seq) {
    return jdbc.sql(
            """
            with placed as (
              insert into message
                (id, account_id, candidate_id, number_id, seq, direction, author, kind, sealed_text,
                 sealed_extra, wamid, sent_at, delivery_id, lease_until, taken_in_at)
              select :id, :account, :candidate, n.id, :seq, 'IN', 'CANDIDATE', :kind, :text,
                     :extra, :wamid, :sentAt, :delivery,
                     case when :forJourney
                       and exists (select 1 from definition_version v
                                   where v.account_id = n.account_id and v.name = n.definition_name)
                       and (select count(*) < :most and bool_and(signalled_at is not null) is not false
                            from message
                            where candidate_id = :candidate and direction = 'IN'
                              and taken_in_at is null)
                     then now() + make_interval(secs => :lease) end,
                     case when not :forJourney then now() end
              from number n where n.id = :number
              on conflict (wamid) do nothing
              returning lease_until)
            update candidate c set next_seq = :seq
            from placed, number n
            where c.id = :candidate and n.id = :number
            returning placed.lease_until is not null as leased, n.definition_name
            """)
        .param("id", id)
        .param("account", message.accountId())
        .param("candidate", candidate)
        .param("number", message.numberId())
        .param("seq", seq)
        .param("kind", message.content().kind())
        .param("text", sealed.text(candidate, message.content().text()))
        .param(
            "extra",
            message.content().extra().isEmpty()
                ? null
                : sealed.json(candidate, message.content().extra()),
            java.sql.Types.BINARY)
        .param("wamid", message.wamid())
        .param("sentAt", message.sentAt().atOffset(ZoneOffset.UTC))
        .param("delivery", deliveryId)
        .param("forJourney", message.forJourney())
        .param("most", Forwarding.MOST_AT_ONCE)
        .param("lease", Forwarding.LEASE.toMillis() / 1000.0)
        .query((row, n) -> new Inserted(row.getBoolean(1), row.getString(2)))
        .optional()
        .orElse(null);
  }
}
