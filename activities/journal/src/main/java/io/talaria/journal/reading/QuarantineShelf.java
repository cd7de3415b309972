package io.talaria.journal.reading;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the gateway could not use. Rows whose account is unknown (no number told it) are shown in
 * every account, since nobody else could act on them.
 */
@Component
public class QuarantineShelf {
  private static final String MINE = "(account_id = :account or account_id is null)";
  private static final int BODY_LIMIT = 64 * 1024;

  private final JdbcClient jdbc;

  QuarantineShelf(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Open ones, newest first (index quarantine_open), and what was settled in the last day. */
  public List<Quarantined> list(UUID accountId, int limit) {
    return jdbc.sql(
            "select * from quarantine where "
                + MINE
                + " and (settled_at is null or settled_at > now() - interval '1 day')"
                + " order by (settled_at is not null), created_at desc limit :limit")
        .param("account", accountId)
        .param("limit", limit)
        .query(QuarantineShelf::read)
        .list();
  }

  /** How many wait for a decision. */
  public long open(UUID accountId) {
    return jdbc.sql("select count(*) from quarantine where settled_at is null and " + MINE)
        .param("account", accountId)
        .query(Long.class)
        .single();
  }

  /** The raw delivery as text, at most 64 KiB of it. */
  public String body(UUID accountId, UUID id) {
    return jdbc.sql(
            """
            select substring(d.body from 1 for :limit) from quarantine q
            join webhook_delivery d on d.id = q.delivery_id
            where q.id = :id and (q.account_id = :account or q.account_id is null)
            """)
        .param("limit", BODY_LIMIT)
        .param("id", id)
        .param("account", accountId)
        .query((row, n) -> new String(row.getBytes(1), StandardCharsets.UTF_8))
        .optional()
        .orElse("");
  }

  /** Asks the gateway to try it again. A no-op when it is settled. */
  public void retry(UUID accountId, UUID id) {
    update("set retried_at = now()", accountId, id);
  }

  /** Nobody will try it again; the raw delivery stays. A no-op when it is settled. */
  public void discard(UUID accountId, UUID id) {
    update("set settled_at = now(), settled_as = 'DISCARDED'", accountId, id);
  }

  private void update(String change, UUID accountId, UUID id) {
    jdbc.sql("update quarantine " + change + " where id = :id and settled_at is null and " + MINE)
        .param("id", id)
        .param("account", accountId)
        .update();
  }

  private static Quarantined read(ResultSet row, int number) throws SQLException {
    return new Quarantined(
        row.getObject("id", UUID.class),
        row.getObject("delivery_id", UUID.class),
        row.getString("item"),
        row.getString("reason"),
        row.getString("detail"),
        row.getInt("attempts"),
        Times.known(row, "created_at"),
        Times.of(row, "retried_at"),
        Times.of(row, "settled_at"),
        row.getString("settled_as"));
  }
}
