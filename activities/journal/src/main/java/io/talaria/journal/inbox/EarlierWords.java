package io.talaria.journal.inbox;

import io.talaria.journal.Sealed;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a candidate wrote before. */
@Component
public class EarlierWords {
  private final JdbcClient jdbc;
  private final Sealed sealed;

  EarlierWords(JdbcClient jdbc, Sealed sealed) {
    this.jdbc = jdbc;
    this.sealed = sealed;
  }

  /** The candidate's newest text with a smaller seq; by the unique index, read backwards. */
  @Transactional(readOnly = true)
  public Optional<String> before(UUID candidateId, long seq) {
    return jdbc.sql(
            """
            select sealed_text from message
            where candidate_id = :candidate and seq < :seq and direction = 'IN' and kind = 'text'
            order by seq desc limit 1
            """)
        .param("candidate", candidateId)
        .param("seq", seq)
        .query((row, n) -> Optional.ofNullable(sealed.text(candidateId, row.getBytes(1))))
        .optional()
        .flatMap(text -> text);
  }
}
