package io.talaria.journal.inbox;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The business numbers that the gateway answers for, as its settings name them. */
@Component
public class Numbers {
  private final JdbcClient jdbc;

  Numbers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Makes the number known, or writes what changed of it.
   *
   * @return false, and nothing written, when there is no such account
   */
  public boolean register(String numberId, UUID accountId, String definition) {
    return jdbc.sql(
                """
                insert into number as n (id, account_id, definition_name)
                select :id, a.id, :definition from account a where a.id = :account
                on conflict (id) do update
                  set account_id = excluded.account_id, definition_name = excluded.definition_name,
                      updated_at = now()
                """)
            .param("id", numberId)
            .param("account", accountId)
            .param("definition", definition)
            .update()
        == 1;
  }

  /** The numbers of an account, by their ids. */
  public List<OurNumber> of(UUID accountId) {
    // A table of few rows.
    return jdbc.sql(
            """
            select id, definition_name, phase <> 'CONTROL' as watched from number
            where account_id = :account order by id
            """)
        .param("account", accountId)
        .query(
            (row, n) ->
                new OurNumber(
                    row.getString("id"),
                    row.getString("definition_name"),
                    row.getBoolean("watched")))
        .list();
  }
}
