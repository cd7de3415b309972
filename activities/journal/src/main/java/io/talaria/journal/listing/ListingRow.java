package io.talaria.journal.listing;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** A row of {@code job_listing} as a record. */
final class ListingRow {
  private ListingRow() {}

  static Listing read(ResultSet row) throws SQLException {
    OffsetDateTime closed = row.getObject("closed_at", OffsetDateTime.class);
    var said =
        new Listing.Said(
            text(row, "reference"),
            text(row, "title"),
            row.getString("company"),
            text(row, "description"),
            text(row, "language"),
            row.getString("city"),
            row.getString("region"),
            row.getString("country"),
            Workplace.valueOf(text(row, "workplace")),
            strings(row, "shifts").stream().map(Shift::valueOf).toList(),
            strings(row, "skills"),
            strings(row, "must_haves"),
            row.getString("link"),
            Objects.requireNonNull(row.getObject("opened_on", LocalDate.class)),
            row.getObject("closes_on", LocalDate.class),
            closed == null);
    return new Listing(
        Objects.requireNonNull(row.getObject("id", UUID.class)),
        said,
        closed == null ? null : closed.toInstant(),
        Objects.requireNonNull(row.getObject("changed_at", OffsetDateTime.class)).toInstant());
  }

  /** Of a {@code text[]} column; empty for null. */
  static List<String> strings(ResultSet row, String column) throws SQLException {
    Array array = row.getArray(column);
    return array == null ? List.of() : List.of((String[]) array.getArray());
  }

  private static String text(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getString(column), column);
  }
}
