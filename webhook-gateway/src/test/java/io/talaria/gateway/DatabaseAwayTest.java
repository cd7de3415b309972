package io.talaria.gateway;

import static io.talaria.gateway.Updates.messages;
import static io.talaria.gateway.Updates.newPhone;
import static io.talaria.gateway.Updates.newWamid;
import static io.talaria.gateway.Updates.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Has a server of its own, since it stops it. */
@DirtiesContext
class DatabaseAwayTest extends GatewayScenario {
  private static EmbeddedPostgres server;

  @DynamicPropertySource
  static void ownServer(DynamicPropertyRegistry properties) throws IOException {
    server = EmbeddedPostgres.builder().start();
    String url = server.getJdbcUrl("postgres", "postgres");
    properties.add("spring.datasource.url", () -> url);
  }

  @Test
  void a_delivery_that_can_t_be_stored_is_turned_away_quickly_and_taken_for_ill_only_then()
      throws IOException {
    String body = messages(text(newPhone(), newWamid(), 1_750_000_000, "oi"));
    delivered(body);
    server.close();

    Instant began = Instant.now();
    var answer = post(body);
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
    assertThat(answer.body()).contains("could not be stored");
    assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(8));
    assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(503);
    assertThat(get("/actuator/health/liveness").statusCode()).isEqualTo(200);
  }
}
