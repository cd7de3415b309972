package io.talaria.journal.send;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps who gets no marketing messages, over all their journeys. It is no opt-out: what they wrote
 * is answered, in the window everything goes, and so do templates that are no marketing.
 */
@Component
public class MarketingBars {
  static final int LIMIT = 131049;
  static final int STOP = 131050;

  private final JdbcClient jdbc;

  MarketingBars(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * WhatsApp refused a template for this person's sake. A stop stands until they want such messages
   * again. A limit stands for a day; for two, four and seven where it was met before within two
   * weeks. Of one send it is kept once.
   *
   * @param code {@link #LIMIT} or {@link #STOP}
   * @param template null when nobody knows it any more
   */
  void refused(
      UUID accountId,
      UUID candidateId,
      String key,
      @Nullable String template,
      int code,
      Instant at) {
    jdbc.sql(
            """
            insert into marketing_bar
              (id, account_id, candidate_id, intent_key, template, error_code, since, until)
            select :id, :account, :candidate, :key, :template, :code, s.at, case when :code = :limit
              then s.at + least(interval '7 days', interval '1 day' * power(2, (
                select least(count(*), 3) from marketing_bar b where b.candidate_id = :candidate
                  and b.error_code = :limit and b.since > s.at - interval '14 days'))) end
            from (select cast(:at as timestamptz) as at) s
            on conflict (intent_key) do nothing
            """)
        .param("id", UUID.randomUUID())
        .param("account", accountId)
        .param("candidate", candidateId)
        .param("key", key)
        .param("template", template)
        .param("code", code)
        .param("limit", LIMIT)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** WhatsApp tells that they stopped marketing messages. Told again, it is kept once. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void stopped(UUID accountId, UUID candidateId, Instant at) {
    jdbc.sql(
            """
            insert into marketing_bar (id, account_id, candidate_id, error_code, since)
            select :id, :account, :candidate, :stop, :at
            where not exists (select 1 from marketing_bar
              where candidate_id = :candidate and error_code = :stop
                and (lifted_at is null or lifted_at >= :at))
            """)
        .param("id", UUID.randomUUID())
        .param("account", accountId)
        .param("candidate", candidateId)
        .param("stop", STOP)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** They want them again: whatever stopped them before is over. No-op when nothing did. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void resumed(UUID candidateId, Instant at) {
    jdbc.sql(
            """
            update marketing_bar set lifted_at = :at
            where candidate_id = :candidate and error_code = :stop and lifted_at is null
              and since <= :at
            """)
        .param("candidate", candidateId)
        .param("stop", STOP)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }
}
