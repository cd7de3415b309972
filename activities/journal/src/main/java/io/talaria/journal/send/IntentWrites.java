package io.talaria.journal.send;

import io.talaria.journal.AtCommit;
import io.talaria.journal.JournalNotice;
import io.talaria.journal.Sealed;
import io.talaria.journal.event.SentEvents;
import io.talaria.journal.inbox.OrphanStatuses;
import io.talaria.journal.journey.Brakes;
import io.talaria.port.Delivery;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The conditional writes of one send, within the caller's transaction. */
@Component
class IntentWrites {
  private static final String ANSWER = "answer";
  private static final String BRAKE = "brake";

  private final JdbcClient jdbc;
  private final Brakes brakes;
  private final Sealed sealed;
  private final SentEvents events;
  private final Uncertainty uncertainty;
  private final OrphanStatuses orphans;
  private final JournalNotice notice;
  private final AtCommit atCommit;
  private final Transcript transcript;
  private final NumberHolds holds;

  IntentWrites(
      JdbcClient jdbc,
      Brakes brakes,
      Sealed sealed,
      SentEvents events,
      Uncertainty uncertainty,
      OrphanStatuses orphans,
      JournalNotice notice,
      AtCommit atCommit,
      Transcript transcript,
      NumberHolds holds) {
    this.jdbc = jdbc;
    this.brakes = brakes;
    this.sealed = sealed;
    this.events = events;
    this.uncertainty = uncertainty;
    this.orphans = orphans;
    this.notice = notice;
    this.atCommit = atCommit;
    this.transcript = transcript;
    this.holds = holds;
  }

  /**
   * What waited under this delivery's epoch, or an older one, will not leave. No-op for a send
   * without a row, and for one that waits under a newer epoch: a late attempt of before a hand-back
   * says nothing of what was queued after it.
   */
  void drop(Delivery delivery) {
    jdbc.sql(
            """
            update send_intent set state = 'REJECTED', settled_at = clock_timestamp(), settled_by = 'brake'
            where key = :key and state = 'QUEUED' and epoch <= :epoch
            """)
        .param("key", delivery.key())
        .param("epoch", delivery.epoch())
        .update();
  }

  /**
   * Another turn of the bot's is claimed first: a journey says one at a time, so that whatever else
   * of the bot waits was left by a step that is lost, and was decided otherwise when it was done
   * again. As what a repair drops, it may still leave if its run asks for it after all.
   */
  void forgetOthers(Delivery delivery, Delivery.Claim claim) {
    jdbc.sql(
            """
            update send_intent set state = 'REJECTED', settled_at = clock_timestamp(),
              settled_by = 'repair', error_code = null, error_treatment = null, error_detail = null
            where candidate_id = :candidate and journey_id = :journey and state = 'QUEUED'
              and author = 'BOT' and turn_key <> :turn
            """)
        .param("candidate", delivery.candidateId())
        .param("journey", delivery.journeyId())
        .param("turn", claim.key())
        .update();
  }

  /**
   * SENDING from now on, whether it waited or is new; with its row in the transcript, behind
   * whatever left while it waited.
   *
   * @param known whether it has its row already
   */
  void sending(Delivery delivery, Duration within, boolean known) {
    if (known) {
      transcript.moveBehindWhatLeft(delivery);
    }
    write(delivery, "SENDING", within);
  }

  /** QUEUED from now on, to be sent by the governed queue; with its row in the transcript. */
  void queued(Delivery delivery) {
    write(delivery, "QUEUED", null);
    notice.changed(delivery.candidateId());
  }

  private void write(Delivery delivery, String state, @Nullable Duration within) {
    // What a brake dropped was never called: given back, it may begin under the epoch that holds.
    atCommit.run(
        """
        insert into send_intent
          (key, account_id, candidate_id, journey_id, number_id, turn_key, position, author,
           operator_id, epoch, sealed_content, tell_arrival, state, sending_at, not_after)
        select ?, ?, ?, ?, ?, ?, ?, ?, cast(? as uuid), ?, ?, ?, s.state,
               case when s.state = 'SENDING' then clock_timestamp() end,
               clock_timestamp() + make_interval(secs => s.within)
        from (select cast(? as text) as state, cast(? as double precision) as within) s
        on conflict (key) do update set state = excluded.state, epoch = excluded.epoch,
          sending_at = excluded.sending_at, not_after = excluded.not_after, settled_at = null,
          settled_by = null
        where send_intent.state = 'QUEUED'
          or (send_intent.state = 'REJECTED' and send_intent.settled_by in ('brake', 'repair'))
        """,
        delivery.key(),
        delivery.accountId(),
        delivery.candidateId(),
        delivery.journeyId(),
        delivery.numberId(),
        turnKey(delivery),
        delivery.position(),
        delivery.author().name(),
        delivery.operatorId(),
        delivery.epoch(),
        sealed.json(delivery.candidateId(), delivery.content()),
        delivery.tellArrival(),
        state,
        within == null ? null : within.toMillis() / 1000.0);
    transcript.add(delivery);
  }

