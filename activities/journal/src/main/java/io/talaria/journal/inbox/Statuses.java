package io.talaria.journal.inbox;

import io.talaria.journal.JournalNotice;
import io.talaria.journal.event.SentEvents;
import io.talaria.journal.inbox.StatusReport.Failure;
import io.talaria.journal.inbox.StatusReport.Price;
import io.talaria.journal.inbox.StatusReport.Tick;
import io.talaria.journal.send.ErrorTable;
import io.talaria.journal.send.Treatment;
import io.talaria.journey.SendDelivered;
import io.talaria.journey.SendSettled;
import io.talaria.journey.SendTimed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Merges delivery statuses into the sends they tell of. The only place where a status changes an
 * intent, whether it comes by webhook, was waiting as an orphan, or is found by the sweeper.
 */
@Component
public class Statuses {
  private final JdbcClient jdbc;
  private final OrphanRows orphans;
  private final JourneyOutbox outbox;
  private final JournalNotice notice;
  private final SentEvents sent;
  private final Failures failures;

  Statuses(
      JdbcClient jdbc,
      OrphanRows orphans,
      JourneyOutbox outbox,
      JournalNotice notice,
      SentEvents sent,
      Failures failures) {
    this.jdbc = jdbc;
    this.orphans = orphans;
    this.outbox = outbox;
    this.notice = notice;
    this.sent = sent;
    this.failures = failures;
  }

  /**
   * Merges one report in the caller's transaction. A send is found by WhatsApp's id, else by the
   * key that we gave along; a report of a send that isn't known waits as an orphan. Reported twice,
   * or later than a better one, it changes nothing.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void merge(StatusReport report, @Nullable UUID accountId) {
    Optional<Send> send = lock(report.wamid(), report.key());
    if (send.isEmpty()) {
      orphans.keep(report, accountId);
      return;
    }
    merge(send.get(), report);
  }

  /** Merges into a send that is known by its key. */
  void merge(String key, StatusReport report) {
    lock(null, key).ifPresent(send -> merge(send, report));
  }

  /** Moves a send whose statuses are known but whose state has not followed them. */
  void settle(String key) {
    lock(null, key).ifPresent(send -> settle(send, send.facts(), send.wamid(), null));
  }

  private void merge(Send send, StatusReport report) {
    SendFacts facts = send.facts().with(report);
    String wamid = send.wamid() == null ? report.wamid() : send.wamid();
    if (!facts.equals(send.facts()) || !wamid.equals(send.wamid())) {
      write(send.key(), facts, wamid);
    }
    boolean settled = settle(send, facts, wamid, report.at());
    tellArrival(send, facts);
    if (report.tick() == Tick.SENT) {
      // Whatever we believed of the send until now: the order of reports must not tell in the end.
      time(send, report.at());
    }
    if (!settled && facts.tick() != send.facts().tick()) {
      notice.changed(send.candidateId());
    }
    // Last: few wait while a number or a template is locked.
    failures.heard(send.key(), report, send.numberHeld());
  }

  /** Conditional by the row's lock, which {@link #lock} took. */
  private boolean settle(Send send, SendFacts facts, @Nullable String wamid, @Nullable Instant at) {
    SendState state = facts.state(send.state(), send.calling());
    if (state == send.state()) {
      return false;
    }
    jdbc.sql(
            """
            update send_intent set state = :state, settled_at = now(), settled_by = 'status'
            where key = :key
            """)
        .param("state", state.name())
        .param("key", send.key())
        .update();
    if (wamid != null) {
      jdbc.sql("update message set wamid = :wamid where intent_key = :key and wamid is null")
          .param("wamid", wamid)
          .param("key", send.key())
          .update();
    }
    if (send.state() == SendState.UNCERTAIN) {
      jdbc.sql(
              """
              update journey set uncertain_sends = greatest(uncertain_sends - 1, 0)
              where id = :journey
              """)
          .param("journey", send.journeyId())
          .update();
    }
    // A failure is told of what WhatsApp had taken, too; in another order it would say so first.
    sent.append(send.candidateId(), send.key());
    Instant since = at != null ? at : Objects.requireNonNullElse(facts.since(), send.begunAt());
    Failure error = facts.error();
    outbox.settled(
        send.accountId(),
        send.candidateId(),
        new SendSettled(
            send.key(),
            state == SendState.SENT,
            state == SendState.SENT || error == null ? null : error.code(),
            state == SendState.SENT ? null : treatment(error),
            since));
    notice.changed(send.candidateId());
    return true;
  }

  /** The journey waits with its next bubble until this one has arrived. */
  private void tellArrival(Send send, SendFacts facts) {
    Instant since = facts.since();
    if (send.tellArrival() && arrived(facts) && !arrived(send.facts()) && since != null) {
      outbox.delivered(send.accountId(), send.candidateId(), new SendDelivered(send.key(), since));
    }
  }

