package io.talaria.gateway;

import static io.talaria.gateway.Updates.messages;
import static io.talaria.gateway.Updates.newPhone;
import static io.talaria.gateway.Updates.newWamid;
import static io.talaria.gateway.Updates.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

class DatabaseAwayTest {
  @Test
  void a_delivery_that_can_not_be_stored_is_turned_away_quickly() throws Exception {
    EmbeddedPostgres server = EmbeddedPostgres.builder().start();
    try (var app = start(server)) {
      assertThat(deliver(app).statusCode()).isEqualTo(200);
      server.close();

      Instant began = Instant.now();
      HttpResponse<String> answer = deliver(app);
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
      assertThat(answer.body()).contains("could not be stored");
      assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(6));
      assertThat(get(app, "/actuator/health/readiness")).isEqualTo(503);
      assertThat(get(app, "/actuator/health/liveness")).isEqualTo(200);
    }
  }

  private static ConfigurableApplicationContext start(EmbeddedPostgres server) {
    return SpringApplication.run(
        new Class<?>[] {GatewayApplication.class, Journeys.class},
        new String[] {
          "--spring.profiles.active=demo",
          "--server.port=0",
          "--spring.datasource.url=" + server.getJdbcUrl("postgres", "postgres"),
          "--spring.datasource.username=postgres",
          "--spring.datasource.password=postgres"
        });
  }

  private static HttpResponse<String> deliver(ConfigurableApplicationContext app)
      throws IOException, InterruptedException {
    byte[] body =
        messages(text(newPhone(), newWamid(), 1_750_000_000, "oi"))
            .getBytes(StandardCharsets.UTF_8);
    return GatewayScenario.HTTP.send(
        HttpRequest.newBuilder(uri(app, "/webhooks/whatsapp"))
            .header("X-Hub-Signature-256", GatewayScenario.signed(body, "demo-app-secret"))
            .POST(BodyPublishers.ofByteArray(body))
            .build(),
        BodyHandlers.ofString());
  }

  private static int get(ConfigurableApplicationContext app, String path)
      throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(HttpRequest.newBuilder(uri(app, path)).build(), BodyHandlers.discarding())
          .statusCode();
    }
  }

  private static URI uri(ConfigurableApplicationContext app, String path) {
    return URI.create(
        "http://localhost:" + app.getEnvironment().getProperty("local.server.port") + path);
  }
}
