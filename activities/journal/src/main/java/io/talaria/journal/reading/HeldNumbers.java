package io.talaria.journal.reading;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The numbers that are held, or reported, and the templates. */
@Component
public class HeldNumbers {
  private final JdbcClient jdbc;

  HeldNumbers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Those of the account, the longest held first; mostly none. */
  public List<HeldNumber> of(UUID accountId) {
    // Index number_hold_open; the sends of each by send_intent_queued.
    return jdbc.sql(
            """
            select h.number_id, n.definition_name, h.held_at, h.error_code, h.tried_at,
              (select count(*) from send_intent i
                where i.number_id = h.number_id and i.state = 'QUEUED')
            from number_hold h left join number n on n.id = h.number_id
            where h.account_id = :account and h.lifted_at is null
            order by h.held_at
            """)
        .param("account", accountId)
        .query(
            (row, n) ->
                new HeldNumber(
                    row.getString(1),
                    row.getString(2),
                    Times.known(row, "held_at"),
                    (Integer) row.getObject(4),
                    Times.known(row, "tried_at"),
                    row.getLong(6)))
        .list();
  }

  /** Paused templates of the account, the longest paused first; mostly none. */
  public List<HeldTemplate> templatesOf(UUID accountId) {
    // Index template_hold_open.
    return jdbc.sql(
            """
            select name, language, held_at, until from template_hold
            where account_id = :account and lifted_at is null and until > clock_timestamp()
            order by held_at
            """)
        .param("account", accountId)
        .query(
            (row, n) ->
                new HeldTemplate(
                    row.getString(1),
                    row.getString(2),
                    Times.known(row, "held_at"),
                    Times.known(row, "until")))
        .list();
  }

  /** Numbers of the account that people reported, the longest held first; mostly none. */
  public List<ReportedNumber> reportedOf(UUID accountId) {
    // Index spam_hold_open; the starts by planned_start_next.
    return jdbc.sql(
            """
            select h.number_id, n.definition_name, h.held_at, h.until,
              (select count(*) from planned_start p where p.account_id = h.account_id
                and p.state = 'PLANNED' and p.at <= now() and p.number_id = h.number_id)
            from spam_hold h left join number n on n.id = h.number_id
            where h.account_id = :account and h.lifted_at is null and h.until > now()
            order by h.held_at
            """)
        .param("account", accountId)
        .query(
            (row, n) ->
                new ReportedNumber(
                    row.getString(1),
                    row.getString(2),
                    Times.known(row, "held_at"),
                    Times.known(row, "until"),
                    row.getLong(5)))
        .list();
  }
}
