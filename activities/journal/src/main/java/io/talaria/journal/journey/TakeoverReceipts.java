package io.talaria.journal.journey;

import io.talaria.journey.TakeoverReceipt;
import io.talaria.journey.TakeoverReceipt.HeldBack;
import io.talaria.port.Journal.StopBot;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a takeover stopped, and what it couldn't. Of all that the candidate may still get: the
 * closing words of a journey before may be under way when somebody takes over the next one.
 */
@Component
public class TakeoverReceipts {
  /** By the brake as it stands, not by an older one. */
  private static final String DROPPED =
      "state = 'REJECTED' and settled_by = 'brake' and settled_at >= (select raised_at from"
          + " brake b where b.candidate_id = :candidate)";

  private final JdbcClient jdbc;

  TakeoverReceipts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What remains, read from the intent rows and from nowhere else. */
  @Transactional(readOnly = true)
  public TakeoverReceipt of(StopBot request) {
    var dropped = new ArrayList<>(dropped(request));
    dropped.addAll(neverBegun(request));
    return new TakeoverReceipt(
        stoppedAt(request.candidateId()),
        botSends(request, "state = 'SENDING'"),
        botSends(request, "state = 'UNCERTAIN'"),
        List.copyOf(dropped),
        heldBack(request));
  }

  private List<String> dropped(StopBot request) {
    return botSends(request, DROPPED);
  }

  private List<HeldBack> heldBack(StopBot request) {
    return jdbc.sql(
            """
            select key, coalesce(o.name, '') from send_intent left join operator o on o.id = operator_id
            where candidate_id = :candidate and author = 'RECRUITER' and
            """
                + DROPPED
                + " order by send_intent.created_at, key")
        .param("candidate", request.candidateId())
        .query((row, n) -> new HeldBack(row.getString(1), row.getString(2)))
        .list();
  }

  /**
   * Bubbles without a row: the brake stands, so that none of them can get one any more. Also those
   * that were to leave again, since an older brake or a repair had dropped them.
   */
  private List<String> neverBegun(StopBot request) {
    if (request.unsaid().isEmpty()) {
      return List.of();
    }
    List<String> begun =
        jdbc.sql(
                """
                select key from send_intent where key in (:keys)
                  and (not (state = 'REJECTED' and settled_by in ('brake', 'repair')) or (%s))
                """
                    .formatted(DROPPED))
            .param("keys", request.unsaid())
            .param("candidate", request.candidateId())
            .query(String.class)
            .list();
    return request.unsaid().stream().filter(key -> !begun.contains(key)).toList();
  }

  private Instant stoppedAt(UUID candidateId) {
    return jdbc.sql(
            "select coalesce(raised_at, clock_timestamp()) from brake where candidate_id = :candidate")
        .param("candidate", candidateId)
        .query(OffsetDateTime.class)
        .single()
        .toInstant();
  }

  private List<String> botSends(StopBot request, String condition) {
    return jdbc.sql(
            """
            select key from send_intent
            where candidate_id = :candidate and author = 'BOT' and
            """
                + condition
                + " order by created_at, key")
        .param("candidate", request.candidateId())
        .query(String.class)
        .list();
  }
}
