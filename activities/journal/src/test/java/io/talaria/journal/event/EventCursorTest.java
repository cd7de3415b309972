package io.talaria.journal.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.journal.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A subscriber that remembers how far it has read must not skip an event that gets its id early and
 * commits late. Nobody subscribes yet; this is the law for whoever does.
 */
class EventCursorTest {
  /** What is finished for good, in an order in which nothing is inserted before what was read. */
  private static final String NEXT =
      """
      select id from event
      where tx < pg_snapshot_xmin(pg_current_snapshot())
        and (tx, id) > (cast(cast(? as text) as xid8), ?)
      order by tx, id
      """;

  private static final Pattern QUERY =
      Pattern.compile("\\b(from|join) event\\b.*?(\"\"\"|\"\\s*\\))", Pattern.DOTALL);

  /** A column that is compared with another column narrows nothing. */
  private static final Pattern OF_ONE = Pattern.compile("\\b(candidate|journey)_id = [:?]");

  private final UUID candidate = UUID.randomUUID();
  private Connection early;
  private Connection late;
  private Connection reader;

  @BeforeEach
  void aJournal() throws SQLException {
    String url = TestDatabase.newUrl();
    Flyway.configure().dataSource(url, "postgres", "postgres").load().migrate();
    early = DriverManager.getConnection(url, "postgres", "postgres");
    late = DriverManager.getConnection(url, "postgres", "postgres");
    reader = DriverManager.getConnection(url, "postgres", "postgres");
    try (var insert =
        reader.prepareStatement(
            "insert into candidate (id, account_id) select ?, id from account")) {
      insert.setObject(1, candidate);
      insert.execute();
    }
    early.setAutoCommit(false);
    late.setAutoCommit(false);
  }

  @AfterEach
  void close() throws SQLException {
    early.close();
    late.close();
    reader.close();
  }

  @Test
  void an_event_that_commits_late_is_not_skipped() throws SQLException {
    append(early, "a");
    append(late, "b");
    late.commit();
    Cursor cursor = new Cursor();

    assertThat(cursor.read()).isEmpty();
    early.commit();
    assertThat(cursor.read()).containsExactly(1L, 2L);
    assertThat(cursor.read()).isEmpty();
  }

  @Test
  void the_cursor_goes_by_transaction_since_ids_may_be_given_in_another_order()
      throws SQLException {
    begin(early);
    append(late, "a");
    append(early, "b");
    early.commit();
    Cursor cursor = new Cursor();

    assertThat(cursor.read()).containsExactly(2L);
    late.commit();
    assertThat(cursor.read()).containsExactly(1L);
  }

  @Test
  void whoever_reads_everybodys_events_reads_below_the_oldest_open_transaction()
      throws IOException {
    var lawless = new ArrayList<String>();
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      for (Path source : sources.filter(path -> path.toString().endsWith(".java")).toList()) {
        queries(Files.readString(source)).stream()
            .filter(query -> !isLawful(query))
            .forEach(query -> lawless.add(source.getFileName() + ": " + query));
      }
    }
    assertThat(lawless)
        .as(
            "a cursor over events reads below pg_snapshot_xmin and orders by tx, id (see NEXT"
                + " above); one candidate's events may be read as they are")
        .isEmpty();
  }

  @Test
  void the_law_finds_a_cursor_by_id() {
    for (String cursor :
        List.of(
            "select id from event where id > :last order by id",
            "select e.id from event e, journey j where e.journey_id = j.id and e.id > :last",
            "select e.id from journey j join event e on e.journey_id = j.id where e.id > :last",
            NEXT.replace("order by tx, id", "order by id"))) {
      assertThat(queries("sql(\"\"\"\n %s\n\"\"\")".formatted(cursor)))
          .hasSize(1)
          .noneMatch(EventCursorTest::isLawful);
    }
    assertThat(isLawful(NEXT)).isTrue();
  }

  private static List<String> queries(String source) {
    return QUERY.matcher(source).results().map(found -> found.group()).toList();
  }

  private static boolean isLawful(String query) {
    return OF_ONE.matcher(query).find()
        || (query.contains("pg_snapshot_xmin") && query.contains("order by tx, id"));
  }

  private static void begin(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("select pg_current_xact_id()");
    }
  }

  private void append(Connection connection, String cause) throws SQLException {
    try (var insert =
        connection.prepareStatement(
            """
            insert into event (account_id, candidate_id, type, cause, at, sealed_body)
            select account_id, id, 'MessageReceived', ?, now(), '' from candidate where id = ?
            """)) {
      insert.setString(1, cause);
      insert.setObject(2, candidate);
      insert.execute();
    }
  }

  private final class Cursor {
    private String tx = "0";
    private long id;

    List<Long> read() throws SQLException {
      var read = new ArrayList<Long>();
      try (var select = reader.prepareStatement(NEXT.replace("select id", "select id, tx::text"))) {
        select.setString(1, tx);
        select.setLong(2, id);
        try (var rows = select.executeQuery()) {
          while (rows.next()) {
            id = rows.getLong(1);
            tx = rows.getString(2);
            read.add(id);
          }
        }
      }
      return read;
    }
  }
}
