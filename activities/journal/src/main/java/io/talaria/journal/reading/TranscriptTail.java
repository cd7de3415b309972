package io.talaria.journal.reading;

import io.talaria.journal.Sealed;
import io.talaria.journey.MessageReceived;
import io.talaria.port.Turn;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The end of a transcript as a bot is told it. */
@Component
public class TranscriptTail {
  private final JdbcClient jdbc;
  private final Sealed sealed;

  TranscriptTail(JdbcClient jdbc, Sealed sealed) {
    this.jdbc = jdbc;
    this.sealed = sealed;
  }

  /**
   * @param author {@code candidate}, {@code bot} or {@code recruiter}
   * @param text empty for what has none, such as a picture
   */
  public record Line(String author, Instant at, String text) {}

  /** What was said before a turn's own messages, oldest first; at most {@code limit} lines. */
  public List<Line> before(Turn turn, int limit) {
    // The unique index on (candidate_id, seq), from its end.
    return jdbc.sql(
            """
            select author, sent_at, sealed_text from message
            where candidate_id = :candidate and not id = any(:own)
            order by seq desc limit :limit
            """)
        .param("candidate", turn.candidateId())
        .param("own", turn.messages().stream().map(MessageReceived::id).toArray(UUID[]::new))
        .param("limit", limit)
        .query(
            (row, n) -> {
              String text = sealed.text(turn.candidateId(), row.getBytes("sealed_text"));
              return new Line(
                  row.getString("author").toLowerCase(Locale.ROOT),
                  Times.known(row, "sent_at"),
                  text == null ? "" : text);
            })
        .list()
        .reversed();
  }
}
