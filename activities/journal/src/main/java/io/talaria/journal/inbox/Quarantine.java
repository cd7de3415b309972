package io.talaria.journal.inbox;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What could not be understood or keeps failing: shown with its reason, tried again on request. */
@Component
public class Quarantine {
  private final JdbcClient jdbc;

  Quarantine(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param item JSON pointer into the body; empty for the whole
   */
  public record Case(UUID id, UUID deliveryId, String item) {}

  /**
   * Puts an item aside. No-op when it is there: a delivery that is worked on twice makes one case.
   *
   * @param reason a stable code, such as {@code no_sender}
   * @param detail a sentence without personal data
   */
  public void put(
      UUID deliveryId, String item, @Nullable UUID accountId, String reason, String detail) {
    jdbc.sql(
            """
            insert into quarantine (id, account_id, delivery_id, item, reason, detail)
            values (:id, :account, :delivery, :item, :reason, :detail)
            on conflict (delivery_id, item) do nothing
            """)
        .param("id", UUID.randomUUID())
        .param("account", accountId, java.sql.Types.OTHER)
        .param("delivery", deliveryId)
        .param("item", item)
        .param("reason", reason)
        .param("detail", detail)
        .update();
  }

  /** Cases that a person wants tried again, in the order of their wishes. */
  public List<Case> wanted(int limit) {
    return jdbc.sql(
            """
            select id, delivery_id, item from quarantine
            where settled_at is null and retried_at is not null
            order by retried_at limit :limit
            """)
        .param("limit", limit)
        .query(
            (row, n) ->
                new Case(
                    row.getObject("id", UUID.class),
                    row.getObject("delivery_id", UUID.class),
                    row.getString("item")))
        .list();
  }

  /** It went through. No-op when a person has settled it meanwhile. */
  public void recovered(UUID id) {
    jdbc.sql(
            """
            update quarantine set settled_at = now(), settled_as = 'RECOVERED'
            where id = :id and settled_at is null
            """)
        .param("id", id)
        .update();
  }

  /** It failed again: the case is as before, with what is wrong now. No-op when it was settled. */
  public void failedAgain(UUID id, String reason, String detail) {
    jdbc.sql(
            """
            update quarantine
            set attempts = attempts + 1, reason = :reason, detail = :detail, retried_at = null
            where id = :id and settled_at is null
            """)
        .param("reason", reason)
        .param("detail", detail)
        .param("id", id)
        .update();
  }
}
