package io.talaria.journal.send;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps of which numbers WhatsApp limits what they send unasked, since people blocked or reported
 * them. What such a number sends makes it worse: its planned starts and the bot's templates wait.
 * Answers go on, and so does what recruiters send.
 */
@Component
public class SpamHolds {
  static final int CODE = 131048;

  /** A status that is older than this says nothing of now. */
  private static final Duration NEWS = Duration.ofHours(1);

  private final JdbcClient jdbc;

  SpamHolds(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * WhatsApp refused this send so, at once or after it had taken it: its number is held for a day;
   * for two, four, seven where it was met before within two weeks. No-op while it is held, for old
   * news, and for a send that was called before it was let go on.
   */
  @Transactional
  public void met(String key, Instant at) {
    if (at.isBefore(Instant.now().minus(NEWS))) {
      return;
    }
    jdbc.sql(
            """
            update spam_hold set lifted_at = until
            where number_id = (select number_id from send_intent where key = :key)
              and lifted_at is null and until <= clock_timestamp()
            """)
        .param("key", key)
        .update();
    // Index spam_hold_past.
    jdbc.sql(
            """
            insert into spam_hold (id, account_id, number_id, until)
            select :id, i.account_id, i.number_id, clock_timestamp() + least(interval '7 days',
              interval '1 day' * power(2, (select least(count(*), 3) from spam_hold p
                where p.number_id = i.number_id
                  and p.held_at > clock_timestamp() - interval '14 days')))
            from send_intent i
            where i.key = :key and not exists (select 1 from spam_hold l
              where l.number_id = i.number_id
                and l.lifted_at >= coalesce(i.sending_at, i.created_at))
            on conflict (number_id) where lifted_at is null do nothing
            """)
        .param("id", UUID.randomUUID())
        .param("key", key)
        .update();
  }

  /**
   * A person lets the number's starts go on.
   *
   * @param seen when the hold began that they looked at; a later one they know nothing of
   * @param by their name
   * @return whether it was held; if not, nothing was written
   */
  @Transactional
  public boolean goOn(UUID accountId, String numberId, Instant seen, String by) {
    return jdbc.sql(
                """
                update spam_hold set lifted_at = clock_timestamp(), lifted_by = :by,
                  told_at = coalesce(told_at, clock_timestamp())
                where account_id = :account and number_id = :number and lifted_at is null
                  and until > clock_timestamp() and held_at <= :seen
                """)
            .param("account", accountId)
            .param("number", numberId)
            .param("seen", seen.atOffset(ZoneOffset.UTC))
            .param("by", by)
            .update()
        == 1;
  }
}
