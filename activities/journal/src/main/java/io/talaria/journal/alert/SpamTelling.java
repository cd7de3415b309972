package io.talaria.journal.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Decides who tells the team that WhatsApp limits what a number sends unasked: once for each time.
 * That it goes on is told by the console alone; what was over before anybody could tell of it isn't
 * told.
 */
@Component
public class SpamTelling implements NumberTelling<SpamNews> {
  /** A call to the desk takes less; who began longer ago has died in it. */
  private static final Duration LEASE = Duration.ofMinutes(1);

  private final JdbcClient jdbc;

  SpamTelling(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What is to be told now, for the caller alone, who settles each. */
  public List<SpamNews> take() {
    // Index spam_hold_untold; the starts of each by planned_start_next.
    return jdbc.sql(
            """
            update spam_hold h set tell_at = clock_timestamp() + make_interval(secs => :lease),
              tellings = tellings + 1
            where id in (
              select id from spam_hold
              where told_at is null and tell_at <= clock_timestamp()
                and lifted_at is null and until > clock_timestamp()
              order by tell_at limit 10 for update skip locked)
            returning id, number_id,
              (select definition_name from number n where n.id = h.number_id),
              held_at, until,
              (select count(*) from planned_start p where p.account_id = h.account_id
                and p.state = 'PLANNED' and p.at <= clock_timestamp()
                and p.number_id = h.number_id),
              tellings > 1
            """)
        .param("lease", LEASE.toSeconds())
        .query(SpamTelling::read)
        .list();
  }

  @Override
  public void settled(SpamNews news) {
    jdbc.sql("update spam_hold set told_at = clock_timestamp() where id = :id")
        .param("id", news.id())
        .update();
  }

  @Override
  public void later(SpamNews news, Duration after, boolean untold) {
    jdbc.sql(
            """
            update spam_hold set tellings = tellings - :untold,
              tell_at = clock_timestamp() + make_interval(secs => :after)
            where id = :id
            """)
        .param("untold", untold ? 1 : 0)
        .param("after", after.toMillis() / 1000.0)
        .param("id", news.id())
        .update();
  }

  private static SpamNews read(ResultSet row, int n) throws SQLException {
    return new SpamNews(
        row.getObject(1, UUID.class),
        row.getString(2),
        row.getString(3),
        instant(row, 4),
        instant(row, 5),
        row.getLong(6),
        row.getBoolean(7));
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
