package io.talaria.journal.reading;

import io.talaria.journal.Sealed;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What candidates are called, for lists of something else. */
@Component
public class NameReader {
  private final JdbcClient jdbc;
  private final Sealed sealed;

  NameReader(JdbcClient jdbc, Sealed sealed) {
    this.jdbc = jdbc;
    this.sealed = sealed;
  }

  /** The names of those that have one. */
  public Map<UUID, String> of(UUID accountId, Collection<UUID> candidates) {
    var names = new HashMap<UUID, String>();
    if (!candidates.isEmpty()) {
      // Primary key.
      jdbc.sql(
              """
              select id, sealed_name from candidate
              where id in (:ids) and account_id = :account and sealed_name is not null
              """)
          .param("ids", candidates)
          .param("account", accountId)
          .query(
              row -> {
                UUID id = row.getObject("id", UUID.class);
                String name = sealed.text(id, row.getBytes("sealed_name"));
                if (name != null) {
                  names.put(id, name);
                }
              });
    }
    return names;
  }
}
