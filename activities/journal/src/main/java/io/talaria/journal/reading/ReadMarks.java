package io.talaria.journal.reading;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far each operator has read; concerns people only. */
@Component
public class ReadMarks {
  private final JdbcClient jdbc;

  ReadMarks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Everything up to this message was seen. A no-op when the operator had seen more. */
  public void seen(UUID accountId, UUID operatorId, UUID candidateId, long seq) {
    jdbc.sql(
            """
            insert into queue_read as r (operator_id, candidate_id, account_id, seq)
            values (:operator, :candidate, :account, :seq)
            on conflict (operator_id, candidate_id) do update set seq = excluded.seq
              where r.seq < excluded.seq
            """)
        .param("operator", operatorId)
        .param("candidate", candidateId)
        .param("account", accountId)
        .param("seq", seq)
        .update();
  }
}
