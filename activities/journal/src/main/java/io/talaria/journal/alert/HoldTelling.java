package io.talaria.journal.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Decides who tells the team that a number is held, and that it sends again: once each. A hold that
 * was lifted before anybody could tell of it is told as lifted only.
 */
@Component
public class HoldTelling implements NumberTelling<HoldNews> {
  /** A call to the desk takes less; who began longer ago has died in it. */
  private static final Duration LEASE = Duration.ofMinutes(1);

  private final JdbcClient jdbc;

  HoldTelling(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What is to be told now, for the caller alone, who settles each. */
  public List<HoldNews> take() {
    // Index number_hold_untold.
    return jdbc.sql(
            """
            update number_hold h set tell_at = clock_timestamp() + make_interval(secs => :lease),
              tellings = tellings + 1
            where id in (
              select id from number_hold
              where (told_at is null or (lifted_at is not null and lift_told_at is null))
                and tell_at <= clock_timestamp()
              order by tell_at limit 10 for update skip locked)
            returning id, number_id,
              (select definition_name from number n where n.id = h.number_id),
              held_at, error_code, error_detail, lifted_at,
              (select count(*) from send_intent i
                where i.number_id = h.number_id and i.state = 'QUEUED'),
              tellings > 1
            """)
        .param("lease", LEASE.toSeconds())
        .query(HoldTelling::read)
        .list();
  }

  @Override
  public void settled(HoldNews news) {
    jdbc.sql(
            """
            update number_hold set tellings = 0, tell_at = clock_timestamp(),
              told_at = coalesce(told_at, clock_timestamp()),
              lift_told_at = case when :lifted then clock_timestamp() end
            where id = :id
            """)
        .param("lifted", news.liftedAt() != null)
        .param("id", news.id())
        .update();
  }

  @Override
  public void later(HoldNews news, Duration after, boolean untold) {
    jdbc.sql(
            """
            update number_hold set tellings = tellings - :untold,
              tell_at = clock_timestamp() + make_interval(secs => :after)
            where id = :id
            """)
        .param("untold", untold ? 1 : 0)
        .param("after", after.toMillis() / 1000.0)
        .param("id", news.id())
        .update();
  }

  private static HoldNews read(ResultSet row, int n) throws SQLException {
    return new HoldNews(
        row.getObject(1, UUID.class),
        row.getString(2),
        row.getString(3),
        row.getObject(4, OffsetDateTime.class).toInstant(),
        (Integer) row.getObject(5),
        row.getString(6),
        instant(row.getObject(7, OffsetDateTime.class)),
        row.getLong(8),
        row.getBoolean(9));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
