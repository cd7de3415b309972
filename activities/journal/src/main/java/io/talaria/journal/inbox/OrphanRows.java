package io.talaria.journal.inbox;

import java.sql.Types;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Table {@code orphan_status}: reports of sends that nobody here knows yet. */
@Component
class OrphanRows {
  private final JdbcClient jdbc;
  private final JsonMapper json = JsonMapper.builder().build();

  OrphanRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Keeps a report; no-op when it is there. */
  void keep(StatusReport report, @Nullable UUID accountId) {
    jdbc.sql(
            """
            insert into orphan_status (wamid, status, account_id, body)
            values (:wamid, :status, :account, cast(:body as jsonb))
            on conflict (wamid, status) do nothing
            """)
        .param("wamid", report.wamid())
        .param("status", report.tick().column())
        .param("account", accountId, Types.OTHER)
        .param("body", json.writeValueAsString(report))
        .update();
  }

  /** Takes out what was kept of a send. */
  List<StatusReport> take(String wamid) {
    return jdbc.sql("delete from orphan_status where wamid = :wamid returning body::text")
        .param("wamid", wamid)
        .query((row, n) -> json.readValue(row.getString(1), StatusReport.class))
        .list();
  }
}
