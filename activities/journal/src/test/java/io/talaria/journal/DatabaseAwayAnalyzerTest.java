package io.talaria.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

@ExtendWith(OutputCaptureExtension.class)
class DatabaseAwayAnalyzerTest {
  @EnableAutoConfiguration
  static class Parts {}

  @Test
  void a_start_without_postgresql_says_where_none_answers_and_shows_no_trace(CapturedOutput output)
      throws IOException {
    String server = "127.0.0.1:" + closedPort();

    start("jdbc:postgresql://" + server + "/talaria?password=geheim", "secret-word");

    assertThat(output.getAll())
        .contains("No PostgreSQL answers at " + server, "database talaria", "Start it, or point")
        .doesNotContain("geheim", "secret-word", "\tat ");
  }

  @Test
  void a_database_that_is_missing_is_named(CapturedOutput output) {
    String url = TestDatabase.newUrl();
    String server = url.replaceFirst("^jdbc:postgresql://", "").replaceFirst("/.*$", "");

    start("jdbc:postgresql://" + server + "/nowhere", "postgres");

    assertThat(output.getAll())
        .contains("PostgreSQL at " + server + " has no database nowhere", "Make it, with")
        .doesNotContain("\tat ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "08006 | No PostgreSQL answers at db.example:5432, where the journal's database talaria",
        "57P03 | is just starting or stopping",
        "28P01 | does not let \"ana\" in",
        "28000 | does not let \"ana\" in",
        "08004 | does not let \"ana\" in",
        "3D000 | has no database talaria",
        "53300 | has no connection left"
      })
  void every_reason_has_its_sentence_with_the_address_and_without_the_password(
      String state, String sentence) {
    FailureAnalysis told = told(new SQLException("FATAL: whatever", state));

    assertThat(told).isNotNull();
    assertThat(told.getDescription())
        .contains(sentence, "db.example:5432")
        .doesNotContain("geheim", "whatever");
    assertThat(told.getAction()).isNotBlank().doesNotContain("geheim");
  }

  @Test
  void a_pools_exception_without_a_reason_is_asked_for_its_cause() {
    var cause = new SQLException("FATAL", "28P01");
    assertThat(told(new SQLTransientConnectionException("not available", null, cause))).isNotNull();
  }

  @Test
  void another_fault_of_the_database_keeps_its_trace() {
    assertThat(told(new SQLException("no such table", "42P01"))).isNull();
    assertThat(told(new SQLException("nobody knows"))).isNull();
  }

  private static @Nullable FailureAnalysis told(SQLException failure) {
    var environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .addFirst(
            new MapPropertySource(
                "settings",
                Map.of(
                    "spring.datasource.url",
                    "jdbc:postgresql://db.example:5432/talaria?user=ana&password=geheim",
                    "spring.datasource.username",
                    "ana")));
    return new DatabaseAwayAnalyzer(environment)
        .analyze(new IllegalStateException("A bean could not be made", failure));
  }

  private static void start(String url, String password) {
    assertThatThrownBy(
            () ->
                new SpringApplicationBuilder(Parts.class)
                    .web(WebApplicationType.NONE)
                    .properties(
                        "spring.datasource.url=" + url,
                        "spring.datasource.username=postgres",
                        "spring.datasource.password=" + password,
                        "logging.level.root=warn",
                        "spring.main.banner-mode=off")
                    .run())
        .isInstanceOf(Exception.class);
  }

  private static int closedPort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
