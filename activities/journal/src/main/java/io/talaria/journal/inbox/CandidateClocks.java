package io.talaria.journal.inbox;

import io.talaria.journal.definition.Hours;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where candidates' clocks are read. */
@Component
public class CandidateClocks {
  private final JdbcClient jdbc;

  CandidateClocks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The candidate's time zone; the team's where nobody knows it, and UTC where that has none. */
  public ZoneId of(UUID candidateId, @Nullable Hours hours) {
    String place =
        jdbc.sql("select zone from candidate where id = :id")
            .param("id", candidateId)
            .query((row, n) -> Optional.ofNullable(row.getString(1)))
            .optional()
            .flatMap(zone -> zone)
            .orElse(null);
    if (hours != null) {
      return hours.known(place);
    }
    try {
      return place == null ? ZoneOffset.UTC : ZoneId.of(place);
    } catch (DateTimeException e) {
      return ZoneOffset.UTC;
    }
  }
}
