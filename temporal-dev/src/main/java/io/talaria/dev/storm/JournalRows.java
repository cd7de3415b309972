package io.talaria.dev.storm;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** How one run's rows are read from the journal: by SQL, past the product's own readers. */
final class JournalRows {
  /** Begins a query about the candidates {@code c} of a run, by the prefix of their numbers. */
  static final String CANDIDATES =
      """
      with c as (
        select candidate_id as id, regexp_replace(value_token, '[^0-9]', '', 'g') as number
        from contact_alias
        where kind = 'phone' and regexp_replace(value_token, '[^0-9]', '', 'g') like ?)
      """;

  private JournalRows() {}

  static UUID uuid(ResultSet row, int column) throws SQLException {
    return Objects.requireNonNull(row.getObject(column, UUID.class));
  }

  interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  static <T> List<T> rows(Connection connection, String query, String prefix, Reader<T> reader)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, prefix + "%");
      statement.setQueryTimeout(10);
      List<T> found = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(reader.read(rows));
        }
      }
      return found;
    }
  }
}
