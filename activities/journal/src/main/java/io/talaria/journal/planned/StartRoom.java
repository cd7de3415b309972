package io.talaria.journal.planned;

import io.talaria.journal.send.Share;
import io.talaria.journey.JourneyStart;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How many planned starts WhatsApp's messaging limit has room for. Whoever is handed out has their
 * place from then on, so that many whose first words wait, for the end of quiet hours say, are not
 * too many when they leave. Within the caller's transaction.
 */
@Component
class StartRoom {
  private final JdbcClient jdbc;

  StartRoom(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Accounts that have a limit and a start that is due. */
  List<UUID> limited() {
    // Index planned_start_next; there are few accounts.
    return jdbc.sql(
            """
            select account_id from messaging_limit l
            where people is not null and exists (select 1 from planned_start p
              where p.account_id = l.account_id and p.state = 'PLANNED' and p.at <= now())
            """)
        .query(UUID.class)
        .list();
  }

  /**
   * For how many more people there is room, zero at least, for the caller alone until its
   * transaction ends; empty when somebody else is handing out this account's starts, or its limit
   * has gone.
   */
  OptionalInt of(UUID accountId) {
    // The row's lock decides between two sweepers. Index approach_day alone.
    Optional<Integer> room =
        jdbc.sql(
                """
            select people, (select count(*) from approach a where a.account_id = l.account_id
              and a.last_at > clock_timestamp() - interval '24 hours')
            from messaging_limit l
            where account_id = :account and people is not null
            for update of l skip locked
            """)
            .param("account", accountId)
            .query((row, n) -> Share.STARTS.of(row.getInt(1)) - row.getInt(2))
            .optional();
    return room.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Math.max(0, room.get()));
  }

  /** They have their place from now on. */
  void keep(List<JourneyStart> starts) {
    for (JourneyStart start : starts) {
      jdbc.sql(
              """
              insert into approach (candidate_id, account_id, last_at)
              values (:candidate, :account, clock_timestamp())
              on conflict (candidate_id) do update set last_at = excluded.last_at
              """)
          .param("candidate", start.candidateId())
          .param("account", start.accountId())
          .update();
    }
  }
}
