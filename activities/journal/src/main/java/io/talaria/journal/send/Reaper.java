package io.talaria.journal.send;

import io.talaria.journal.JournalNotice;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds sends whose caller died in the call. */
@Component
public class Reaper {
  /** Longer than a caller's own margin, so that living callers come first. */
  private static final double GRACE_SECONDS = 3;

  private final JdbcClient jdbc;
  private final Uncertainty uncertainty;
  private final JournalNotice notice;

  Reaper(JdbcClient jdbc, Uncertainty uncertainty, JournalNotice notice) {
    this.jdbc = jdbc;
    this.uncertainty = uncertainty;
    this.notice = notice;
  }

  /**
   * Makes up to 100 sends UNCERTAIN that nobody can finish any more. Several may run at once.
   *
   * @return how many
   */
  @Transactional
  public int reap() {
    // Index send_intent_sending; locked rows belong to another reaper or to a caller that lives.
    List<Reaped> reaped =
        jdbc.sql(
                """
                update send_intent set state = 'UNCERTAIN', settled_at = clock_timestamp(),
                  settled_by = 'reaper', error_detail = 'its caller never told the outcome'
                where key in (
                  select key from send_intent
                  where state = 'SENDING' and not_after < clock_timestamp() - make_interval(secs => :grace)
                  order by not_after limit 100 for update skip locked)
                returning candidate_id, journey_id
                """)
            .param("grace", GRACE_SECONDS)
            .query((r, n) -> new Reaped(r.getObject(1, UUID.class), r.getObject(2, UUID.class)))
            .list();
    reaped.forEach(
        send -> {
          uncertainty.began(send.journeyId());
          notice.changed(send.candidateId());
        });
    return reaped.size();
  }

  private record Reaped(UUID candidateId, UUID journeyId) {}
}
