package io.talaria.journal.reading;

import io.talaria.journal.reading.QueueFilter.Part;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a filter means in SQL over {@code journey j} and {@code candidate c}; values are bound. */
record QueueCondition(String sql, Map<String, Object> values) {

  static QueueCondition of(QueueFilter filter) {
    var sql = new StringBuilder();
    var values = new HashMap<String, Object>();
    if (!filter.tokens().isEmpty()) {
      // Search looks at everybody; of each candidate the newest journey is shown.
      sql.append("c.name_tokens @> :tokens::text[] and ").append(NEWEST);
      values.put("tokens", filter.tokens().toArray(String[]::new));
    } else if (filter.part() == null) {
      sql.append(filter.tab().condition());
    } else {
      sql.append("true");
    }
    if (filter.definition() != null) {
      sql.append(" and j.definition_name = :definition");
      values.put("definition", filter.definition());
    }
    if (filter.stage() != null) {
      sql.append(" and ").append(stage(filter.part()));
      values.put("stage", filter.stage());
    }
    if (filter.part() != null) {
      sql.append(" and ").append(whole(filter.part()));
    }
    if (filter.owner() != null) {
      sql.append(" and j.owner_id = :owner");
      values.put("owner", filter.owner());
    }
    return new QueueCondition("(" + sql + ")", values);
  }

  private static final String NEWEST =
      "not exists (select 1 from journey n where n.candidate_id = j.candidate_id"
          + " and n.started_at > j.started_at)";

  /** Who passed a stage over never was in it; who lost their run there was. */
  static final String STAYED = "(left_as is distinct from 'SKIPPED' or left_at > entered_at)";

  private static final String VISITED =
      "exists (select 1 from stage_visit v where v.journey_id = j.id and v.stage = :stage and "
          + STAYED
          + ")";

  /** As {@link FunnelReader} counts them, so that a number opens as many as it says. */
  private static String stage(@Nullable Part part) {
    return switch (part) {
      case HERE -> VISITED + " and j.stage = :stage and j.status = 'OPEN'";
      case LOST -> VISITED + " and j.stage = :stage and j.status not in ('OPEN', 'COMPLETED')";
      case MOVED_ON -> VISITED + " and (j.stage <> :stage or j.status = 'COMPLETED')";
      case ENTERED -> VISITED;
      case null, default -> "j.stage = :stage";
    };
  }

  /** Index journey_ended for who has. */
  private static String whole(Part part) {
    return switch (part) {
      case ENDED -> "j.status <> 'OPEN'";
      case COMPLETED -> "j.status = 'COMPLETED'";
      default -> "true";
    };
  }
}
