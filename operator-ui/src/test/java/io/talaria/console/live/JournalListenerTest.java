package io.talaria.console.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.talaria.journal.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** What a page is told of the journal, also when it could not listen for a while. */
class JournalListenerTest {
  private final PGSimpleDataSource database = new PGSimpleDataSource();
  private final List<Set<UUID>> told = new CopyOnWriteArrayList<>();
  private JournalListener listener;

  @BeforeEach
  void listen() {
    database.setUrl(TestDatabase.newUrl());
    database.setUser("postgres");
    database.setPassword("postgres");
    database.setApplicationName("console");
    var journal = new LiveJournal();
    journal.listen(told::add);
    listener = new JournalListener(database, journal);
    listener.start();
    await().untilAsserted(() -> assertThat(told).isNotEmpty());
  }

  @AfterEach
  void stop() {
    listener.stop();
  }

  @Test
  void whoever_begins_to_listen_is_told_to_read_everything_again() {
    assertThat(told.getFirst()).isEmpty();
  }

  @Test
  void a_change_is_told_with_whose_it_is() throws SQLException {
    UUID ana = UUID.randomUUID();
    execute("notify talaria_journey, '" + ana + "'");
    await().untilAsserted(() -> assertThat(told).contains(Set.of(ana)));
  }

  @Test
  void what_happened_while_nobody_listened_is_read_again_after_it() throws SQLException {
    int before = told.size();
    execute(
        "select pg_terminate_backend(pid) from pg_stat_activity"
            + " where application_name = 'console' and pid <> pg_backend_pid()"
            + " and query like 'listen%'");
    // Once as soon as the loss is seen, and once when it listens again.
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(told.subList(before, told.size()))
                    .filteredOn(Set::isEmpty)
                    .hasSizeGreaterThanOrEqualTo(2));
    UUID ana = UUID.randomUUID();
    execute("notify talaria_journey, '" + ana + "'");
    await().untilAsserted(() -> assertThat(told).contains(Set.of(ana)));
  }

  private void execute(String sql) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
