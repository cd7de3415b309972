package io.talaria.dev.bench.ground;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What PostgreSQL counts, and what the journal holds. A connection per question: asked seldom. */
public final class JournalStatistics {
  private final String url;

  JournalStatistics(String url) {
    this.url = url;
  }

  /**
   * @param commits of the database {@code talaria} since it was made, transactions that only read
   *     included
   * @param writes transactions of the whole server that wrote something; with Temporal on the same
   *     server its own too
   */
  public record Commits(long commits, long writes, Instant at) {}

  /** Sessions tell their figures when they have been idle a while: ask some seconds later. */
  public Commits commits() {
    return one(
            """
            select xact_commit, pg_snapshot_xmax(pg_current_snapshot())::text::bigint
            from pg_stat_database where datname = current_database()
            """,
            null,
            row -> new Commits(row.getLong(1), row.getLong(2), Instant.now()))
        .orElseThrow();
  }

  public String version() {
    return one("show server_version", null, row -> row.getString(1)).orElseThrow();
  }

  /** Whose message that is. */
  public Optional<UUID> candidateOf(String wamid) {
    return one(
        "select candidate_id from message where wamid = ?",
        wamid,
        row -> row.getObject(1, UUID.class));
  }

  /** Messages of candidates in the journal, and how many of them no journey has taken in. */
  public record Received(long messages, long notTakenIn) {}

  public Received received() {
    return one(
            """
            select count(*), count(*) filter (where taken_in_at is null)
            from message where direction = 'IN'
            """,
            null,
            row -> new Received(row.getLong(1), row.getLong(2)))
        .orElseThrow();
  }

  /** Sends that are under way, or of which nobody knows what became. */
  public long unsettled() {
    return one(
            "select count(*) from send_intent where state in ('QUEUED', 'SENDING', 'UNCERTAIN')",
            null,
            row -> row.getLong(1))
        .orElseThrow();
  }

  /** Runs statements in order, as one transaction. */
  public void run(List<String> statements) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (String sql : statements) {
        statement.execute(sql);
      }
      connection.commit();
    } catch (SQLException e) {
      throw new IllegalStateException("The journal refuses: " + e.getMessage(), e);
    }
  }

  /** Outside of a transaction, as VACUUM wants it. */
  public void runAlone(String sql) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException("The journal refuses: " + e.getMessage(), e);
    }
  }

  /** Reads one row. */
  @FunctionalInterface
  public interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  public <T> Optional<T> one(String sql, @Nullable String parameter, Reader<T> reader) {
    return all(sql, parameter, reader).stream().findFirst();
  }

  public <T> List<T> all(String sql, @Nullable String parameter, Reader<T> reader) {
    try (Connection connection = connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      if (parameter != null) {
        statement.setString(1, parameter);
      }
      List<T> found = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(reader.read(rows));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("The journal does not answer: " + e.getMessage(), e);
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(url, "talaria", "talaria");
  }
}
