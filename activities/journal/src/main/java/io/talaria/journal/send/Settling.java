package io.talaria.journal.send;

import io.talaria.journal.JournalNotice;
import io.talaria.journal.Sealed;
import io.talaria.journal.event.SentEvents;
import io.talaria.journey.SettleSend.Choice;
import io.talaria.port.Journal.Settle;
import io.talaria.port.Journal.Settled;
import io.talaria.port.Outbound;
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
  private final SentEvents events;
  private final JournalNotice notice;

  Settling(
      JdbcClient jdbc,
      Sealed sealed,
      Uncertainty uncertainty,
      SentEvents events,
      JournalNotice notice) {
    this.jdbc = jdbc;
    this.sealed = sealed;
    this.uncertainty = uncertainty;
    this.events = events;
    this.notice = notice;
  }

  /**
   * Settles a send that is UNCERTAIN. Sent twice, the request settles once and is answered the
   * same.
   *
   * @throws IllegalArgumentException if the candidate has no such send
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
    Row row = row(request);
    if (changed) {
      uncertainty.ended(row.journeyId());
      notice.changed(request.candidateId());
      if (arrived) {
        events.append(
            row.accountId(),
            request.candidateId(),
            row.journeyId(),
            request.key(),
            row.author(),
            row.content(),
            row.numberId());
      }
    }
    return new Settled(changed || by.equals(row.settledBy()), row.state(), row.content());
  }

  private static @Nullable String detail(Choice choice) {
    return switch (choice) {
      case ARRIVED -> null;
      case SEND_AGAIN -> "superseded";
      case LEAVE_UNSENT -> "left unsent";
    };
  }

  private Row row(Settle request) {
    return jdbc.sql(
            """
            select account_id, journey_id, number_id, author, state, settled_by, sealed_content
            from send_intent where key = :key and candidate_id = :candidate
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
                    sealed.json(request.candidateId(), r.getBytes(7), Outbound.class)))
        .optional()
        .orElseThrow(() -> new IllegalArgumentException("No send " + request.key()));
  }

  private record Row(
      UUID accountId,
      UUID journeyId,
      String numberId,
      String author,
      String state,
      @Nullable String settledBy,
      Outbound content) {}
}
