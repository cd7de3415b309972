package io.talaria.journal.send;

import io.talaria.journal.JournalNotice;
import io.talaria.journal.Sealed;
import io.talaria.journey.JourneyState;
import io.talaria.journey.Outgoing;
import io.talaria.port.Delivery.Author;
import io.talaria.port.TurnKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds what waits to be sent and no run knows of. What a lost step did is in no history: when the
 * step is done again it may decide otherwise, and an Update whose caller doesn't ask again isn't
 * done again at all. Nobody sends what such a step left QUEUED, and all that follows would wait
 * behind it.
 */
@Component
public class ForgottenSends {
  /** Longer than any step takes to write what it did. */
  private static final Duration SURELY_WRITTEN = Duration.ofMinutes(10);

  /** At a look, people's words first: each costs the reading of its journey's state. */
  private static final int MOST = 500;

  private final JdbcClient jdbc;
  private final Sealed sealed;
  private final JournalNotice notice;

  /** What the last look found. */
  private Set<String> suspected = Set.of();

  ForgottenSends(JdbcClient jdbc, Sealed sealed, JournalNotice notice) {
    this.jdbc = jdbc;
    this.sealed = sealed;
    this.notice = notice;
  }

  private record Waiting(String key, UUID candidateId, boolean known) {}

  /**
   * Shows them as not sent; people's words as failed, since their writer is to know. As what a
   * repair dropped, they never left: a run that asks for them after all may still send them. Only
   * what the last look found as well: a step under way may have queued what it records in a moment.
   *
   * @return how many
   */
  @Transactional
  public synchronized int settle() {
    List<Waiting> forgotten = forgotten();
    List<Waiting> again =
        forgotten.stream()
            .filter(send -> suspected.contains(send.key()))
            .sorted(Comparator.comparing(Waiting::key))
            .toList();
    again.forEach(this::settle);
    suspected = forgotten.stream().map(Waiting::key).collect(Collectors.toUnmodifiableSet());
    return again.size();
  }

  private List<Waiting> forgotten() {
    // Index send_intent_open. While WhatsApp is away thousands wait: each look takes other ones.
    return jdbc
        .sql(
            """
            select i.key, i.author, i.candidate_id, j.sealed_state
            from send_intent i join journey j on j.id = i.journey_id
            where i.state = 'QUEUED' and j.sealed_state is not null
              and i.created_at < clock_timestamp() - make_interval(secs => :age)
            order by i.key = any(cast(:suspected as text[])) desc, i.author = 'BOT', random()
            limit :most
            """)
        .param("age", SURELY_WRITTEN.toSeconds())
        .param("suspected", suspected.toArray(String[]::new))
        .param("most", MOST)
        .query(this::waiting)
        .list()
        .stream()
        .filter(send -> !send.known())
        .toList();
  }

  private Waiting waiting(ResultSet row, int n) throws SQLException {
    String key = row.getString(1);
    boolean bots = Author.valueOf(row.getString(2)) == Author.BOT;
    UUID candidate = row.getObject(3, UUID.class);
    Outgoing outgoing = sealed.json(candidate, row.getBytes(4), JourneyState.class).outgoing();
    return new Waiting(key, candidate, bots ? says(outgoing, key) : has(outgoing, key));
  }

  private static boolean says(Outgoing outgoing, String key) {
    Outgoing.Saying saying = outgoing.saying();
    return saying != null && saying.key().equals(TurnKey.turn(key));
  }

  private static boolean has(Outgoing outgoing, String key) {
    return outgoing.words().stream()
        .map(words -> TurnKey.bubble(TurnKey.ofRequest(words.requestId()), 0))
        .anyMatch(key::equals);
  }

  private void settle(Waiting send) {
    jdbc.sql(
            """
            update send_intent set state = 'REJECTED', settled_at = clock_timestamp(),
              settled_by = 'repair', error_code = null, error_detail = null,
              error_treatment = case when author = 'RECRUITER' then 'FORGOTTEN' end
            where key = :key and state = 'QUEUED'
            """)
        .param("key", send.key())
        .update();
    notice.changed(send.candidateId());
  }
}
