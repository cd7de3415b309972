package io.talaria.journal.price;

import io.talaria.journal.price.JourneyCost.Delivered;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what WhatsApp said of the prices of a journey's messages. */
@Component
public class JourneyCosts {
  private final JdbcClient jdbc;

  JourneyCosts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Nothing is charged for a journey of another account, or one that nobody knows. */
  public JourneyCost of(UUID accountId, UUID candidateId, UUID journeyId) {
    return new JourneyCost(
        country(accountId, candidateId),
        freeEntry(accountId, candidateId),
        delivered(accountId, candidateId, journeyId),
        untold(accountId, candidateId, journeyId));
  }

  private @Nullable String country(UUID accountId, UUID candidateId) {
    return jdbc.sql(
            "select coalesce(country, '') from candidate where id = :candidate and account_id = :account")
        .param("candidate", candidateId)
        .param("account", accountId)
        .query(String.class)
        .optional()
        .filter(country -> !country.isEmpty())
        .orElse(null);
  }

  /**
   * The first free message of the last six days: a window may have been open for three when it sent
   * its last, three days ago. Of two windows the older counts, so that nothing is called free that
   * isn't.
   */
  private @Nullable Instant freeEntry(UUID accountId, UUID candidateId) {
    OffsetDateTime first =
        jdbc.sql(
                """
                select min(created_at) from send_intent
                where candidate_id = :candidate and account_id = :account
                  and price_type = 'free_entry_point' and created_at > now() - interval '144 hours'
                """)
            .param("candidate", candidateId)
            .param("account", accountId)
            .query((row, n) -> row.getObject(1, OffsetDateTime.class))
            .list()
            .getFirst();
    return first == null ? null : first.toInstant();
  }

  private List<Delivered> delivered(UUID accountId, UUID candidateId, UUID journeyId) {
    // Index send_intent_candidate. Only what arrived is charged.
    return jdbc.sql(
            """
            select billable, price_category, price_type,
              min(coalesce(delivered_at, read_at, settled_at, created_at)) as at, count(*) as messages
            from send_intent
            where candidate_id = :candidate and journey_id = :journey and account_id = :account
              and status in ('delivered', 'read', 'played')
            group by billable, price_category, price_type,
              (coalesce(delivered_at, read_at, settled_at, created_at) at time zone 'UTC')::date
            order by 4
            """)
        .param("candidate", candidateId)
        .param("journey", journeyId)
        .param("account", accountId)
        .query(JourneyCosts::group)
        .list();
  }

  private int untold(UUID accountId, UUID candidateId, UUID journeyId) {
    return jdbc.sql(
            """
            select count(*) from send_intent
            where candidate_id = :candidate and journey_id = :journey and account_id = :account
              and state in ('SENT', 'UNCERTAIN') and coalesce(status, 'sent') = 'sent'
            """)
        .param("candidate", candidateId)
        .param("journey", journeyId)
        .param("account", accountId)
        .query(Integer.class)
        .single();
  }

  private static Delivered group(ResultSet row, int n) throws SQLException {
    return new Delivered(
        row.getObject("billable", Boolean.class),
        row.getString("price_category"),
        row.getString("price_type"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getInt("messages"));
  }
}