  private static boolean arrived(SendFacts facts) {
    return facts.tick() != null && facts.tick().compareTo(Tick.DELIVERED) >= 0;
  }

  private static @Nullable String treatment(@Nullable Failure error) {
    Treatment treatment = error == null ? null : ErrorTable.ofStatus(error.code());
    return treatment == null ? null : treatment.name();
  }

  /** WhatsApp's time counts: silence is measured from it. Small differences are left alone. */
  private void time(Send send, Instant at) {
    int moved =
        jdbc.sql(
                """
                update message set sent_at = :at
                where intent_key = :key and abs(extract(epoch from sent_at - :at)) > 120
                """)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .param("key", send.key())
            .update();
    if (moved > 0) {
      outbox.timed(send.accountId(), send.candidateId(), new SendTimed(send.key(), at));
      notice.changed(send.candidateId());
    }
  }

  private void write(String key, SendFacts facts, String wamid) {
    Failure error = facts.error();
    Price price = facts.price();
    jdbc.sql(
            """
            update send_intent
            set wamid = :wamid, status = :status, delivered_at = :delivered, read_at = :read,
                failed_at = :failed, error_code = coalesce(:code, error_code),
                error_treatment = coalesce(:treatment, error_treatment),
                error_detail = coalesce(:detail, error_detail), billable = :billable,
                price_category = :category, price_model = :model, price_type = :type
            where key = :key
            """)
        .param("key", key)
        .param("wamid", wamid)
        .param("status", facts.tick() == null ? null : facts.tick().column(), Types.VARCHAR)
        .param("delivered", utc(facts.deliveredAt()), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("read", utc(facts.readAt()), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("failed", utc(facts.failedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("code", error == null ? null : error.code(), Types.INTEGER)
        .param("treatment", treatment(error), Types.VARCHAR)
        .param("detail", error == null ? null : error.detail(), Types.VARCHAR)
        .param("billable", price == null ? null : price.billable(), Types.BOOLEAN)
        .param("category", price == null ? null : price.category(), Types.VARCHAR)
        .param("model", price == null ? null : price.model(), Types.VARCHAR)
        .param("type", price == null ? null : price.type(), Types.VARCHAR)
        .update();
  }

  /**
   * @param calling it is SENDING and may be until {@code not_after}: whoever calls writes the
   *     outcome
   * @param begunAt when its call began, or it was made
   * @param tellArrival whether the journey waits to hear that it arrived
   * @param numberHeld whether its number is held because of what statuses told
   */
  private record Send(
      String key,
      UUID accountId,
      UUID candidateId,
      UUID journeyId,
      SendState state,
      boolean calling,
      @Nullable String wamid,
      Instant begunAt,
      boolean tellArrival,
      boolean numberHeld,
      SendFacts facts) {}

  private Optional<Send> lock(@Nullable String wamid, @Nullable String key) {
    List<Send> found =
        jdbc.sql(
                """
                select *, coalesce(state = 'SENDING' and not_after >= now(), false) as calling,
                  exists (select 1 from number_hold h where h.number_id = send_intent.number_id
                    and h.lifted_at is null and h.status_at is not null) as number_held
                from send_intent where wamid = :wamid or key = :key
                for no key update
                """)
            .param("wamid", wamid, Types.VARCHAR)
            .param("key", key, Types.VARCHAR)
            .query(Statuses::send)
            .list();
    // WhatsApp's own id is the stronger word when both name something.
    return found.stream()
        .filter(send -> wamid != null && wamid.equals(send.wamid()))
        .findFirst()
        .or(() -> found.stream().findFirst());
  }

  private static Send send(ResultSet row, int n) throws SQLException {
    Instant sending = instant(row, "sending_at");
    return new Send(
        row.getString("key"),
        row.getObject("account_id", UUID.class),
        row.getObject("candidate_id", UUID.class),
        row.getObject("journey_id", UUID.class),
        SendState.valueOf(row.getString("state")),
        row.getBoolean("calling"),
        row.getString("wamid"),
        sending == null ? Objects.requireNonNull(instant(row, "created_at")) : sending,
        row.getBoolean("tell_arrival"),
        row.getBoolean("number_held"),
        facts(row));
  }

  private static SendFacts facts(ResultSet row) throws SQLException {
    Instant failedAt = instant(row, "failed_at");
    Price price =
        new Price(
            row.getObject("billable", Boolean.class),
            row.getString("price_category"),
            row.getString("price_model"),
            row.getString("price_type"));
    return new SendFacts(
        Tick.of(row.getString("status")),
        instant(row, "delivered_at"),
        instant(row, "read_at"),
        failedAt,
        failedAt == null
            ? null
            : new Failure(
                row.getObject("error_code", Integer.class), row.getString("error_detail")),
        price.equals(Price.NONE) ? null : price);
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private static @Nullable OffsetDateTime utc(@Nullable Instant time) {
    return time == null ? null : time.atOffset(ZoneOffset.UTC);
  }
}
