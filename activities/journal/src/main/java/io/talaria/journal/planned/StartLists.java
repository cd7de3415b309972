package io.talaria.journal.planned;

import io.talaria.journal.Sealed;
import io.talaria.journal.reading.MaskedPhone;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The planned starts of an account as lists. */
@Component
public class StartLists {
  private static final String COLUMNS =
      """
      select p.id, p.account_id, p.candidate_id, p.number_id, p.definition_name, p.at, p.planned_by,
        p.state, p.reason, p.journey_id, p.changed_by, p.changed_at, p.sealed_opt_in, p.created_at,
        p.settled_at, c.sealed_name, c.zone,
        (select sealed_value from contact_alias a
         where a.candidate_id = p.candidate_id and a.kind = 'phone' limit 1) as sealed_phone
      from planned_start p join candidate c on c.id = p.candidate_id
      """;

  private final JdbcClient jdbc;
  private final Sealed sealed;

  StartLists(JdbcClient jdbc, Sealed sealed) {
    this.jdbc = jdbc;
    this.sealed = sealed;
  }

  /** What is to begin, the next one first; at most so many. */
  public List<ListedStart> planned(UUID accountId, int limit) {
    // Index planned_start_next, in its order.
    return jdbc.sql(
            COLUMNS
                + """
                where p.account_id = :account and p.state = 'PLANNED'
                order by p.at, p.id limit :limit
                """)
        .param("account", accountId)
        .param("limit", limit)
        .query(this::read)
        .list();
  }

  /** What began, was cancelled or became void, the last one first; at most so many. */
  public List<ListedStart> settled(UUID accountId, int limit) {
    // Index planned_start_settled, in its order.
    return jdbc.sql(
            COLUMNS
                + """
                where p.account_id = :account and p.state <> 'PLANNED'
                order by p.settled_at desc, p.id desc limit :limit
                """)
        .param("account", accountId)
        .param("limit", limit)
        .query(this::read)
        .list();
  }

  /** How many are to begin. */
  public long count(UUID accountId) {
    // Index planned_start_next alone.
    return jdbc.sql(
            "select count(*) from planned_start where account_id = :account and state = 'PLANNED'")
        .param("account", accountId)
        .query(Long.class)
        .single();
  }

  private ListedStart read(ResultSet row, int n) throws SQLException {
    UUID candidate = row.getObject("candidate_id", UUID.class);
    return new ListedStart(
        PlannedStarts.read(row, n),
        sealed.text(candidate, row.getBytes("sealed_name")),
        MaskedPhone.of(sealed.text(candidate, row.getBytes("sealed_phone"))),
        row.getString("zone"),
        Objects.requireNonNullElse(sealed.text(candidate, row.getBytes("sealed_opt_in")), ""),
        Objects.requireNonNull(PlannedStarts.time(row, "created_at")),
        PlannedStarts.time(row, "settled_at"));
  }
}
