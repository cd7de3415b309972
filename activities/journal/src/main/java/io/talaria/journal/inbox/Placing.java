package io.talaria.journal.inbox;

import io.talaria.journal.JournalNotice;
import io.talaria.journal.Sealed;
import io.talaria.journal.event.Events;
import io.talaria.journal.inbox.Messages.Recorded;
import io.talaria.journey.JourneyStart;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Gives what came from a candidate its place in the transcript, with its event, in the caller's
 * transaction and under the candidate's lock.
 */
@Component
class Placing {
  private final JdbcClient jdbc;
  private final Sealed sealed;
  private final Events events;
  private final JournalNotice notice;

  Placing(JdbcClient jdbc, Sealed sealed, Events events, JournalNotice notice) {
    this.jdbc = jdbc;
    this.sealed = sealed;
    this.events = events;
    this.notice = notice;
  }

  /**
   * What is to be placed.
   *
   * @param wamid WhatsApp's id of the message; null for what isn't WhatsApp's
   * @param formKey of a form that was handed in
   * @param forJourney false for what is shown and asks nothing of the journey
   */
  record Entry(
      UUID id,
      UUID accountId,
      String numberId,
      Instant sentAt,
      String kind,
      @Nullable String text,
      Map<String, String> extra,
      @Nullable String wamid,
      @Nullable String formKey,
      UUID deliveryId,
      boolean forJourney) {}

  /** Schema of the event {@code MessageReceived}. */
  record Received(
      UUID messageId,
      long seq,
      String kind,
      @Nullable String text,
      String numberId,
      Instant sentAt) {}

  /** Empty, and nothing changed, when the wamid is there already; no seq is spent then. */
  Optional<Recorded> place(Entry entry, Candidates.Locked candidate) {
    long seq = candidate.lastSeq() + 1;
    Inserted inserted = insert(entry, candidate.id(), seq);
    if (inserted == null) {
      return Optional.empty();
    }
    events.append(
        entry.accountId(),
        candidate.id(),
        null,
        "MessageReceived",
        "message:" + entry.id(),
        entry.sentAt(),
        new Received(
            entry.id(), seq, entry.kind(), entry.text(), entry.numberId(), entry.sentAt()));
    notice.changed(candidate.id());
    if (!inserted.leased()) {
      return Optional.of(new Recorded(candidate.id(), null));
    }
    JourneyStart start =
        JourneyStart.first(
            entry.accountId(),
            candidate.id(),
            inserted.definition(),
            entry.numberId(),
            candidate.country());
    return Optional.of(
        new Recorded(
            candidate.id(),
            new OpenMessage(
                start,
                Signals.of(
                    entry.id(),
                    seq,
                    entry.sentAt(),
                    entry.kind(),
                    entry.text(),
                    entry.extra(),
                    entry.numberId()),
                false,
                null)));
  }

  private record Inserted(boolean leased, String definition) {}

  /**
   * The seq is advanced only when the row went in. The row is born on lease when it is the next to
   * be signalled: nothing of this candidate waits before it, fewer than the most are with the
   * journey, and its definition is published. The candidate's lock was taken by a statement before,
   * so this one sees every message with a lower seq.
   */
  private @Nullable Inserted insert(Entry entry, UUID candidate, long seq) {
    return jdbc.sql(
            """
            with placed as (
              insert into message
                (id, account_id, candidate_id, number_id, seq, direction, author, kind, sealed_text,
                 sealed_extra, wamid, form_key, sent_at, delivery_id, lease_until, taken_in_at)
              select :id, :account, :candidate, n.id, :seq, 'IN', 'CANDIDATE', :kind, :text,
                     :extra, :wamid, :formKey, :sentAt, :delivery,
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
        .param("id", entry.id())
        .param("account", entry.accountId())
        .param("candidate", candidate)
        .param("number", entry.numberId())
        .param("seq", seq)
        .param("kind", entry.kind())
        .param("text", sealed.text(candidate, entry.text()), Types.BINARY)
        .param(
            "extra",
            entry.extra().isEmpty() ? null : sealed.json(candidate, entry.extra()),
            Types.BINARY)
        .param("wamid", entry.wamid(), Types.VARCHAR)
        .param("formKey", entry.formKey(), Types.VARCHAR)
        .param("sentAt", entry.sentAt().atOffset(ZoneOffset.UTC))
        .param("delivery", entry.deliveryId())
        .param("forJourney", entry.forJourney())
        .param("most", Forwarding.MOST_AT_ONCE)
        .param("lease", Forwarding.LEASE.toMillis() / 1000.0)
        .query((row, n) -> new Inserted(row.getBoolean(1), row.getString(2)))
        .optional()
        .orElse(null);
  }
}
