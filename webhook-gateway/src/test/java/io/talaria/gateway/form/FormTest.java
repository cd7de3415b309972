package io.talaria.gateway.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.gateway.GatewayScenario;
import io.talaria.gateway.Sends;
import io.talaria.gateway.Updates;
import io.talaria.journal.Sealed;
import io.talaria.journal.form.FormLinks;
import io.talaria.journey.JourneyState;
import io.talaria.journey.MessageReceived;
import io.talaria.journey.MessageReceived.Kind;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

class FormTest extends GatewayScenario {
  private static final String SECRET = "the-secret-of-profiles";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Autowired FormLinks links;
  @Autowired Sealed sealed;

  @Test
  void a_form_is_a_message_of_its_candidate_and_told_to_the_journey() {
    Sends ana = new Sends(jdbc);

    HttpResponse<String> answer =
        handIn(body(token(ana, tomorrow()), Map.of("height", 178, "name", "Ana", "travels", true)));

    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(answer.body()).contains("\"late\":false");
    assertThat(row("select kind, seq, wamid from message where candidate_id = ?", ana.candidate))
        .containsEntry("kind", "form")
        .containsEntry("seq", 1L)
        .containsEntry("wamid", null);
    soon(
        () -> {
          MessageReceived heard = heard(ana);
          assertThat(heard.kind()).isEqualTo(Kind.FORM);
          assertThat(heard.text()).isEmpty();
          assertThat(heard.numberId()).isEqualTo(Updates.NUMBER);
          assertThat(heard.form().formId()).isEqualTo("profile");
          assertThat(heard.form().counts()).isTrue();
          assertThat(heard.form().fields())
              .isEqualTo(Map.of("height", "178", "name", "Ana", "travels", "true"));
        });
  }

