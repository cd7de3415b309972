package io.talaria.journal.alert;

import io.talaria.journal.JournalNotice;
import io.talaria.port.Desk;
import io.talaria.port.Desk.Alert;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Decides who tells the team of an episode, and how often. */
@Component
public class Alerts {
  /** A call to the desk takes less; who began longer ago has died in it. */
  private static final Duration CALL = Duration.ofSeconds(25);

  private static final int MOST = 2;

  private final JdbcClient jdbc;
  private final JournalNotice notice;

  Alerts(JdbcClient jdbc, JournalNotice notice) {
    this.jdbc = jdbc;
    this.notice = notice;
  }

  /** Writes the episode's row if there is none, and says whether to post it now. */
  @Transactional
  public Posting begin(Alert alert) {
    insert(alert);
    Row row = lock(alert.episode());
    switch (row.state()) {
      case "POSTED", "FAILED", "DROPPED" -> {
        return Posting.DONE;
      }
      default -> {
        if (row.seen() || isOver(alert)) {
          settle(alert.episode(), "DROPPED", null);
          return Posting.DONE;
        }
      }
    }
    if (row.state().equals("POSTING") && !row.stale()) {
      return Posting.LATER;
    }
    if (row.attempts() >= MOST) {
      settle(alert.episode(), "UNKNOWN", null);
      return Posting.DONE;
    }
    jdbc.sql(
            """
            update alert set state = 'POSTING', attempts = attempts + 1, posting_at = clock_timestamp()
            where episode = :episode
            """)
        .param("episode", alert.episode())
        .update();
    return row.attempts() == 0 ? Posting.FIRST : Posting.AGAIN;
  }

  /** It was told; where, so that it can be changed later. */
  @Transactional
  public void posted(String episode, String channel, String ts) {
    jdbc.sql(
            """
            update alert set state = 'POSTED', posted_at = clock_timestamp(), channel = :channel, ts = :ts
            where episode = :episode and state in ('POSTING', 'UNKNOWN')
            """)
        .param("channel", channel)
        .param("ts", ts)
        .param("episode", episode)
        .update();
  }

  /**
   * Nobody knows whether it was told.
   *
   * @return whether it is to be told once more
   */
  @Transactional
  public boolean unknown(String episode) {
    settle(episode, "UNKNOWN", null);
    return lock(episode).attempts() < MOST;
  }

  /** The desk refused it for good. */
  @Transactional
  public void failed(String episode, String error) {
    settle(episode, "FAILED", error);
  }

  /** The desk definitely did not take it, but may later: that was no attempt. */
  @Transactional
  public void notNow(String episode) {
    jdbc.sql(
            """
            update alert set attempts = attempts - 1, state = case attempts when 1 then 'NEW' else 'UNKNOWN' end
            where episode = :episode and state = 'POSTING'
            """)
        .param("episode", episode)
        .update();
  }

  private void insert(Alert alert) {
    int inserted =
        jdbc.sql(
                """
                insert into alert (id, account_id, candidate_id, journey_id, episode, kind, state, since)
                values (:id, :account, :candidate, :journey, :episode, :kind, 'NEW', :since)
                on conflict (episode) do nothing
                """)
            .param("id", UUID.randomUUID())
            .param("account", alert.accountId())
            .param("candidate", alert.candidateId())
            .param("journey", alert.journeyId())
            .param("episode", alert.episode())
            .param("kind", alert.kind().name())
            .param("since", alert.since().atOffset(ZoneOffset.UTC))
            .update();
    if (inserted == 1) {
      notice.changed(alert.candidateId());
    }
  }

  private Row lock(String episode) {
    return jdbc.sql(
            """
            select state, attempts, acknowledged_at is not null or closed_at is not null,
                   coalesce(posting_at < clock_timestamp() - make_interval(secs => :call), true)
            from alert where episode = :episode for update
            """)
        .param("call", CALL.toSeconds())
        .param("episode", episode)
        .query(
            (row, n) ->
                new Row(row.getString(1), row.getInt(2), row.getBoolean(3), row.getBoolean(4)))
        .single();
  }

  /** What it tells of has ended before the row was there to be closed. */
  private boolean isOver(Alert alert) {
    Desk.Escalated escalated = alert.escalated();
    String stillSo =
        switch (escalated == null ? alert.kind() : escalated.about()) {
          case AT_RISK -> "silent_since is not null";
          case WAITING, WINDOW_CLOSING -> "waiting_since is not null";
          case NEEDS_HUMAN -> "needs_human is not null";
          // Told as well where somebody has the journey, or it had ended by then.
          case SEND_PROBLEM ->
              "needs_human is not null or (mode = 'HUMAN' and status = 'OPEN')"
                  + " or coalesce(ended_at <= :since, false)";
          case OWNER_SILENT -> "owner_warned_at is not null and status = 'OPEN'";
          case REVIEW -> "review_since is not null";
          case HANDED_OVER -> "mode = 'HUMAN' and status = 'OPEN'";
          case AFTER_END, SCHEDULED_NOT_SENT, ESCALATED -> "true";
        };
    return !jdbc.sql("select " + stillSo + " from journey where id = :journey")
        .param("journey", alert.journeyId())
        .param("since", alert.since().atOffset(ZoneOffset.UTC))
        .query(Boolean.class)
        .optional()
        .orElse(true);
  }

  private void settle(String episode, String state, @Nullable String error) {
    jdbc.sql(
            """
            update alert set state = :state, error = :error
            where episode = :episode and state in ('NEW', 'POSTING', 'UNKNOWN')
            """)
        .param("state", state)
        .param("error", error)
        .param("episode", episode)
        .update();
  }

  private record Row(String state, int attempts, boolean seen, boolean stale) {}
}
