package io.talaria.gateway.whatsapp;

import static io.talaria.gateway.Updates.delivery;
import static io.talaria.gateway.Updates.messages;
import static io.talaria.gateway.Updates.newPhone;
import static io.talaria.gateway.Updates.newWamid;
import static io.talaria.gateway.Updates.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.talaria.gateway.GatewayScenario;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class WebhookTest extends GatewayScenario {
  @Autowired MeterRegistry meters;

  @Test
  void the_handshake_answers_the_raw_challenge() {
    var answer =
        get(
            "/webhooks/whatsapp?hub.mode=subscribe&hub.verify_token=a-token&hub.challenge=%3Cb%3E42");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("<b>42");
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
  }

  @Test
  void a_wrong_verify_token_is_forbidden() {
    var answer =
        get("/webhooks/whatsapp?hub.mode=subscribe&hub.verify_token=another&hub.challenge=42");
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).doesNotContain("42\n").contains("verify token");
  }

  @Test
  void a_handshake_without_anything_is_forbidden() {
    assertThat(get("/webhooks/whatsapp").statusCode()).isEqualTo(403);
  }

  @Test
  void a_bad_signature_is_refused_counted_and_leaves_nothing() {
    byte[] body = messages(text(newPhone(), newWamid(), 1_750_000_000, "oi")).getBytes();
    long stored = count("select count(*) from webhook_delivery");
    double refused = refused();

    assertThat(post(body, signed(body, "another-secret")).statusCode()).isEqualTo(401);
    assertThat(post(body, null).statusCode()).isEqualTo(401);
    assertThat(post(body, "sha256=").statusCode()).isEqualTo(401);
    assertThat(post(body, "sha256=zz").statusCode()).isEqualTo(401);
    assertThat(post(body, "sha1=" + signed(body, "test-app-secret")).statusCode()).isEqualTo(401);

    assertThat(refused() - refused).isEqualTo(5);
    assertThat(count("select count(*) from webhook_delivery")).isEqualTo(stored);
  }

  @Test
  void a_refusal_is_a_short_problem() {
    var answer = post("{}".getBytes(), "sha256=00");
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.body()).contains("\"status\":401").contains("X-Hub-Signature-256");
  }

  @Test
  void the_secret_before_still_signs_while_it_is_being_changed() {
    byte[] body = messages(text(newPhone(), newWamid(), 1_750_000_000, "oi")).getBytes();
    assertThat(post(body, signed(body, "the-secret-before")).statusCode()).isEqualTo(200);
  }

  @Test
  void the_signature_is_over_raw_bytes_not_over_the_same_json() {
    String body = messages(text(newPhone(), newWamid(), 1_750_000_000, "Olá 🎉"));
    byte[] spaced = body.replaceFirst("\\{", "{ ").getBytes(StandardCharsets.UTF_8);
    String signature = signed(body.getBytes(StandardCharsets.UTF_8), "test-app-secret");
    assertThat(post(spaced, signature).statusCode()).isEqualTo(401);
  }

  @Test
  void a_body_over_four_mebibytes_is_too_large() {
    byte[] body = new byte[WhatsAppWebhook.LARGEST + 1];
    assertThat(post(body, signed(body, "test-app-secret")).statusCode()).isEqualTo(413);
  }

  @Test
  void a_body_over_four_mebibytes_is_too_large_also_without_a_length() {
    byte[] body = new byte[WhatsAppWebhook.LARGEST + 1];
    var chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
    assertThat(post(chunked, signed(body, "test-app-secret")).statusCode()).isEqualTo(413);
  }

  @Test
  void a_body_of_exactly_four_mebibytes_is_taken() {
    String wamid = newWamid();
    String body = messages(text(newPhone(), wamid, 1_750_000_000, "x"));
    byte[] full = (body + " ".repeat(WhatsAppWebhook.LARGEST - body.length())).getBytes();
    assertThat(post(full, signed(full, "test-app-secret")).statusCode()).isEqualTo(200);
    soon(() -> assertThat(candidateOf(wamid)).isNotNull());
  }

  @Test
  void an_unsigned_empty_body_is_refused() {
    assertThat(post(new byte[0], null).statusCode()).isEqualTo(401);
  }

  @Test
  void an_unknown_url_is_not_found() {
    assertThat(get("/webhooks/telegram").statusCode()).isEqualTo(404);
    assertThat(get("/").statusCode()).isEqualTo(404);
  }

  @Test
  void the_gateway_is_ready_although_the_engine_is_away() {
    assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(200);
  }

  @Test
  void other_fields_are_kept_and_counted_not_quarantined() {
    String body =
        delivery(Map.of("event", "ACCOUNT_UPDATE")).replace("\"messages\"", "\"account_update\"");
    long aside = count("select count(*) from quarantine");
    delivered(body);
    assertThat(count("select count(*) from quarantine")).isEqualTo(aside);
    assertThat(meters.counter("talaria.whatsapp.changes", "field", "account_update").count())
        .isPositive();
  }

  private double refused() {
    return meters
        .counter("talaria.webhooks.refused", "source", "whatsapp", "reason", "signature")
        .count();
  }
}
