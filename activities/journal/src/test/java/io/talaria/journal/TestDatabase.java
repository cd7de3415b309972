package io.talaria.journal;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.test.context.DynamicPropertyRegistry;

/** One real PostgreSQL per test JVM; each test class asks for a database of its own. */
public final class TestDatabase {
  private static final EmbeddedPostgres SERVER = start();
  private static int databases;

  private TestDatabase() {}

  /** The JDBC URL of a new, empty database. */
  public static synchronized String newUrl() {
    String name = "test" + ++databases;
    try (var connection = SERVER.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException("No test database could be made", e);
    }
    return SERVER.getJdbcUrl("postgres", name);
  }

  /** Points a Spring test at a new database, for {@code @DynamicPropertySource}. */
  public static void register(DynamicPropertyRegistry properties) {
    String url = newUrl();
    properties.add("spring.datasource.url", () -> url);
    properties.add("spring.datasource.username", () -> "postgres");
    properties.add("spring.datasource.password", () -> "postgres");
  }

  private static EmbeddedPostgres start() {
    try {
      return EmbeddedPostgres.builder()
          // Its log reaches ours late, in another test's time: without rows' contents.
          .setServerConfig("log_error_verbosity", "terse")
          // What a plan reads must not hang on when a vacuum or an analysis came by.
          .setServerConfig("autovacuum", "off")
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
