package io.talaria.journal.send;

import io.talaria.journal.JournalNotice;
import io.talaria.journal.Sealed;
import io.talaria.journal.event.Events;
import io.talaria.journal.event.SentEvents;
import io.talaria.journey.SettleSend.Choice;
import io.talaria.port.Journal.Claimed;
import io.talaria.port.Journal.Settle;
import io.talaria.port.Journal.Settled;
import io.talaria.port.JourneyEvent;
import io.talaria.port.Outbound;
import io.talaria.port.Proposal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A person decides what becomes of a send of which nobody knows. */
@Component
public class Settling {
  private final JdbcClient jdbc;
  private final Sealed sealed;
  private final Uncertainty uncertainty;
  private final SentEvents sent;
  private final Events events;
  private final JournalNotice notice;

  Settling(
      JdbcClient jdbc,
      Sealed sealed,
      Uncertainty uncertainty,
      SentEvents sent,
      Events events,
      JournalNotice notice) {
    this.jdbc = jdbc;
    this.sealed = sealed;
    this.uncertainty = uncertainty;
    this.sent = sent;
    this.events = events;
    this.notice = notice;
  }

  /**
   * Settles a send that is UNCERTAIN, with the event that tells who decided what. Sent twice, the
   * request settles once and is answered the same. Nothing is settled when the candidate has no
   * such send.
   */
  @Transactional
  public Settled settle(Settle request) {
    String by = "operator:" + request.operatorId() + ":" + request.requestId();
    boolean arrived = request.choice() == Choice.ARRIVED;
    boolean changed =
        jdbc.sql(
                    """
                    update send_intent set state = :state, settled_at = clock_timestamp(),
                      settled_by = :by, error_detail = :detail
                    where key = :key and candidate_id = :candidate and state = 'UNCERTAIN'
                    """)
                .param("state", arrived ? "SENT" : "FAILED")
                .param("by", by)
                .param("detail", detail(request.choice()))
                .param("key", request.key())
                .param("candidate", request.candidateId())
                .update()
            == 1;
    Optional<Row> known = row(request);
    if (known.isEmpty()) {
      return new Settled(false, "UNKNOWN", null, List.of(), null);
    }
    Row row = known.get();
    if (changed) {
      uncertainty.ended(row.journeyId());
      notice.changed(request.candidateId());
      tell(request, row);
      if (arrived) {
        sent.append(
            row.accountId(),
            request.candidateId(),
            row.journeyId(),
            request.key(),
            row.author(),
            row.content(),
            row.numberId());
      }
    }
    return new Settled(
        changed || by.equals(row.settledBy()),
        row.state(),
        row.content(),
        row.reply() == null ? List.of() : row.reply().proposal().inputIds(),
        row.reply());
  }

  private void tell(Settle request, Row row) {
    Instant now = Instant.now();
    String cause = request.requestId().toString();
    events.append(
        row.accountId(),
        request.candidateId(),
        row.journeyId(),
        "UncertainSettled",
        cause,
        now,
        new JourneyEvent.UncertainSettled(
            cause,
            now,
            request.operatorId(),
            name(request.operatorId()),
            request.key(),
            request.choice()));
  }

  private String name(UUID operatorId) {
    return jdbc.sql("select name from operator where id = :id")
        .param("id", operatorId)
        .query(String.class)
        .optional()
        .orElse("");
  }

  private static @Nullable String detail(Choice choice) {
    return switch (choice) {
      case ARRIVED -> null;
      case SEND_AGAIN -> "superseded";
      case LEAVE_UNSENT -> "left unsent";
    };
  }

  private Optional<Row> row(Settle request) {
    return jdbc.sql(
            """
            select i.account_id, i.journey_id, i.number_id, i.author, i.state, i.settled_by,
              i.sealed_content, i.position, t.key, t.sealed_proposal
            from send_intent i
            left join turn t on t.key = i.turn_key and t.candidate_id = i.candidate_id
            where i.key = :key and i.candidate_id = :candidate
            """)
        .param("key", request.key())
        .param("candidate", request.candidateId())
        .query(
            (r, n) ->
                new Row(
                    r.getObject(1, UUID.class),
                    r.getObject(2, UUID.class),
                    r.getString(3),
                    r.getString(4),
                    r.getString(5),
                    r.getString(6),
                    sealed.json(request.candidateId(), r.getBytes(7), Outbound.class),
                    r.getString(9) == null ? null : claimed(request.candidateId(), r)))
        .optional();
  }

  private Claimed claimed(UUID candidate, ResultSet row) throws SQLException {
    return new Claimed(
        row.getString(9), row.getInt(8), sealed.json(candidate, row.getBytes(10), Proposal.class));
  }

  private record Row(
      UUID accountId,
      UUID journeyId,
      String numberId,
      String author,
      String state,
      @Nullable String settledBy,
      Outbound content,
      @Nullable Claimed reply) {}
}