  /**
   * SENDING, or UNCERTAIN when the reaper came first, becomes what the call came to.
   *
   * @return the row as this left it; empty when somebody else had settled it
   */
  Optional<IntentRow> settle(Delivery delivery, CallOutcome outcome) {
    Optional<Moved> moved =
        switch (outcome) {
          case CallOutcome.Accepted accepted ->
              move(delivery, "SENT", ANSWER, accepted.channelId(), null, null, null);
          case CallOutcome.Refused refused -> {
            boolean braked = refused.later() && braked(delivery);
            yield move(
                delivery,
                refused.later() && !braked ? "QUEUED" : "REJECTED",
                braked ? BRAKE : ANSWER,
                null,
                refused.code(),
                refused.treatment(),
                refused.detail());
          }
          case CallOutcome.Unknown unknown ->
              move(delivery, "UNCERTAIN", ANSWER, null, null, null, unknown.detail());
        };
    return moved.flatMap(
        row -> {
          told(delivery, outcome, row);
          return row.reported() ? IntentRow.locked(jdbc, delivery.key()) : Optional.of(row.now());
        });
  }

  /**
   * Whether what could be tried again later may not: a takeover that has its receipt looks for
   * waiting sends no more, and one that waited under its old epoch would hold up all that follow.
   */
  private boolean braked(Delivery delivery) {
    return brakes.lock(delivery.accountId(), delivery.candidateId()).stops(delivery);
  }

  private void told(Delivery delivery, CallOutcome outcome, Moved moved) {
    boolean wasUncertain = moved.before().equals("UNCERTAIN");
    switch (outcome) {
      case CallOutcome.Accepted accepted -> {
        transcript.named(delivery.key(), accepted.channelId());
        appendSent(delivery);
        if (wasUncertain) {
          uncertainty.settled(delivery.key(), true, null);
        }
        if (moved.reported()) {
          orphans.adopt(accepted.channelId(), delivery.key());
        }
      }
      case CallOutcome.Refused refused -> {
        if (wasUncertain) {
          uncertainty.settled(delivery.key(), false, refused.code());
        }
      }
      case CallOutcome.Unknown ignored -> uncertainty.began(delivery.journeyId());
    }
    if (!moved.itsOwn()) {
      holds.heard(delivery, outcome, moved.trial());
    }
    notice.changed(delivery.candidateId());
  }

  /**
   * @param before the state before
   * @param reported whether statuses have overtaken the answer to the call
   * @param trial whether it is the trial of a held number
   * @param itsOwn whether WhatsApp refuses it for the account's sake, but takes others
   */
  private record Moved(
      IntentRow now, String before, boolean reported, boolean trial, boolean itsOwn) {}

  private Optional<Moved> move(
      Delivery delivery,
      String state,
      String settledBy,
      @Nullable String wamid,
      @Nullable Integer code,
      @Nullable String treatment,
      @Nullable String detail) {
    // What may only be tried again later goes back to waiting; what was uncertain never waits
    // again, and no brake dropped it. Why a status said that it failed stays, though it overtook
    // the answer. A send that is no trial is called while its number isn't held: one that was
    // refused for the account's sake before has seen the hold lifted, so that WhatsApp took
    // another; refused again, it isn't the account, and must not hold the number once more.
    return jdbc.sql(
            """
            with before as (
              select w.*, case when :state = 'QUEUED' and (its_state = 'UNCERTAIN' or its_own)
                  then 'REJECTED' else :state end as next
              from (
                select s.key as its_key, s.state as its_state, h.id is not null as its_trial,
                  s.error_treatment is not distinct from 'ACCOUNT' and h.id is null
                    and cast(:treatment as text) is not distinct from 'ACCOUNT' as its_own
                from send_intent s
                left join number_hold h
                  on h.number_id = s.number_id and h.lifted_at is null and h.trial_key = s.key
                where s.key = :key for update of s) w)
            update send_intent i set
              state = next,
              wamid = coalesce(i.wamid, :wamid),
              error_code = coalesce(:code, case when failed_at is not null then error_code end),
              error_treatment =
                coalesce(:treatment, case when failed_at is not null then error_treatment end),
              error_detail =
                coalesce(:detail, case when failed_at is not null then error_detail end),
              settled_by = case when its_state = 'UNCERTAIN' then 'answer' else :settledBy end,
              settled_at = case when next = 'QUEUED' then null else clock_timestamp() end
            from before
            where i.key = its_key and (its_state = 'SENDING'
              or (its_state = 'UNCERTAIN' and :state <> 'UNCERTAIN'))
            returning %s, its_state,
              status is not null or exists (select 1 from orphan_status o where o.wamid = :wamid),
              its_trial, its_own
            """
                .formatted(IntentRow.COLUMNS))
        .param("key", delivery.key())
        .param("margin", IntentRow.margin())
        .param("state", state)
        .param("settledBy", settledBy)
        .param("wamid", wamid)
        .param("code", code)
        .param("treatment", treatment)
        .param("detail", detail)
        .query(
            (row, n) ->
                new Moved(
                    IntentRow.read(row, n),
                    row.getString("its_state"),
                    row.getBoolean(IntentRow.WIDTH + 2),
                    row.getBoolean(IntentRow.WIDTH + 3),
                    row.getBoolean(IntentRow.WIDTH + 4)))
        .optional();
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

  private static @Nullable String turnKey(Delivery delivery) {
    Delivery.Claim claim = delivery.claim();
    if (claim != null) {
      return claim.key();
    }
    int bubble = delivery.key().lastIndexOf('/');
    return bubble < 0 ? null : delivery.key().substring(0, bubble);
  }
}
