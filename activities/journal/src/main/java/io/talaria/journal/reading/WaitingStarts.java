package io.talaria.journal.reading;

import io.talaria.journal.send.Share;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether planned starts wait for room, whose time has come. */
@Component
public class WaitingStarts {
  private final JdbcClient jdbc;

  WaitingStarts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Empty while the account has room, no limit, or nothing that waits for it. */
  public Optional<FullLimit> full(UUID accountId) {
    return used(accountId)
        .filter(used -> used.people() >= Share.STARTS.of(used.limit()))
        .map(used -> new FullLimit(used.limit(), waiting(accountId), next(accountId, used)))
        .filter(full -> full.waiting() > 0);
  }

  private record Used(int limit, int people) {}

  private Optional<Used> used(UUID accountId) {
    // Index approach_day alone.
    return jdbc.sql(
            """
            select people, (select count(*) from approach a where a.account_id = l.account_id
              and a.last_at > now() - interval '24 hours')
            from messaging_limit l where account_id = :account and people is not null
            """)
        .param("account", accountId)
        .query((row, n) -> new Used(row.getInt(1), row.getInt(2)))
        .optional();
  }

  /** Not those of a reported number, nor whoever was handed out and has their place. */
  private long waiting(UUID accountId) {
    // Index planned_start_next.
    return jdbc.sql(
            """
            select count(*) from planned_start p
            where p.account_id = :account and p.state = 'PLANNED' and p.at <= now()
              and not exists (select 1 from spam_hold h where h.number_id = p.number_id
                and h.lifted_at is null and h.until > now())
              and (p.looked_at is null or not exists (select 1 from approach a
                where a.candidate_id = p.candidate_id and a.last_at > now() - interval '24 hours'))
            """)
        .param("account", accountId)
        .query(Long.class)
        .single();
  }

  /** When so many of the day have left that one more has room. */
  private @Nullable Instant next(UUID accountId, Used used) {
    return jdbc.sql(
            """
            select last_at + interval '24 hours' from approach
            where account_id = :account and last_at > now() - interval '24 hours'
            order by last_at offset :left limit 1
            """)
        .param("account", accountId)
        .param("left", used.people() - Share.STARTS.of(used.limit()))
        .query(OffsetDateTime.class)
        .optional()
        .map(OffsetDateTime::toInstant)
        .orElse(null);
  }
}
