package io.talaria.journal.send;

import io.talaria.journal.JournalNotice;
import io.talaria.journal.Sealed;
import io.talaria.journal.event.SentEvents;
import io.talaria.journal.inbox.OrphanStatuses;
import io.talaria.port.Delivery;
import java.sql.Types;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The conditional writes of one send, within the caller's transaction. */
@Component
class IntentWrites {
  private final JdbcClient jdbc;
  private final Sealed sealed;
  private final SentEvents events;
  private final Uncertainty uncertainty;
  private final OrphanStatuses orphans;
  private final JournalNotice notice;

  IntentWrites(
      JdbcClient jdbc,
      Sealed sealed,
      SentEvents events,
      Uncertainty uncertainty,
      OrphanStatuses orphans,
      JournalNotice notice) {
    this.jdbc = jdbc;
    this.sealed = sealed;
    this.events = events;
    this.uncertainty = uncertainty;
    this.orphans = orphans;
    this.notice = notice;
  }

  /** What waited under an old epoch will not leave. No-op for a send without a row. */
  void drop(String key) {
    jdbc.sql(
            """
            update send_intent set state = 'REJECTED', settled_at = clock_timestamp(), settled_by = 'brake'
            where key = :key and state = 'QUEUED'
            """)
        .param("key", key)
        .update();
  }

  /** SENDING from now on, whether it waited or is new; with its row in the transcript. */
  void sending(Delivery delivery, Duration within) {
    write(delivery, "SENDING", within);
  }

  /** QUEUED from now on, to be sent by the governed queue; with its row in the transcript. */
  void queued(Delivery delivery) {
    write(delivery, "QUEUED", null);
    notice.changed(delivery.candidateId());
  }

  private void write(Delivery delivery, String state, @Nullable Duration within) {
    // What a brake dropped was never called: given back, it may begin under the epoch that holds.
    jdbc.sql(
            """
            insert into send_intent
              (key, account_id, candidate_id, journey_id, number_id, turn_key, position, author,
               operator_id, state, epoch, sealed_content, tell_arrival, sending_at, not_after)
            values (:key, :account, :candidate, :journey, :number, :turn, :position, :author,
                    :operator, :state, :epoch, :content, :tellArrival,
                    case when :state = 'SENDING' then clock_timestamp() end,
                    clock_timestamp() + make_interval(secs => :within))
            on conflict (key) do update set state = excluded.state, epoch = excluded.epoch,
              sending_at = excluded.sending_at, not_after = excluded.not_after, settled_at = null,
              settled_by = null
            where send_intent.state = 'QUEUED'
              or (send_intent.state = 'REJECTED' and send_intent.settled_by in ('brake', 'repair'))
            """)
        .param("key", delivery.key())
        .param("account", delivery.accountId())
        .param("candidate", delivery.candidateId())
        .param("journey", delivery.journeyId())
        .param("number", delivery.numberId())
        .param("turn", turnKey(delivery))
        .param("position", delivery.position())
        .param("author", delivery.author().name())
        .param("operator", delivery.operatorId())
        .param("epoch", delivery.epoch())
        .param("content", sealed.json(delivery.candidateId(), delivery.content()))
        .param("state", state)
        .param("tellArrival", delivery.tellArrival())
        .param("within", within == null ? null : within.toMillis() / 1000.0, Types.DOUBLE)
        .update();
    transcribe(delivery);
  }

  /**
   * SENDING, or UNCERTAIN when the reaper came first, becomes what the call came to.
   *
   * @return whether this changed the row
   */
  boolean settle(Delivery delivery, CallOutcome outcome) {
    Optional<String> before =
        switch (outcome) {
          case CallOutcome.Accepted accepted ->
              move(delivery, "SENT", accepted.channelId(), null, null, null);
          case CallOutcome.Refused refused ->
              move(
                  delivery,
                  refused.later() ? "QUEUED" : "REJECTED",
                  null,
                  refused.code(),
                  refused.treatment(),
                  refused.detail());
          case CallOutcome.Unknown unknown ->
              move(delivery, "UNCERTAIN", null, null, null, unknown.detail());
        };
    before.ifPresent(state -> told(delivery, outcome, state.equals("UNCERTAIN")));
    return before.isPresent();
  }

