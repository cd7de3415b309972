package io.talaria.journal;

import java.net.UnknownHostException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/**
 * Tells whoever starts an application, or one of its commands, why it has no database and what to
 * do, instead of a trace. The states are listed in
 * https://www.postgresql.org/docs/current/errcodes-appendix.html.
 */
final class DatabaseAwayAnalyzer extends AbstractFailureAnalyzer<SQLException> {
  private static final String WHERE =
      "point spring.datasource.url (SPRING_DATASOURCE_URL) to where it is";

  private final Environment environment;

  DatabaseAwayAnalyzer(Environment environment) {
    this.environment = environment;
  }

  @Override
  protected @Nullable FailureAnalysis analyze(Throwable rootFailure, SQLException cause) {
    Address address = Address.in(environment.getProperty("spring.datasource.url", ""));
    String login = environment.getProperty("spring.datasource.username", "");
    return switch (state(cause)) {
      case "08000", "08001", "08003", "08006" -> {
        String why =
            findCause(cause, UnknownHostException.class) == null
                ? "No PostgreSQL answers at " + address.server()
                : "Nobody knows the host in " + address.server();
        yield new FailureAnalysis(
            why + ", where the journal's database " + address.database() + " should be.",
            "Start it, or "
                + WHERE
                + ". On a developer's machine temporal-dev/up brings one along.",
            cause);
      }
      case "57P03" ->
          new FailureAnalysis(
              "PostgreSQL at " + address.server() + " is just starting or stopping.",
              "Start again when it takes connections.",
              cause);
      // 08004 is the driver's own: the server asks for a password and there is none.
      case "28P01", "28000", "08004" ->
          new FailureAnalysis(
              "PostgreSQL at %s does not let \"%s\" in: the login or its password is wrong, or there is none."
                  .formatted(address.server(), login),
              "Set spring.datasource.username and spring.datasource.password"
                  + " (SPRING_DATASOURCE_USERNAME, SPRING_DATASOURCE_PASSWORD).",
              cause);
      case "3D000" ->
          new FailureAnalysis(
              "PostgreSQL at %s has no database %s."
                  .formatted(address.server(), address.database()),
              "Make it, with \"%s\" as its owner, or %s. Its tables are made at the start."
                  .formatted(login, WHERE),
              cause);
      case "53300" ->
          new FailureAnalysis(
              "PostgreSQL at " + address.server() + " has no connection left.",
              "Raise its max_connections, or lower spring.datasource.hikari.maximum-pool-size of the"
                  + " applications.",
              cause);
      default -> null;
    };
  }

  /** Of the exception that knows one: a pool's own may not. */
  private static String state(SQLException outermost) {
    for (Throwable at = outermost; at != null; at = at.getCause()) {
      if (at instanceof SQLException sql && sql.getSQLState() != null) {
        return sql.getSQLState();
      }
    }
    return "";
  }

  /**
   * What of a JDBC URL may be shown: its parameters may hold a password.
   *
   * @param server host and port
   */
  record Address(String server, String database) {
    static Address in(String url) {
      String plain = url.replaceFirst("[?].*$", "").replaceFirst("^jdbc:postgresql:(//)?", "");
      String after = plain.substring(plain.lastIndexOf('@') + 1);
      int slash = after.indexOf('/');
      String server = slash < 0 ? "" : after.substring(0, slash);
      return new Address(server.isEmpty() ? "localhost" : server, after.substring(slash + 1));
    }
  }
}
