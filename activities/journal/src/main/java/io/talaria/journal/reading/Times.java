package io.talaria.journal.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Points in time between PostgreSQL's {@code timestamptz} and Java. */
final class Times {
  private Times() {}

  static @Nullable Instant of(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  /** Of a column that is never null. */
  static Instant known(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(of(row, column), column);
  }

  static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
