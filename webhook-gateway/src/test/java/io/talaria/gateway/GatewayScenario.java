package io.talaria.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.talaria.gateway.door.FakeDoor;
import io.talaria.journal.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The running gateway on a real database, in front of journeys that only listen. */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "talaria.whatsapp.app-secret=test-app-secret",
      "talaria.whatsapp.previous-app-secret=the-secret-before",
      "talaria.whatsapp.verify-token=a-token",
      "talaria.whatsapp.numbers[0].phone-number-id=106540352242922",
      "talaria.whatsapp.numbers[0].definition=tech-hiring",
      "talaria.whatsapp.numbers[1].phone-number-id=200",
      "talaria.whatsapp.numbers[1].definition=nobody-published-this",
      "talaria.whatsapp.numbers[2].phone-number-id=1122334455667",
      "talaria.whatsapp.numbers[2].definition=tech-hiring",
      "talaria.whatsapp.numbers[3].phone-number-id=<BUSINESS_PHONE_NUMBER_ID>",
      "talaria.whatsapp.numbers[3].definition=tech-hiring",
      "talaria.forms.link-secret=the-secret-of-links",
      "talaria.forms.known[0].id=profile",
      "talaria.forms.known[0].secret=the-secret-of-profiles",
      "talaria.forms.known[0].previous-secret=the-secret-before-it",
      "talaria.forms.known[1].id=shifts",
      "talaria.forms.known[1].secret=the-secret-of-shifts",
      "talaria.api.clients[0].name=job-board",
      "talaria.api.clients[0].key-sha256=2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b",
      "talaria.api.largest-import=100KB",
      "talaria.gateway.sweep-every=200ms"
    })
@Import(Journeys.class)
public abstract class GatewayScenario {
  protected static final HttpClient HTTP = HttpClient.newHttpClient();
  protected static final UUID ACCOUNT = UUID.fromString("00000000-0000-0000-0000-000000000001");

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    TestDatabase.register(properties);
  }

  @LocalServerPort protected int port;
  @Autowired protected JdbcClient jdbc;
  @Autowired protected FakeDoor journeys;

  @BeforeEach
  void aQuietHouse() {
    journeys.away = false;
    jdbc.sql(
            """
            insert into definition_version (account_id, name, plan, text_revision, yaml, plan_hash, text_hash)
            values (:account, 'tech-hiring', 1, 0, '-', '-', '-') on conflict do nothing
            """)
        .param("account", ACCOUNT)
        .update();
  }

  protected HttpResponse<String> post(String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return post(bytes, signed(bytes, "test-app-secret"));
  }

  protected HttpResponse<String> post(byte[] body, String signature) {
    return post(BodyPublishers.ofByteArray(body), signature);
  }

  protected HttpResponse<String> post(BodyPublisher body, String signature) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri("/webhooks/whatsapp"))
            .header("Content-Type", "application/json")
            .POST(body);
    if (signature != null) {
      request.header("X-Hub-Signature-256", signature);
    }
    return send(request.build());
  }

  protected HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(uri(path)).build());
  }

  protected URI uri(String path) {
    return URI.create("http://localhost:" + port + path);
  }

  protected static HttpResponse<String> send(HttpRequest request) {
    try {
      return HTTP.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  protected static String signed(byte[] body, String secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Posts what must be accepted, and waits until every item of everything is worked off. */
  protected void delivered(String body) {
    assertThat(post(body).statusCode()).isEqualTo(200);
    workedOff();
  }

  protected void workedOff() {
    soon(
        () ->
            assertThat(count("select count(*) from webhook_delivery where done_at is null"))
                .isZero());
  }

  protected static void soon(ThrowingRunnable assertion) {
    await()
        .ignoreExceptions()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(20))
        .untilAsserted(assertion);
  }

  protected long count(String sql, Object... params) {
    return jdbc.sql(sql).params(params).query(Long.class).single();
  }

  protected Map<String, Object> row(String sql, Object... params) {
    return jdbc.sql(sql).params(params).query().singleRow();
  }

  protected List<Map<String, Object>> rows(String sql, Object... params) {
    return jdbc.sql(sql).params(params).query().listOfRows();
  }

  protected UUID candidateOf(String wamid) {
    return jdbc.sql("select candidate_id from message where wamid = ?")
        .param(wamid)
        .query(UUID.class)
        .single();
  }

  /** What version 0 of the seal leaves to be read. */
  protected static String opened(Object sealed) {
    byte[] bytes = (byte[]) sealed;
    return new String(bytes, 1, bytes.length - 1, StandardCharsets.UTF_8);
  }
}
