package io.talaria.journal.inbox;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Statuses that came before we knew their send, and sends that have not followed theirs. */
@Component
public class OrphanStatuses {
  private final JdbcClient jdbc;
  private final OrphanRows rows;
  private final Statuses statuses;
  private final TransactionTemplate transaction;

  OrphanStatuses(
      JdbcClient jdbc, OrphanRows rows, Statuses statuses, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.statuses = statuses;
    this.transaction = transaction;
  }

  /**
   * Merges what overtook the answer to a call. To be called in the transaction that has written
   * SENT with this wamid, after that write; a failure that was reported meanwhile makes the send
   * FAILED and tells the journey through the outbox. No-op when nothing came early.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void adopt(String wamid, String intentKey) {
    for (StatusReport report : rows.take(wamid)) {
      statuses.merge(intentKey, report);
    }
    statuses.settle(intentKey);
  }

  /**
   * Finds what slipped past {@link #adopt}: a status recorded while the send's own write was not
   * yet visible, and sends that became UNCERTAIN, or whose sender died, although a status tells of
   * them.
   *
   * @return how many sends were looked at; the limit means that there may be more
   */
  public int reconcile(int limit) {
    // Lateral, so that the few orphans are looked up among the sends: a plain join was planned the
    // other way round, and walked all sends every time.
    List<Found> found =
        jdbc.sql(
                """
                (select i.key, i.wamid from orphan_status o
                 cross join lateral (select key, wamid from send_intent
                                     where wamid = o.wamid limit 1) i
                 where o.received_at > now() - interval '1 hour' limit :limit)
                union
                (select key, wamid from send_intent
                 where status is not null and wamid is not null
                   and state in ('QUEUED', 'SENDING', 'UNCERTAIN')
                   and (state <> 'SENDING' or not_after < now())
                   limit :limit)
                """)
            .param("limit", limit)
            .query((row, n) -> new Found(row.getString(1), row.getString(2)))
            .list();
    for (Found send : found) {
      transaction.executeWithoutResult(status -> adopt(send.wamid(), send.key()));
    }
    return found.size();
  }

  /** Forgets statuses of sends that are not ours: another system may share the number. */
  public void forget() {
    jdbc.sql("delete from orphan_status where received_at < now() - interval '30 days'").update();
  }

  private record Found(String key, String wamid) {}
}
