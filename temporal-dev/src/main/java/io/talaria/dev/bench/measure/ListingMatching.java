package io.talaria.dev.bench.measure;

import io.talaria.dev.bench.ground.Ground;
import io.talaria.dev.bench.report.Reading;
import io.talaria.journal.listing.Match;
import io.talaria.journal.listing.Matching;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.HdrHistogram.Histogram;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** 50,000 job listings through the API, and a thousand wishes over them, one after the other. */
final class ListingMatching implements Measure {
  private static final UUID ACCOUNT = UUID.fromString("00000000-0000-0000-0000-000000000001");
  private static final int LISTINGS = 50_000;
  private static final int WISHES = 1_000;
  private static final int MATCHES = 10;

  private final HttpClient http = HttpClient.newHttpClient();

  @Override
  public String name() {
    return "matching";
  }

  @Override
  public String what() {
    return "import of 50,000 job listings, and 1,000 wishes ranked over them";
  }

  @Override
  public boolean wantsItCompiled() {
    return false;
  }

  @Override
  public List<Reading> on(Ground ground, Scale scale) throws InterruptedException {
    return on(
        URI.create("http://127.0.0.1:" + ground.stack().ports().gateway()),
        ground.stack().databaseUrl(),
        scale);
  }

  List<Reading> on(URI gateway, String database, Scale scale) throws InterruptedException {
    var made = new MadeListings(scale.seed());
    String file = made.file(scale.of(LISTINGS));
    JsonNode first = imported(gateway, file);
    double seconds = seconds(first);
    JsonNode again = imported(gateway, file);
    var connection = new SingleConnectionDataSource(database, "talaria", "talaria", true);
    try {
      // As the applications set it: one plan for all values.
      connection.setConnectionProperties(planned());
      Matching matching = new Matching(JdbcClient.create(connection));
      for (int i = 0; i < 100; i++) {
        matching.rank(ACCOUNT, made.wish(), MATCHES);
      }
      var times = new Histogram(3);
      int none = 0;
      int unreasoned = 0;
      for (int i = 0; i < scale.of(WISHES); i++) {
        long start = System.nanoTime();
        List<Match> matches = matching.rank(ACCOUNT, made.wish(), MATCHES);
        times.recordValue((System.nanoTime() - start) / 1_000);
        none += matches.isEmpty() ? 1 : 0;
        unreasoned += (int) matches.stream().filter(m -> m.reasons().isEmpty()).count();
      }
      return List.of(
          Reading.of(name(), "import", seconds, "s")
              .with("rows", first.path("rows").asInt())
              .with("rows/s", Math.round(first.path("rows").asInt() / seconds))
              .atMost(60),
          Reading.of(name(), "the same file again", seconds(again), "s")
              .with("unchanged", again.path("unchanged").asInt()),
          Reading.of(name(), "ranking p50", millis(times, 50), "ms"),
          Reading.of(name(), "ranking p95", millis(times, 95), "ms")
              .with("p99", millis(times, 99))
              .with("most", millis(times, 100))
              .with("wishes without a match", none)
              .atMost(50),
          Reading.of(name(), "matches without a reason", unreasoned, "").atMost(0));
    } finally {
      connection.destroy();
    }
  }

  private JsonNode imported(URI gateway, String file) throws InterruptedException {
    JsonNode begun =
        ask(
            HttpRequest.newBuilder(gateway.resolve("/api/v1/listings/import"))
                .POST(BodyPublishers.ofString(file)));
    URI status = gateway.resolve(begun.path("status").asString());
    JsonNode progress;
    do {
      Thread.sleep(100);
      progress = ask(HttpRequest.newBuilder(status));
    } while (progress.path("state").asString().equals("RUNNING"));
    if (!progress.path("state").asString().equals("DONE")) {
      throw new IllegalStateException("The import ended as " + progress);
    }
    return progress;
  }

  private JsonNode ask(HttpRequest.Builder request) throws InterruptedException {
    try {
      var answer =
          http.send(
              request.header("Authorization", "Bearer demo-api-key").build(),
              BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new IllegalStateException("The gateway refused: " + answer.body());
      }
      return JsonMapper.shared().readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** By the journal's own clock. */
  private static double seconds(JsonNode progress) {
    return Duration.between(
                Instant.parse(progress.path("startedAt").asString()),
                Instant.parse(progress.path("endedAt").asString()))
            .toMillis()
        / 1000.0;
  }

  private static double millis(Histogram times, double percentile) {
    return times.getValueAtPercentile(percentile) / 1000.0;
  }

  private static Properties planned() {
    var properties = new Properties();
    properties.setProperty("options", "-c plan_cache_mode=force_generic_plan");
    return properties;
  }
}
