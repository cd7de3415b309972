package io.talaria.journal.journey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A journey as a run finds it.
 *
 * @param sealedState as it was recorded last; null before anything was
 */
record JourneyRow(
    UUID id,
    long generation,
    String definition,
    int plan,
    String language,
    byte @Nullable [] sealedState) {
  /** What is read for it. */
  static final String COLUMNS = "id, generation, definition_name, plan, language, sealed_state";

  static JourneyRow read(ResultSet row, int n) throws SQLException {
    return new JourneyRow(
        row.getObject(1, UUID.class),
        row.getLong(2),
        row.getString(3),
        row.getInt(4),
        row.getString(5),
        row.getBytes(6));
  }
}