  @Test
  void a_form_told_ten_times_at_once_is_one_message_and_ten_times_the_same_answer()
      throws Exception {
    Sends ana = new Sends(jdbc);
    String body = body(token(ana, tomorrow()), Map.of("height", 178));
    try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Integer> once = () -> handIn(body).statusCode();
      for (Future<Integer> answer : senders.invokeAll(java.util.Collections.nCopies(10, once))) {
        assertThat(answer.get()).isEqualTo(202);
      }
    }
    workedOff();
    // in another order of its fields it is the same form still
    assertThat(
            handIn("{\"fields\":{\"height\":178},\"token\":" + quoted(token(ana, tomorrow())) + "}")
                .statusCode())
        .isEqualTo(202);
    workedOff();
    assertThat(count("select count(*) from message where candidate_id = ?", ana.candidate)).isOne();
    assertThat(
            count(
                "select count(*) from quarantine q join webhook_delivery d on d.id ="
                    + " q.delivery_id where d.source = 'form' and position(convert_to(?, 'UTF8') in d.body) > 0",
                token(ana, tomorrow())))
        .isZero();
  }

  @Test
  void other_answers_through_the_same_link_are_another_message() {
    Sends ana = new Sends(jdbc);
    handIn(body(token(ana, tomorrow()), Map.of("height", 178)));
    handIn(body(token(ana, tomorrow()), Map.of("height", 179)));
    workedOff();
    assertThat(count("select count(*) from message where candidate_id = ?", ana.candidate))
        .isEqualTo(2);
  }

  @Test
  void what_is_signed_wrongly_leaves_nothing_behind() {
    Sends ana = new Sends(jdbc);
    byte[] body = bytes(body(token(ana, tomorrow()), Map.of("height", 178)));
    long before = count("select count(*) from webhook_delivery");

    assertThat(handIn("profile", body, signed(body, "another-secret")).statusCode()).isEqualTo(401);
    assertThat(handIn("profile", body, null).statusCode()).isEqualTo(401);
    assertThat(handIn("profile", body, "sha256=xyz").body()).contains("X-Talaria-Signature");

    assertThat(count("select count(*) from webhook_delivery")).isEqualTo(before);
    assertThat(count("select count(*) from message where candidate_id = ?", ana.candidate))
        .isZero();
  }

  @Test
  void while_a_secret_is_changed_the_one_before_is_believed() {
    Sends ana = new Sends(jdbc);
    byte[] body = bytes(body(token(ana, tomorrow()), Map.of("height", 178)));
    assertThat(handIn("profile", body, signed(body, "the-secret-before-it")).statusCode())
        .isEqualTo(202);
  }

  @Test
  void a_late_form_is_kept_and_told_but_answers_nothing() {
    Sends ana = new Sends(jdbc);
    HttpResponse<String> answer =
        handIn(body(token(ana, Instant.now().minusSeconds(60)), Map.of("height", 178)));
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(answer.body()).contains("\"late\":true");
    soon(() -> assertThat(heard(ana).form().counts()).isFalse());
  }

  @Test
  void a_form_for_a_finished_journey_is_told_as_long_as_its_run_listens() {
    Sends ana = new Sends(jdbc);
    ended(ana, Duration.ofDays(2));
    handIn(body(token(ana, tomorrow()), Map.of("height", 178)));
    soon(() -> assertThat(heard(ana).form().counts()).isTrue());
  }

  @Test
  void a_form_for_a_closed_journey_is_shown_and_begins_no_new_one() {
    Sends ana = new Sends(jdbc);
    ended(ana, Duration.ofDays(31));
    assertThat(handIn(body(token(ana, tomorrow()), Map.of("height", 178))).statusCode())
        .isEqualTo(202);
    workedOff();
    assertThat(
            count(
                "select count(*) from message where candidate_id = ? and taken_in_at is not null",
                ana.candidate))
        .isOne();
    assertThat(journeys.heardOf(ana.candidate)).isEmpty();
  }

  @Test
  void a_form_of_an_earlier_journey_answers_nothing_in_the_next_one() {
    Sends ana = new Sends(jdbc);
    ended(ana, Duration.ofDays(40));
    jdbc.sql(
            """
            insert into journey (id, account_id, candidate_id, number_id, definition_name, plan, run_id,
                                 generation, stage, language, started_at)
            values (?, ?, ?, ?, 'tech-hiring', 1, 'run', 2, 'initial_contact', 'pt', now() + interval '1 second')
            """)
        .params(UUID.randomUUID(), ACCOUNT, ana.candidate, Updates.NUMBER)
        .update();
    handIn(body(token(ana, tomorrow()), Map.of("height", 178)));
    soon(() -> assertThat(heard(ana).form().counts()).isFalse());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "not json|not_json",
        "[1]|no_token",
        "{\"token\":7,\"fields\":{}}|no_token",
        "{\"token\":\"abc\",\"fields\":{}}|unknown_link",
        "{\"token\":\"a.b\",\"fields\":{}}|unknown_link",
        "{\"token\":\"TOKEN\"}|no_fields",
        "{\"token\":\"TOKEN\",\"fields\":[1]}|no_fields",
        "{\"token\":\"TOKEN\",\"fields\":{\"a\":{\"b\":1}}}|unfit_field",
        "{\"token\":\"TOKEN\",\"fields\":{\"\":1}}|unfit_field",
        "{\"token\":\"TOKEN\",\"fields\":{\"a\":1e999}}|unfit_field",
        "{\"token\":\"TOKEN\",\"fields\":{\"a\":[[1]]}}|unfit_field",
      })
  void well_signed_rubbish_is_refused_with_its_reason_and_kept(String body, String reason) {
    Sends ana = new Sends(jdbc);
    HttpResponse<String> answer = handIn(body.replace("TOKEN", token(ana, tomorrow())));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).contains("problem+json");
    workedOff();
    assertThat(row("select reason from quarantine order by created_at desc limit 1"))
        .containsEntry("reason", reason);
  }

  @Test
  void a_token_of_a_journey_that_is_not_here_goes_to_quarantine() {
    String token =
        links.link("{token}", UUID.randomUUID(), UUID.randomUUID(), "profile", tomorrow());
    assertThat(handIn(body(token, Map.of("a", 1))).statusCode()).isEqualTo(202);
    workedOff();
    assertThat(row("select reason from quarantine order by created_at desc limit 1"))
        .containsEntry("reason", "unknown_journey");
  }

  @Test
  void nobody_hands_in_a_form_of_another_provider() {
    Sends ana = new Sends(jdbc);
    byte[] body = bytes(body(token(ana, tomorrow()), Map.of("height", 178)));
    long before = count("select count(*) from webhook_delivery");
    assertThat(handIn("shifts", body, signed(body, "the-secret-of-shifts")).statusCode())
        .isEqualTo(422);
    assertThat(count("select count(*) from webhook_delivery")).isEqualTo(before);
  }

  @Test
  void a_form_that_nobody_configured_and_one_that_is_too_large_are_told_so() {
    byte[] body = bytes("{}");
    assertThat(handIn("nobodys", body, signed(body, SECRET)).statusCode()).isEqualTo(404);
    byte[] large = bytes("{\"token\":\"" + "x".repeat(FormDoor.LARGEST) + "\"}");
    assertThat(handIn("profile", large, signed(large, SECRET)).statusCode()).isEqualTo(413);
  }

  private MessageReceived heard(Sends who) {
    List<MessageReceived> heard = journeys.heardOf(who.candidate);
    assertThat(heard).isNotEmpty();
    return heard.getFirst();
  }

  private String token(Sends who, Instant expiresAt) {
    return links.link("{token}", who.candidate, who.journey, "profile", expiresAt);
  }

  private static final Instant TOMORROW = Instant.now().plus(Duration.ofDays(1));

  private static Instant tomorrow() {
    return TOMORROW;
  }

  /** It ended so long ago; its run listens for thirty days. */
  private void ended(Sends who, Duration ago) {
    JourneyState state = Ended.state(who.journey);
    jdbc.sql(
            "update journey set status = 'COMPLETED', ended_at = ?, started_at = ?, sealed_state = ?"
                + " where id = ?")
        .params(
            Instant.now().minus(ago).atOffset(ZoneOffset.UTC),
            Instant.now().minus(ago).minusSeconds(60).atOffset(ZoneOffset.UTC),
            sealed.json(who.candidate, state),
            who.journey)
        .update();
  }

  private static String body(String token, Map<String, Object> fields) {
    return JSON.writeValueAsString(Map.of("token", token, "fields", fields));
  }

  private static String quoted(String text) {
    return JSON.writeValueAsString(text);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private HttpResponse<String> handIn(String body) {
    byte[] bytes = bytes(body);
    return handIn("profile", bytes, signed(bytes, SECRET));
  }

  private HttpResponse<String> handIn(String form, byte[] body, String signature) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri("/api/v1/forms/" + form))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(body));
    if (signature != null) {
      request.header("X-Talaria-Signature", signature);
    }
    return send(request.build());
  }
}
