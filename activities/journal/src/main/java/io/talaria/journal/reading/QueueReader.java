package io.talaria.journal.reading;

import io.talaria.journal.Sealed;
import io.talaria.journal.reading.QueueRow.Anchor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The queue, page by page behind an anchor; it never counts its way through what was shown. */
@Component
public class QueueReader {
  /**
   * The three side looks touch one candidate each: the reader's mark, our newest send, and the
   * words that came after our last one. Who holds it is told by the brake, which is ahead of the
   * journey while the engine is away.
   */
  private static final String SELECT =
      """
      select j.*, c.sealed_name, o.id as holder_id, o.name as holder_name,
        (select s.state in ('REJECTED', 'FAILED') from send_intent s
         where s.candidate_id = j.candidate_id order by s.created_at desc limit 1) as not_sent,
        case when j.sealed_last_text is null then
          (select m.kind from message m
           where m.candidate_id = j.candidate_id order by m.seq desc limit 1)
        end as last_kind,
        case when j.waiting_since is null then 0 else
          (select count(*) from message m
           where m.candidate_id = j.candidate_id and m.direction = 'IN'
             and m.seq > greatest(
               coalesce((select r.seq from queue_read r
                         where r.operator_id = :me and r.candidate_id = j.candidate_id), 0),
               coalesce((select max(p.seq) from message p
                         where p.candidate_id = j.candidate_id and p.direction = 'OUT'), 0)))
        end as unread
      from journey j
      join candidate c on c.id = j.candidate_id
      left join brake b on b.candidate_id = j.candidate_id and j.status = 'OPEN'
      left join operator o on o.id = coalesce(b.holder_id, j.owner_id)
      where j.account_id = :account and\s""";

  private final JdbcClient jdbc;
  private final Sealed sealed;

  QueueReader(JdbcClient jdbc, Sealed sealed) {
    this.jdbc = jdbc;
    this.sealed = sealed;
  }

  /**
   * The next rows: first who waits for us, longest first (index journey_waiting), then the others
   * by their newest move (index journey_moved). In the tab of reviews, what waits longest for one.
   *
   * @param behind the last row shown; null from the top
   */
  public List<QueueRow> page(QueueFilter filter, @Nullable Anchor behind, int size) {
    if (filter.reviews()) {
      return reviews(filter, behind, size);
    }
    var rows = new ArrayList<QueueRow>(size);
    if (behind == null || behind.waitingSince() != null) {
      rows.addAll(waiting(filter, behind, size));
    }
    if (rows.size() < size) {
      Anchor moved = behind != null && behind.waitingSince() == null ? behind : null;
      rows.addAll(others(filter, moved, size - rows.size()));
    }
    return rows;
  }

  /** The row of a candidate's newest journey as it is now, in whatever tab it stands. */
  public Optional<QueueRow> row(UUID accountId, UUID me, UUID candidateId) {
    return jdbc.sql(SELECT + "j.candidate_id = :candidate order by j.started_at desc limit 1")
        .param("account", accountId)
        .param("me", me)
        .param("candidate", candidateId)
        .query(this::read)
        .optional();
  }

  /** A stage that some journey of the account is in, with the newest plan that has it. */
  public record KnownStage(String definition, int plan, String stage) {}

  /** The stages to filter by; O(stages) rows out of the index journey_stage. */
  public List<KnownStage> stages(UUID accountId) {
    return jdbc.sql(
            """
            select definition_name, stage, max(plan) as plan from journey
            where account_id = :account group by definition_name, stage order by min(started_at)
            """)
        .param("account", accountId)
        .query(
            (row, n) ->
                new KnownStage(
                    row.getString("definition_name"), row.getInt("plan"), row.getString("stage")))
        .list();
  }

  private List<QueueRow> waiting(QueueFilter filter, @Nullable Anchor behind, int size) {
    String from = behind == null ? "" : " and (j.waiting_since, j.id) > (:since, :id)";
    var query =
        query(filter, " and j.waiting_since is not null" + from, "j.waiting_since, j.id", size);
    if (behind != null && behind.waitingSince() != null) {
      query = query.param("since", Times.at(behind.waitingSince())).param("id", behind.journeyId());
    }
    return query.query(this::read).list();
  }

  /**
   * Whoever waits for a review waits for us as well, mostly, but since another time: the oldest
   * proposal is the one that is overdue first. Index journey_review.
   */
  private List<QueueRow> reviews(QueueFilter filter, @Nullable Anchor behind, int size) {
    Instant since = behind == null ? null : behind.reviewSince();
    String from = since == null ? "" : " and (j.review_since, j.id) > (:since, :id)";
    var query = query(filter, from, "j.review_since, j.id", size);
    if (behind != null && since != null) {
      query = query.param("since", Times.at(since)).param("id", behind.journeyId());
    }
    return query.query(this::read).list();
  }

  private List<QueueRow> others(QueueFilter filter, @Nullable Anchor behind, int size) {
    // Mixed directions can't be one row comparison; the first line alone bounds the index scan.
    String from =
        behind == null ? "" : " and j.moved_at <= :moved and (j.moved_at < :moved or j.id > :id)";
    var query = query(filter, " and j.waiting_since is null" + from, "j.moved_at desc, j.id", size);
    if (behind != null) {
      query = query.param("moved", Times.at(behind.movedAt())).param("id", behind.journeyId());
    }
    return query.query(this::read).list();
  }

  private JdbcClient.StatementSpec query(QueueFilter filter, String place, String order, int size) {
    var condition = QueueCondition.of(filter);
    var query =
        jdbc.sql(SELECT + condition.sql() + place + " order by " + order + " limit :size")
            .param("account", filter.accountId())
            .param("me", filter.me())
            .param("size", size);
    for (Map.Entry<String, Object> value : condition.values().entrySet()) {
      query = query.param(value.getKey(), value.getValue());
    }
    return query;
  }

  private QueueRow read(ResultSet row, int number) throws SQLException {
    UUID candidate = row.getObject("candidate_id", UUID.class);
    return new QueueRow(
        row.getObject("id", UUID.class),
        candidate,
        sealed.text(candidate, row.getBytes("sealed_name")),
        row.getString("status"),
        row.getString("definition_name"),
        row.getInt("plan"),
        row.getString("stage"),
        row.getObject("holder_id") != null,
        row.getObject("holder_id", UUID.class),
        row.getString("holder_name"),
        row.getString("needs_human"),
        row.getDouble("risk"),
        row.getBoolean("high_value"),
        row.getObject("at_risk_since") != null,
        Times.of(row, "silent_since"),
        Times.of(row, "waiting_since"),
        Times.of(row, "window_until"),
        sealed.text(candidate, row.getBytes("sealed_last_text")),
        row.getString("last_kind"),
        row.getString("last_author"),
        row.getInt("uncertain_sends"),
        row.getBoolean("not_sent"),
        row.getInt("unread"),
        Times.of(row, "review_since"),
        Times.of(row, "review_until"),
        HeadReader.phase(row.getString("phase")),
        Times.known(row, "moved_at"));
  }
}
