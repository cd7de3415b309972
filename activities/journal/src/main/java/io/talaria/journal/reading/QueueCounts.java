package io.talaria.journal.reading;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many open journeys stand in each tab. */
@Component
public class QueueCounts {
  private final JdbcClient jdbc;

  QueueCounts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Nothing of a person is read. A count of its own for each tab, so that each but ALL reads its
   * own partial index, which holds little, and none walks the open journeys' rows.
   */
  public Map<QueueTab, Long> of(UUID accountId, UUID me) {
    var columns = new StringBuilder();
    for (QueueTab tab : QueueTab.values()) {
      columns
          .append(columns.isEmpty() ? "" : ", ")
          .append("(select count(*) from journey j where j.account_id = :account and ")
          .append(tab.condition())
          .append(") as ")
          .append(tab.name());
    }
    return jdbc.sql("select " + columns)
        .param("account", accountId)
        .param("me", me)
        .query(
            (row, n) -> {
              Map<QueueTab, Long> counts = new EnumMap<>(QueueTab.class);
              for (QueueTab tab : QueueTab.values()) {
                counts.put(tab, row.getLong(tab.name()));
              }
              return counts;
            })
        .single();
  }

  /** How many journeys have had news since then (index journey_moved). */
  public long movedSince(UUID accountId, Instant since) {
    return jdbc.sql(
            "select count(*) from journey where account_id = :account and moved_at > :since")
        .param("account", accountId)
        .param("since", Times.at(since))
        .query(Long.class)
        .single();
  }
}
