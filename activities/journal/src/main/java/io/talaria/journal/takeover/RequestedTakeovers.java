package io.talaria.journal.takeover;

import io.talaria.journal.JournalNotice;
import io.talaria.journey.TakeOver;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takeovers whose brake is up and of which nobody knows the journey's answer: it has given none, or
 * the journal has it and its step may be lost with the workflow task that made it.
 */
@Component
public class RequestedTakeovers {
  private final JdbcClient jdbc;
  private final JournalNotice notice;

  RequestedTakeovers(JdbcClient jdbc, JournalNotice notice) {
    this.jdbc = jdbc;
    this.notice = notice;
  }

  /** A takeover to ask for once more, with the same request id. */
  public record Stalled(UUID candidateId, TakeOver request) {}

  /** Takeovers that have waited longer than this, the oldest first. */
  public List<Stalled> olderThan(Duration age, int limit) {
    return jdbc.sql(
            """
            select t.id, t.candidate_id, t.operator_id, o.name, t.epoch, t.reason, t.from_holder
            from takeover t join operator o on o.id = t.operator_id
            where t.state in ('REQUESTED', 'HELD') and t.confirmed_at is null
              and t.requested_at < now() - make_interval(secs => :age)
            order by t.requested_at limit :limit
            """)
        .param("age", age.toMillis() / 1000.0)
        .param("limit", limit)
        .query(
            (row, n) ->
                new Stalled(
                    row.getObject("candidate_id", UUID.class),
                    new TakeOver(
                        row.getObject("id", UUID.class),
                        row.getObject("operator_id", UUID.class),
                        row.getString("name"),
                        row.getLong("epoch"),
                        row.getString("reason"),
                        row.getBoolean("from_holder"))))
        .list();
  }

  /** The journey's answer to one that is held is known: it isn't asked for again. */
  @Transactional
  public void confirm(UUID requestId) {
    jdbc.sql("update takeover set confirmed_at = now() where id = :id and state = 'HELD'")
        .param("id", requestId)
        .update();
  }

  /**
   * The journey said no, or there is none: the takeover becomes REFUSED with the sentence, and the
   * brake is let go if this takeover still has it. Whoever held the journey before holds it again,
   * under the epoch that the journey knows. No-op when it was answered meanwhile: what the journey
   * did counts, and with its brake let go the bot would speak beside its holder.
   */
  @Transactional
  public void refuse(UUID candidateId, UUID requestId, String sentence) {
    int refused =
        jdbc.sql(
                """
                update takeover set state = 'REFUSED', refusal = :sentence
                where id = :id and state = 'REQUESTED'
                """)
            .param("sentence", sentence)
            .param("id", requestId)
            .update();
    if (refused == 0) {
      return;
    }
    jdbc.sql(
            """
            update brake b
            set epoch = coalesce(held.epoch, b.epoch + 1), holder_id = held.operator_id,
                takeover_id = held.id, raised_at = held.held_at
            from (select 1) one left join lateral
              (select id, operator_id, epoch, held_at from takeover
               where candidate_id = :candidate and state = 'HELD'
               order by held_at desc limit 1) held on true
            where b.candidate_id = :candidate and b.takeover_id = :id
            """)
        .param("candidate", candidateId)
        .param("id", requestId)
        .update();
    notice.changed(candidateId);
  }
}
