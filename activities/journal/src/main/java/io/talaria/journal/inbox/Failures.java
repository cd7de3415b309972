package io.talaria.journal.inbox;

import io.talaria.journal.Sealed;
import io.talaria.journal.inbox.StatusReport.Failure;
import io.talaria.journal.inbox.StatusReport.Tick;
import io.talaria.journal.send.ErrorTable;
import io.talaria.journal.send.NumberHolds;
import io.talaria.journal.send.TemplateBars;
import io.talaria.journal.send.Treatment;
import io.talaria.port.Outbound;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a status says of more than its own send: of the number, of the template, of the person. A
 * number of WhatsApp means the same there as in a refusal.
 */
@Component
class Failures {
  private final JdbcClient jdbc;
  private final Sealed sealed;
  private final NumberHolds numbers;
  private final TemplateBars templates;

  Failures(JdbcClient jdbc, Sealed sealed, NumberHolds numbers, TemplateBars templates) {
    this.jdbc = jdbc;
    this.sealed = sealed;
    this.numbers = numbers;
    this.templates = templates;
  }

  /**
   * In the caller's transaction, as late as may be: two that meet at a number and a journey the
   * other way round are told of a deadlock, and done anew. On a good day it asks the journal
   * nothing.
   *
   * @param held whether the send's number is held because of what statuses told
   */
  void heard(String key, StatusReport report, boolean held) {
    Failure error = report.error();
    if (report.tick() != Tick.FAILED) {
      if (held) {
        numbers.passedOn(send(key).reported(key));
      }
      return;
    }
    Integer code = error == null ? null : error.code();
    boolean account = ErrorTable.ofStatus(code) == Treatment.ACCOUNT;
    if (!account && !TemplateBars.remembers(code)) {
      return;
    }
    Send send = send(key);
    if (account) {
      numbers.failed(send.reported(key), code, error == null ? null : error.detail(), report.at());
    } else {
      Outbound content = sealed.json(send.candidateId(), send.content(), Outbound.class);
      templates.refused(send.accountId(), send.candidateId(), key, content, code, report.at());
    }
  }

  private Send send(String key) {
    return jdbc.sql(
            """
            select account_id, candidate_id, number_id, sealed_content,
              coalesce(sending_at, created_at)
            from send_intent where key = :key
            """)
        .param("key", key)
        .query(
            (row, n) ->
                new Send(
                    row.getObject(1, UUID.class),
                    row.getObject(2, UUID.class),
                    row.getString(3),
                    row.getBytes(4),
                    row.getObject(5, OffsetDateTime.class)))
        .single();
  }

  private record Send(
      UUID accountId, UUID candidateId, String numberId, byte[] content, OffsetDateTime begunAt) {
    NumberHolds.Reported reported(String key) {
      return new NumberHolds.Reported(accountId, numberId, key, begunAt.toInstant());
    }
  }
}