  private void told(Delivery delivery, CallOutcome outcome, boolean wasUncertain) {
    switch (outcome) {
      case CallOutcome.Accepted accepted -> {
        named(delivery.key(), accepted.channelId());
        appendSent(delivery);
        if (wasUncertain) {
          uncertainty.settled(delivery.key(), true, null);
        }
        // Statuses may have overtaken the answer to the call.
        orphans.adopt(accepted.channelId(), delivery.key());
      }
      case CallOutcome.Refused refused -> {
        if (wasUncertain) {
          uncertainty.settled(delivery.key(), false, refused.code());
        }
      }
      case CallOutcome.Unknown ignored -> uncertainty.began(delivery.journeyId());
    }
    notice.changed(delivery.candidateId());
  }

  /** The state before, when the row was moved. */
  private Optional<String> move(
      Delivery delivery,
      String state,
      @Nullable String wamid,
      @Nullable Integer code,
      @Nullable String treatment,
      @Nullable String detail) {
    // What may only be tried again later goes back to waiting; what was uncertain never waits
    // again.
    return jdbc.sql(
            """
            with before as (select key, state from send_intent where key = :key for update)
            update send_intent i set
              state = case when :state = 'QUEUED' and before.state = 'UNCERTAIN' then 'REJECTED' else :state end,
              wamid = coalesce(i.wamid, :wamid), error_code = :code, error_treatment = :treatment,
              error_detail = :detail, settled_by = 'answer',
              settled_at = case when :state = 'QUEUED' then null else clock_timestamp() end
            from before
            where i.key = before.key and (before.state = 'SENDING'
              or (before.state = 'UNCERTAIN' and :state <> 'UNCERTAIN'))
            returning before.state
            """)
        .param("key", delivery.key())
        .param("state", state)
        .param("wamid", wamid)
        .param("code", code)
        .param("treatment", treatment)
        .param("detail", detail)
        .query(String.class)
        .optional();
  }

  private void named(String key, String wamid) {
    jdbc.sql("update message set wamid = :wamid where intent_key = :key and wamid is null")
        .param("wamid", wamid)
        .param("key", key)
        .update();
  }

  private void appendSent(Delivery delivery) {
    events.append(
        delivery.accountId(),
        delivery.candidateId(),
        delivery.journeyId(),
        delivery.key(),
        delivery.author().name(),
        delivery.content(),
        delivery.numberId());
  }

  private void transcribe(Delivery delivery) {
    UUID candidate = delivery.candidateId();
    // A send that waited has its row; only a new one takes a place in the transcript.
    jdbc.sql(
            """
            with place as (
              update candidate set next_seq = next_seq + 1
              where id = :candidate
                and not exists (select 1 from message where intent_key = :key)
              returning next_seq)
            insert into message
              (id, account_id, candidate_id, journey_id, number_id, seq, direction, author,
               operator_id, kind, sealed_text, sealed_extra, intent_key, sent_at)
            select :id, :account, :candidate, :journey, :number, place.next_seq, 'OUT', :author,
                   :operator, :kind, :text, :extra, :key, clock_timestamp()
            from place
            """)
        .param("id", UUID.randomUUID())
        .param("account", delivery.accountId())
        .param("candidate", candidate)
        .param("journey", delivery.journeyId())
        .param("number", delivery.numberId())
        .param("author", delivery.author().name())
        .param("operator", delivery.operatorId())
        .param("kind", SentEvents.kind(delivery.content()))
        .param("text", sealed.text(candidate, delivery.content().body()))
        .param("extra", sealed.json(candidate, delivery.content()))
        .param("key", delivery.key())
        .update();
  }

  private static @Nullable String turnKey(Delivery delivery) {
    Delivery.Claim claim = delivery.claim();
    if (claim != null) {
      return claim.key();
    }
    int bubble = delivery.key().lastIndexOf('/');
    return bubble < 0 ? null : delivery.key().substring(0, bubble);
  }
}
