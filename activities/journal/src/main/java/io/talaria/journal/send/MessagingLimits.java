package io.talaria.journal.send;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps how many people an account may write to outside their windows in any 24 hours. */
@Component
public class MessagingLimits {
  private final JdbcClient jdbc;

  MessagingLimits(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * WhatsApp told it. The newest counts, whatever comes later or again.
   *
   * @param people null for as many as one likes
   */
  public void told(UUID accountId, @Nullable Integer people, Instant at) {
    jdbc.sql(
            """
            insert into messaging_limit as l (account_id, told, told_at)
            values (:account, cast(:people as integer), :at)
            on conflict (account_id) do update set told = excluded.told, told_at = excluded.told_at
              where l.told_at is null or l.told_at < excluded.told_at
            """)
        .param("account", accountId)
        .param("people", people)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  /**
   * What the settings say counts until WhatsApp tells it.
   *
   * @param people null where they say nothing
   */
  public void configured(UUID accountId, @Nullable Integer people) {
    jdbc.sql(
            """
            insert into messaging_limit (account_id, configured)
            values (:account, cast(:people as integer))
            on conflict (account_id) do update set configured = excluded.configured
            """)
        .param("account", accountId)
        .param("people", people)
        .update();
  }
}
