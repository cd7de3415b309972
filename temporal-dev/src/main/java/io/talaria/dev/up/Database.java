package io.talaria.dev.up;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;

/** Embedded PostgreSQL on a data directory that survives. */
final class Database implements AutoCloseable {
  static final String NAME = "talaria";

  /** The login of the applications; its password is the same word. */
  static final String OWNER = "talaria";

  static {
    // Of a server that has ended by itself the library tells, with a trace, that it can't be
    // stopped. What people need to know of it stands in our own sentences and in postgres.log.
    ((Logger) LoggerFactory.getLogger(EmbeddedPostgres.class)).setLevel(Level.OFF);
  }

  private final EmbeddedPostgres server;
  private final Path directory;
  private final boolean fresh;

  private Database(EmbeddedPostgres server, Path directory, boolean fresh) {
    this.server = server;
    this.directory = directory;
    this.fresh = fresh;
  }

  static Database start(Folders folders, int port) {
    Path directory = folders.database();
    boolean fresh = !Files.exists(directory.resolve("PG_VERSION"));
    clear(directory);
    try {
      EmbeddedPostgres server =
          EmbeddedPostgres.builder()
              .setDataDirectory(directory)
              .setOverrideWorkingDirectory(binaries().toFile())
              .setCleanDataDirectory(false)
              // The launcher decides when it ends: after everybody who writes to it.
              .setRegisterShutdownHook(false)
              .setPort(port)
              .setServerConfig("max_connections", "200")
              .setServerConfig("listen_addresses", "127.0.0.1")
              // A refused row's contents, such as an address, don't belong into a log.
              .setServerConfig("log_error_verbosity", "terse")
              // The library's default would lose commits of the last moments when a process dies.
              .setServerConfig("synchronous_commit", "on")
              .setPGStartupWait(Duration.ofSeconds(30))
              .setOutputRedirector(
                  ProcessBuilder.Redirect.appendTo(folders.logs().resolve("postgres.log").toFile()))
              .setErrorRedirector(
                  ProcessBuilder.Redirect.appendTo(folders.logs().resolve("postgres.log").toFile()))
              .start();
      Database database = new Database(server, directory, fresh);
      postmaster(directory).ifPresent(process -> PidFile.write(folders, "postgres", process));
      database.createOwner();
      database.provide(NAME);
      return database;
    } catch (IOException | IllegalStateException e) {
      throw new StartFailure(
          "PostgreSQL did not start: "
              + e.getMessage()
              + ". Its words: "
              + folders.logs().resolve("postgres.log"),
          e);
    }
  }

  /** True when this start made it. */
  boolean isFresh() {
    return fresh;
  }

  String url() {
    return url(server.getPort());
  }

  static String url(int port) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + NAME;
  }

  Optional<ProcessHandle> process() {
    return postmaster(directory);
  }

  boolean isAlive() {
    return process().isPresent();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new IllegalStateException("PostgreSQL did not stop: " + e.getMessage(), e);
    }
    process()
        .ifPresent(
            left ->
                System.err.println("PostgreSQL (process " + left.pid() + ") did not stop yet."));
  }

  /** Makes a database of this name for the applications' login, when it is missing. */
  void provide(String name) {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      if (!has(statement, "select 1 from pg_database where datname = '" + name + "'")) {
        statement.execute("create database " + name + " owner " + OWNER);
      }
    } catch (SQLException e) {
      throw new StartFailure("The database " + name + " could not be made: " + e.getMessage(), e);
    }
  }

  boolean hasTable(String name, String table) {
    try (Connection connection = server.getDatabase("postgres", name).getConnection();
        Statement statement = connection.createStatement()) {
      return has(statement, "select 1 where to_regclass('public." + table + "') is not null");
    } catch (SQLException e) {
      throw new StartFailure("The database " + name + " does not answer: " + e.getMessage(), e);
    }
  }

  private void createOwner() {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      if (!has(statement, "select 1 from pg_roles where rolname = '" + OWNER + "'")) {
        statement.execute("create role %s login password '%s'".formatted(OWNER, OWNER));
      }
    } catch (SQLException e) {
      throw new StartFailure("The login " + OWNER + " could not be made: " + e.getMessage(), e);
    }
  }

  private static boolean has(Statement statement, String query) throws SQLException {
    try (var rows = statement.executeQuery(query)) {
      return rows.next();
    }
  }

  /**
   * Readies a directory that a killed launcher left: its server is stopped, or its lock removed
   * when the process of that id is something else by now.
   */
  private static void clear(Path directory) {
    Optional<ProcessHandle> left = postmaster(directory);
    left.ifPresent(Database::stop);
    try {
      Files.deleteIfExists(directory.resolve("postmaster.pid"));
      Files.deleteIfExists(directory.resolve("epg-lock"));
    } catch (IOException e) {
      throw new StartFailure("Could not clear " + directory + ": " + e.getMessage(), e);
    }
  }

  /**
   * Kills one process that serves a client: the first one then ends all others and recovers, as
   * after a crash.
   */
  void crash() {
    postmaster(directory)
        .flatMap(
            first ->
                first
                    .children()
                    .filter(child -> child.info().command().orElse("").endsWith("postgres"))
                    .max(Comparator.comparing(ProcessHandle::pid)))
        .ifPresent(child -> Signals.send(child, "KILL"));
  }

  /** Whether it lets clients in; while it recovers it doesn't. */
  boolean answers() {
    try (Connection connection = server.getPostgresDatabase().getConnection()) {
      return connection.isValid(1);
    } catch (SQLException e) {
      return false;
    }
  }

  void signal(String signal) {
    postmaster(directory)
        .ifPresent(
            first -> {
              Signals.send(first, signal);
              first.children().forEach(child -> Signals.send(child, signal));
            });
  }

  /** SIGINT is PostgreSQL's fast shutdown: clients are cut off, data is written. */
  private static void stop(ProcessHandle postmaster) {
    try {
      new ProcessBuilder("kill", "-INT", String.valueOf(postmaster.pid())).start().waitFor();
      postmaster.onExit().get(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      throw new StartFailure(
          "A PostgreSQL of an earlier start (process " + postmaster.pid() + ") does not end", e);
    }
  }

  private static Optional<ProcessHandle> postmaster(Path directory) {
    Path file = directory.resolve("postmaster.pid");
    try {
      List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
      if (lines.isEmpty()) {
        return Optional.empty();
      }
      return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
          .filter(ProcessHandle::isAlive)
          .filter(process -> process.info().command().orElse("postgres").endsWith("postgres"));
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Unpacked once per user, not once per start. */
  private static Path binaries() throws IOException {
    return Files.createDirectories(
        Path.of(System.getProperty("user.home"), ".cache", "talaria", "postgres"));
  }
}
