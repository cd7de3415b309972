package io.talaria.journal.send;

import io.talaria.journal.JournalNotice;
import io.talaria.journal.Sealed;
import io.talaria.journey.JourneyState;
import io.talaria.port.TurnKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds people's words that wait and that no run knows of. An Update whose step is lost is in no
 * history; when its caller doesn't ask again, nobody sends what the step left QUEUED, and all that
 * follows would wait behind it.
 */
@Component
public class ForgottenWords {
  /** Longer than any step takes to write what it did. */
  private static final Duration SURELY_WRITTEN = Duration.ofMinutes(10);

  private final JdbcClient jdbc;
  private final Sealed sealed;
  private final JournalNotice notice;

  ForgottenWords(JdbcClient jdbc, Sealed sealed, JournalNotice notice) {
    this.jdbc = jdbc;
    this.sealed = sealed;
    this.notice = notice;
  }

  private record Waiting(String key, UUID candidateId, boolean known) {}

  /**
   * Shows them as not sent. As what a repair dropped, they never left: a run that asks for them
   * after all may still send them.
   *
   * @return how many
   */
  @Transactional
  public int settle() {
    // Index send_intent_open; what people have waiting is little.
    List<Waiting> forgotten =
        jdbc
            .sql(
                """
                select i.key, i.candidate_id, j.sealed_state
                from send_intent i join journey j on j.id = i.journey_id
                where i.state = 'QUEUED' and i.author = 'RECRUITER' and j.sealed_state is not null
                  and i.created_at < clock_timestamp() - make_interval(secs => :age)
                order by i.key
                """)
            .param("age", SURELY_WRITTEN.toSeconds())
            .query(this::waiting)
            .list()
            .stream()
            .filter(words -> !words.known())
            .toList();
    forgotten.forEach(this::settle);
    return forgotten.size();
  }

  private Waiting waiting(ResultSet row, int n) throws SQLException {
    String key = row.getString(1);
    UUID candidate = row.getObject(2, UUID.class);
    JourneyState state = sealed.json(candidate, row.getBytes(3), JourneyState.class);
    boolean known =
        state.outgoing().words().stream()
            .map(words -> TurnKey.bubble(TurnKey.ofRequest(words.requestId()), 0))
            .anyMatch(key::equals);
    return new Waiting(key, candidate, known);
  }

  private void settle(Waiting words) {
    jdbc.sql(
            """
            update send_intent set state = 'REJECTED', settled_at = clock_timestamp(),
              settled_by = 'repair', error_code = null, error_treatment = 'FORGOTTEN',
              error_detail = null
            where key = :key and state = 'QUEUED'
            """)
        .param("key", words.key())
        .update();
    notice.changed(words.candidateId());
  }
}
