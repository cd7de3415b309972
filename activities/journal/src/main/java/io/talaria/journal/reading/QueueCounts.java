package io.talaria.journal.reading;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many open journeys stand in each tab. */
@Component
public class QueueCounts {
  private final JdbcClient jdbc;
  private final Recount<UUID, Map<QueueTab, Long>> everybodys = new Recount<>();

  QueueCounts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** All tabs; may wait for some seconds where there are very many journeys. */
  public Map<QueueTab, Long> of(UUID accountId, UUID me) {
    Map<QueueTab, Long> counts = new EnumMap<>(everybodys.of(accountId, () -> count(accountId)));
    counts.put(QueueTab.MINE, mine(accountId, me));
    return counts;
  }

  /** The reader's own: a handful of rows, by index journey_owner. */
  public long mine(UUID accountId, UUID me) {
    return jdbc.sql("select " + counting(QueueTab.MINE))
        .param("account", accountId)
        .param("me", me)
        .query(Long.class)
        .single();
  }

  /**
   * Each tab by its own partial index (journey_risk, journey_needs, journey_uncertain, and these
   * with journey_waiting for the unassigned); only the number of all open ones looks at all.
   */
  private Map<QueueTab, Long> count(UUID accountId) {
    List<QueueTab> tabs = Stream.of(QueueTab.values()).filter(tab -> tab != QueueTab.MINE).toList();
    return jdbc.sql(
            "select "
                + tabs.stream()
                    .map(tab -> counting(tab) + " as " + tab.name())
                    .collect(Collectors.joining(", ")))
        .param("account", accountId)
        .query(
            (row, n) -> {
              Map<QueueTab, Long> counts = new EnumMap<>(QueueTab.class);
              for (QueueTab tab : tabs) {
                counts.put(tab, row.getLong(tab.name()));
              }
              return counts;
            })
        .single();
  }

  static String counting(QueueTab tab) {
    return "(select count(*) from journey j where j.account_id = :account and "
        + tab.condition()
        + ")";
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
