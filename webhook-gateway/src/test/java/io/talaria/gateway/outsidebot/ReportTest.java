package io.talaria.gateway.outsidebot;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.gateway.GatewayScenario;
import io.talaria.gateway.Watched;
import io.talaria.journal.Sealed;
import io.talaria.journey.OutsideSpoke;
import io.talaria.journey.Phase;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** What a bot that speaks to candidates itself may tell, and what it hears. */
@TestPropertySource(properties = "talaria.bots.http.dispatcher.secret=a-secret-of-16ch")
class ReportTest extends GatewayScenario {
  private static final String SECRET = "a-secret-of-16ch";

  @Autowired Sealed sealed;
  private Watched ana;

  @BeforeEach
  void ana() throws IOException {
    try (var yaml = getClass().getResourceAsStream("/definitions/existing-bot.yaml")) {
      String text = new String(Objects.requireNonNull(yaml).readAllBytes(), StandardCharsets.UTF_8);
      jdbc.sql(
              """
              insert into definition_version (account_id, name, plan, text_revision, yaml, plan_hash, text_hash)
              values (?, 'existing-bot', 1, 0, ?, '-', '-') on conflict do nothing
              """)
          .params(ACCOUNT, text)
          .update();
    }
    ana = new Watched(jdbc, sealed, Phase.OBSERVE);
  }

  @Test
  void what_it_said_is_in_the_transcript_and_its_journey_is_told() {
    HttpResponse<String> answer =
        report(
            """
            {"id": "r1-%1$s", "in_reply_to": "%2$s", "stage": "interview", "step": "time",
             "answers": {"shift": "night"}, "messages": [{"text": "Quando?", "wamid": "wamid.%1$s"}]}
            """
                .formatted(ana.candidate, ana.wamid));

    assertThat(answer.statusCode()).isEqualTo(202);
    soon(
        () ->
            assertThat(spoken())
                .singleElement()
                .satisfies(
                    spoke -> {
                      assertThat(spoke.stage()).isEqualTo("interview");
                      assertThat(spoke.answers()).containsEntry("shift", "night");
                      assertThat(spoke.awaits()).isTrue();
                    }));
    assertThat(
            row(
                "select direction, author, seq, sealed_text, wamid from message where candidate_id = ? and direction = 'OUT'",
                ana.candidate))
        .containsEntry("author", "BOT")
        .containsEntry("seq", 2L)
        .containsEntry("wamid", "wamid." + ana.candidate)
        .satisfies(row -> assertThat(opened(row.get("sealed_text"))).isEqualTo("Quando?"));
    assertThat(row("select state from send_intent where candidate_id = ?", ana.candidate))
        .containsEntry("state", "SENT");
  }

  @Test
  void the_same_report_again_is_kept_once() {
    String body =
        "{\"id\": \"again-%s\", \"in_reply_to\": \"%s\", \"messages\": [{\"text\": \"Oi\"}]}"
            .formatted(ana.candidate, ana.wamid);

    assertThat(report(body).statusCode()).isEqualTo(202);
    assertThat(report(body).statusCode()).isEqualTo(202);

    assertThat(count("select count(*) from send_intent where candidate_id = ?", ana.candidate))
        .isEqualTo(1);
    assertThat(count("select count(*) from outside_report where candidate_id = ?", ana.candidate))
        .isEqualTo(1);
  }

  @Test
  void a_report_waits_while_the_engine_is_away() {
    journeys.away = true;
    report("{\"id\": \"w-%s\", \"in_reply_to\": \"%s\"}".formatted(ana.candidate, ana.wamid));
    assertThat(
            count(
                "select count(*) from outside_report where candidate_id = ? and told_at is null",
                ana.candidate))
        .isEqualTo(1);

    journeys.away = false;
    soon(() -> assertThat(spoken()).hasSize(1));
  }

  @Test
  void where_talaria_speaks_nobody_writes_beside_it() {
    var bruno = new Watched(jdbc, sealed, null);

    HttpResponse<String> answer =
        report("{\"id\": \"c\", \"in_reply_to\": \"%s\"}".formatted(bruno.wamid));

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("Talaria speaks in this conversation");
  }

  @Test
  void a_message_that_is_not_here_yet_may_be_reported_again() {
    HttpResponse<String> answer = report("{\"id\": \"n\", \"in_reply_to\": \"wamid.later\"}");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("Retry-After")).contains("5");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"id": "x", "in_reply_to": "W", "stage": "onboarding"}         | 422 | stage is none
          {"id": "x", "in_reply_to": "W", "step": "salary"}              | 422 | no question of its stage
          {"id": "x", "in_reply_to": "W", "answers": {"salary": "1"}}    | 422 | no question of its stage
          {"id": "x", "in_reply_to": "W", "answers": {"shift": "Noite"}} | 422 | answer shift: one of day, night, any was expected
          {"id": "x", "in_reply_to": "W", "language": "fr"}              | 422 | language is none
          {"id": "x"}                                                    | 400 | in_reply_to is a text
          {"id": "x", "in_reply_to": "W", "messages": [{}]}              | 400 | text is a text of 1 to 4096
          {"id": "x", "in_reply_to": "W", "mesages": []}                 | 400 | no others
          {"id": "x", "in_reply_to": "W", "needs_human": {"reason": "!"}} | 400 | needs_human.reason is a code
          {"id": "x", "in_reply_to": "W", "ending": "gone"}              | 400 | ending is completed or rejected
          <html>                                                         | 400 | no report
          """)
  void what_is_wrong_is_told_in_a_sentence(String body, int status, String sentence) {
    HttpResponse<String> answer = report(body.replace("\"W\"", "\"" + ana.wamid + "\""));

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).contains(sentence);
    assertThat(count("select count(*) from outside_report where candidate_id = ?", ana.candidate))
        .isZero();
  }

  @Test
  void an_unsigned_or_old_report_is_refused() {
    byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
    long now = Instant.now().getEpochSecond();

    assertThat(post(body, now, "sha256=00").statusCode()).isEqualTo(401);
    assertThat(post(body, now, signature(body, now, "another-secret-ab")).statusCode())
        .isEqualTo(401);
    assertThat(post(body, now - 301, signature(body, now - 301, SECRET)).statusCode())
        .isEqualTo(401);
    assertThat(post(body, now, signature(body, now, SECRET)).statusCode()).isEqualTo(400);
  }

  private List<OutsideSpoke> spoken() {
    return journeys.spoken.stream()
        .filter(
            spoke ->
                count(
                        "select count(*) from outside_report where id = ? and candidate_id = ?",
                        spoke.id(),
                        ana.candidate)
                    == 1)
        .distinct()
        .toList();
  }

  private HttpResponse<String> report(String json) {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    long now = Instant.now().getEpochSecond();
    return post(body, now, signature(body, now, SECRET));
  }

  private HttpResponse<String> post(byte[] body, long timestamp, String signature) {
    try {
      return HTTP.send(
          HttpRequest.newBuilder(uri("/api/v1/bots/dispatcher/reports"))
              .header("Content-Type", "application/json")
              .header("X-Talaria-Timestamp", String.valueOf(timestamp))
              .header("X-Talaria-Signature", signature)
              .POST(BodyPublishers.ofByteArray(body))
              .build(),
          BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String signature(byte[] body, long timestamp, String secret) {
    byte[] signed =
        (timestamp + "." + new String(body, StandardCharsets.UTF_8))
            .getBytes(StandardCharsets.UTF_8);
    return signed(signed, secret);
  }
}
