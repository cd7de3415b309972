package io.talaria.journal.send;

import io.talaria.journal.AtCommit;
import io.talaria.port.Delivery;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts who was written to outside their service window, and refuses templates for which
 * WhatsApp's messaging limit has no room. Of several workers each may let one too many through: the
 * last word is WhatsApp's.
 */
@Component
class Approaches {
  /** Counting fewer costs next to nothing. */
  private static final int MANY = 10_000;

  /** So long a count of many is believed; what is called meanwhile is less than the margin. */
  private static final Duration FAR = Duration.ofSeconds(2);

  private static final Duration NEAR = Duration.ofMillis(200);

  /** This part of the limit is called near. */
  private static final int MARGIN = 10;

  /** As WhatsApp sees it, of the candidate's last message to this number. */
  private static final String WINDOW_OPEN =
      """
      exists (select 1 from message where candidate_id = %s and number_id = %s
        and direction = 'IN' and sent_at > clock_timestamp() - interval '24 hours')
      """;

  private final JdbcClient jdbc;
  private final AtCommit atCommit;
  private final ConcurrentHashMap<UUID, Counted> counted = new ConcurrentHashMap<>();

  Approaches(JdbcClient jdbc, AtCommit atCommit) {
    this.jdbc = jdbc;
    this.atCommit = atCommit;
  }

  /**
   * Why a template must wait; empty for one that has room, or needs none: the candidate's window is
   * open, they have their place since less than a day, or the account has no limit.
   */
  Optional<CallOutcome.Refused> against(Delivery template) {
    // By the primary keys and (candidate_id, seq): a candidate's own messages.
    return jdbc.sql(
            """
            select people from messaging_limit
            where account_id = :account and people is not null
              and not exists (select 1 from approach where candidate_id = :candidate
                and last_at > clock_timestamp() - interval '24 hours')
              and not %s
            """
                .formatted(WINDOW_OPEN.formatted(":candidate", ":number")))
        .param("account", template.accountId())
        .param("candidate", template.candidateId())
        .param("number", template.numberId())
        .query(Integer.class)
        .optional()
        .filter(people -> count(template.accountId(), people) >= Share.of(template).of(people))
        .map(Approaches::full);
  }

  private static CallOutcome.Refused full(int people) {
    return new CallOutcome.Refused(
        null,
        Treatment.MESSAGING_LIMIT.name(),
        "not tried, WhatsApp's limit of %d people in 24 hours leaves no room".formatted(people),
        false);
  }

  /** The template is called: its candidate has a place, unless their window is open. */
  void leaves(Delivery template) {
    atCommit.run(
        """
        insert into approach (candidate_id, account_id, last_at)
        select ?, ?, clock_timestamp() where not %s
        on conflict (candidate_id) do update set last_at = excluded.last_at
        """
            .formatted(WINDOW_OPEN.formatted("?", "?")),
        template.candidateId(),
        template.accountId(),
        template.candidateId(),
        template.numberId());
  }

  private int count(UUID account, int people) {
    Counted before = counted.get(account);
    if (before != null && people >= MANY && before.counts(people)) {
      return before.used();
    }
    // Index approach_day alone.
    int used =
        jdbc.sql(
                """
                select count(*) from approach
                where account_id = :account and last_at > clock_timestamp() - interval '24 hours'
                """)
            .param("account", account)
            .query(Integer.class)
            .single();
    counted.put(account, new Counted(used, System.nanoTime()));
    return used;
  }

  private record Counted(int used, long at) {
    boolean counts(int people) {
      Duration good = used < people - people / MARGIN ? FAR : NEAR;
      return System.nanoTime() - at < good.toNanos();
    }
  }
}
