package io.talaria.journal.journey;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How long a stage takes: what nine of ten candidates needed at most, of those who went through it
 * last. Asked for with each write, so it is kept for a while.
 */
@Component
public class StagePace {
  private static final Duration FRESH = Duration.ofMinutes(10);

  /** Fewer tell nothing. */
  private static final int FEWEST = 10;

  private final JdbcClient jdbc;
  private final Map<Key, Kept> kept = new ConcurrentHashMap<>();

  StagePace(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Empty while fewer than ten candidates have gone through the stage. */
  public Optional<Duration> usual(UUID accountId, String definition, String stage) {
    var key = new Key(accountId, definition, stage);
    Instant now = Instant.now();
    Kept known = kept.get(key);
    if (known == null || known.until().isBefore(now)) {
      known = new Kept(read(key), now.plus(FRESH));
      kept.put(key, known);
    }
    return Optional.ofNullable(known.usual());
  }

  /** By index stage_visit_left, the newest thousand of this stage's name. */
  private @Nullable Duration read(Key key) {
    return jdbc.sql(
            """
            select percentile_cont(0.9) within group (order by extract(epoch from left_at - entered_at)),
              count(*)
            from (select v.entered_at, v.left_at from stage_visit v
                  join journey j on j.id = v.journey_id and j.definition_name = :definition
                  where v.account_id = :account and v.stage = :stage and v.left_as = 'COMPLETED'
                  order by v.left_at desc limit 1000) visits
            """)
        .param("definition", key.definition())
        .param("account", key.accountId())
        .param("stage", key.stage())
        .query(
            (row, n) ->
                row.getLong(2) < FEWEST
                    ? Optional.<Duration>empty()
                    : Optional.of(Duration.ofSeconds(Math.round(row.getDouble(1)))))
        .single()
        .orElse(null);
  }

  private record Key(UUID accountId, String definition, String stage) {}

  private record Kept(@Nullable Duration usual, Instant until) {}
}
