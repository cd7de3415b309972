package io.talaria.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.gateway.GatewayScenario;
import io.talaria.gateway.Updates;
import io.talaria.journal.inbox.InboundMessage.Sender;
import io.talaria.journey.JourneyStart;
import io.talaria.port.Journal;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

class ConversationsApiTest extends GatewayScenario {
  private static final String BASE = "/api/v1/conversations";
  private static final String KEY = "Bearer secret";

  @Autowired io.talaria.journal.journey.Journeys opening;

  private final UUID id = UUID.randomUUID();
  private final String phone =
      "+55119" + ThreadLocalRandom.current().nextInt(10_000_000, 100_000_000);

  @BeforeEach
  void aDefinitionWithATemplate() throws IOException {
    try (var yaml = Sender.class.getResourceAsStream("/definitions/tech-hiring.yaml")) {
      String text = new String(Objects.requireNonNull(yaml).readAllBytes(), StandardCharsets.UTF_8);
      jdbc.sql(
              """
              insert into definition_version (account_id, name, plan, text_revision, yaml, plan_hash, text_hash)
              values (?, 'planned-hiring', 1, 0, ?, '-', '-') on conflict do nothing
              """)
          .params(ACCOUNT, text)
          .update();
    }
  }

  @Test
  void a_start_is_planned_once_however_often_it_is_sent() {
    String wish = wish(id, inHours(2));
    assertThat(call("POST", "", wish).statusCode()).isEqualTo(201);
    HttpResponse<String> again = call("POST", "", wish);

    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.body()).contains("\"state\":\"PLANNED\"", "\"planned_by\":\"job-board\"");
    assertThat(count("select count(*) from planned_start where id = ?", id)).isEqualTo(1);
    assertThat(call("GET", "?limit=1000", "").body()).contains(id.toString());
    assertThat(call("POST", "", wish(UUID.randomUUID(), inHours(3))).body())
        .contains("planned_already", "change that one");
  }

  @Test
  void it_is_changed_and_cancelled_until_it_has_begun() {
    planned();
    Instant later = Instant.parse(inHours(5));
    assertThat(call("PUT", "/" + id, "{\"at\":\"" + later + "\"}").body())
        .contains(later.toString(), "\"changed_by\":\"job-board\"");
    assertThat(call("DELETE", "/" + id, "").body()).contains("CANCELLED");
    assertThat(call("DELETE", "/" + id, "").statusCode()).isEqualTo(200);

    assertThat(call("PUT", "/" + id, "{\"at\":\"" + later + "\"}").statusCode()).isEqualTo(409);
    assertThat(call("GET", "/" + id, "").body()).contains("CANCELLED");
    assertThat(call("DELETE", "/" + UUID.randomUUID(), "").statusCode()).isEqualTo(404);
    assertThat(call("POST", "", wish(UUID.randomUUID(), inHours(3))).statusCode()).isEqualTo(201);
  }

  @Test
  void who_wrote_without_the_ninth_digit_is_the_candidate_who_is_dialled_with_it() {
    String old = random8();
    UUID wrote = writesFrom("5531" + old);

    assertThat(call("POST", "", wishFor("+55 31 9" + old)).statusCode()).isEqualTo(201);

    assertThat(candidate()).isEqualTo(wrote);
    assertThat(sentTo(wrote)).isEqualTo("5531" + old);
  }

  @Test
  void who_was_dialled_with_the_ninth_digit_is_the_candidate_who_writes_without_it() {
    String old = random8();
    assertThat(call("POST", "", wishFor("+55 31 9" + old)).statusCode()).isEqualTo(201);
    assertThat(sentTo(candidate())).isEqualTo("55319" + old);

    assertThat(writesFrom("5531" + old)).isEqualTo(candidate());
  }

  /** An old mobile: eight digits, of which the first is no landline's. */
  private static String random8() {
    return "8" + ThreadLocalRandom.current().nextInt(1_000_000, 10_000_000);
  }

  /** Who WhatsApp says it is. */
  private UUID writesFrom(String waId) {
    String wamid = Updates.newWamid();
    delivered(Updates.messages(Updates.text(waId, wamid, Instant.now().getEpochSecond(), "oi")));
    return jdbc.sql("select candidate_id from message where wamid = ?")
        .param(wamid)
        .query(UUID.class)
        .single();
  }

  /** The address that a send would take. */
  private String sentTo(UUID candidate) {
    return jdbc.sql(
            """
            select value_token from contact_alias where candidate_id = ? and kind = 'phone'
            order by created_at desc limit 1
            """)
        .param(candidate)
        .query(String.class)
        .single();
  }

  @Test
  void when_its_time_has_come_its_journey_begins_once() {
    planned();
    isDue();
    soon(() -> assertThat(begun()).hasSize(1));
    JourneyStart start = begun().getFirst();

    Journal.Opened opened = open("run-1", List.of(), start.planned());
    Journal.Opened other = open("run-2", List.of(), start.planned());

    assertThat(opened.opened()).isTrue();
    assertThat(opened.startsAt()).isNotNull();
    assertThat(other.opened()).isFalse();
    assertThat(call("GET", "/" + id, "").body()).contains("STARTED", opened.journeyId().toString());
    assertThat(call("DELETE", "/" + id, "").statusCode()).isEqualTo(409);
    assertThat(call("POST", "", wish(UUID.randomUUID(), inHours(3))).body())
        .contains("journey_open");
  }

  @Test
  void one_that_is_cancelled_while_its_run_begins_opens_nothing() {
    planned();
    isDue();
    call("DELETE", "/" + id, "");
    assertThat(open("run-3", List.of(), id).opened()).isFalse();
  }

  @Test
  void a_candidate_who_writes_before_makes_it_void_and_that_is_told() {
    planned();
    UUID message = UUID.randomUUID();
    jdbc.sql(
            """
            insert into message (id, account_id, candidate_id, number_id, seq, direction, author, kind, wamid, sent_at)
            values (?, ?, ?, ?, 1, 'IN', 'CANDIDATE', 'text', ?, now())
            """)
        .params(message, ACCOUNT, candidate(), Updates.NUMBER, "wamid." + message)
        .update();

    Journal.Opened opened = open("run-4", List.of(message), null);

    assertThat(opened.startsAt()).isNull();
    assertThat(call("GET", "/" + id, "").body())
        .contains("VOID", "wrote_first", opened.journeyId().toString());
    assertThat(
            count(
                "select count(*) from event where journey_id = ? and type = 'PlannedStartVoid'",
                opened.journeyId()))
        .isEqualTo(1);
  }

  @Test
  void who_wants_no_messages_is_not_written_to_also_when_they_say_so_after_it_was_planned() {
    planned();
    optOut();
    isDue();
    soon(() -> assertThat(call("GET", "/" + id, "").body()).contains("VOID", "opted_out"));
    assertThat(begun()).isEmpty();
    assertThat(open("run-5", List.of(), id).opened()).isFalse();
    assertThat(call("POST", "", wish(UUID.randomUUID(), inHours(3))).body()).contains("opted_out");
  }

  @Test
  void it_waits_for_temporal_to_be_back() {
    planned();
    journeys.away = true;
    isDue();
    soon(
        () ->
            assertThat(
                    count(
                        "select count(*) from planned_start where id = ? and looked_at >"
                            + " '-infinity'",
                        id))
                .isEqualTo(1));
    assertThat(call("GET", "/" + id, "").body()).contains("PLANNED");

    journeys.away = false;
    jdbc.sql("update planned_start set looked_at = null where id = ?").param(id).update();
    soon(() -> assertThat(begun()).hasSize(1));
  }

  @Test
  void one_that_is_due_tells_which_limit_of_whatsapp_it_waits_for() {
    planned();
    jdbc.sql("insert into messaging_limit (account_id, configured) values (?, 1)")
        .param(ACCOUNT)
        .update();
    jdbc.sql(
            "insert into approach (candidate_id, account_id, last_at) values (?, ?, now()) on conflict do nothing")
        .params(writesFrom("5531" + random8()), ACCOUNT)
        .update();
    try {
      assertThat(call("GET", "/" + id, "").body()).as("not due").doesNotContain("waits_for");
      isDue();
      assertThat(call("GET", "/" + id, "").body()).contains("\"waits_for\":\"messaging_limit\"");
      jdbc.sql(
              """
              insert into spam_hold (id, account_id, number_id, until)
              values (?, ?, ?, now() + interval '1 day')
              """)
          .params(UUID.randomUUID(), ACCOUNT, Updates.NUMBER)
          .update();
      assertThat(call("GET", "?limit=1000", "").body())
          .contains("\"waits_for\":\"reported_number\"");
    } finally {
      jdbc.sql("delete from spam_hold").update();
      jdbc.sql("delete from messaging_limit").update();
      jdbc.sql("delete from approach").update();
    }
    soon(() -> assertThat(begun()).hasSize(1));
    assertThat(call("GET", "/" + id, "").body()).as("about to begin").doesNotContain("waits_for");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"phone\":\"911\" | 400 | country code",
        "\"at\":\"tomorrow\" | 400 | with its offset",
        "\"at\":\"2020-01-01T00:00:00Z\" | 422 | lies behind",
        "\"at\":\"2999-01-01T00:00:00Z\" | 422 | a year ahead",
        "\"number\":\"1\" | 422 | No business number",
        "\"definition\":\"nothing\" | 422 | No definition",
        "\"opt_in\":\"\" | 400 | is missing",
        "\"id\":\"7\" | 400 | UUID",
        "\"phon\":\"7\" | 400 | is unknown; expected one of"
      })
  void what_cant_be_planned_is_refused_with_what_to_do(String wrong, int status, String told) {
    String wish = wish(id, inHours(2));
    String key = wrong.substring(0, wrong.indexOf(':'));
    String body =
        wish.contains(key + ":")
            ? wish.replaceFirst(key + ":\"[^\"]*\"", wrong)
            : wish.replaceFirst("}$", "," + wrong + "}");
    HttpResponse<String> answer = call("POST", "", body);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).contains(told);
    assertThat(count("select count(*) from planned_start where id = ?", id)).isZero();
  }

  @Test
  void nobody_without_a_key_plans_anything() {
    var request =
        HttpRequest.newBuilder(uri(BASE)).POST(BodyPublishers.ofString(wish(id, inHours(1))));
    assertThat(send(request.build()).statusCode()).isEqualTo(401);
  }

  private void planned() {
    assertThat(call("POST", "", wish(id, inHours(2))).statusCode()).isEqualTo(201);
  }

  private void isDue() {
    jdbc.sql("update planned_start set at = now() - interval '1 second' where id = ?")
        .param(id)
        .update();
  }

  private UUID candidate() {
    return jdbc.sql("select candidate_id from planned_start where id = ?")
        .param(id)
        .query(UUID.class)
        .single();
  }

  private void optOut() {
    UUID message = UUID.randomUUID();
    UUID candidate = candidate();
    jdbc.sql(
            """
            insert into message (id, account_id, candidate_id, number_id, seq, direction, author, kind, wamid, sent_at, taken_in_at)
            values (?, ?, ?, ?, 1, 'IN', 'CANDIDATE', 'text', ?, now(), now())
            """)
        .params(message, ACCOUNT, candidate, Updates.NUMBER, "wamid." + message)
        .update();
    UUID journey = UUID.randomUUID();
    jdbc.sql(
            """
            insert into journey (id, account_id, candidate_id, number_id, definition_name, plan, run_id,
                                 generation, stage, language, status)
            values (?, ?, ?, ?, 'planned-hiring', 1, 'run-0', 1, 'initial_contact', 'en', 'OPTED_OUT')
            """)
        .params(journey, ACCOUNT, candidate, Updates.NUMBER)
        .update();
    jdbc.sql(
            """
            insert into opt_out (message_id, account_id, candidate_id, journey_id, channel, said_at)
            values (?, ?, ?, ?, 'whatsapp', now())
            """)
        .params(message, ACCOUNT, candidate, journey)
        .update();
  }

  private List<JourneyStart> begun() {
    return journeys.begun.stream().filter(start -> id.equals(start.planned())).toList();
  }

  private Journal.Opened open(String run, List<UUID> messages, UUID planned) {
    return opening.open(
        new Journal.Open(
            ACCOUNT,
            candidate(),
            "planned-hiring",
            Updates.NUMBER,
            "BR",
            run + candidate(),
            messages,
            null,
            planned));
  }

  private static String inHours(int hours) {
    // PostgreSQL keeps microseconds.
    return Instant.now().plus(Duration.ofHours(hours)).truncatedTo(ChronoUnit.MICROS).toString();
  }

  private String wishFor(String dialled) {
    return wish(id, inHours(2)).replace(phone, dialled);
  }

  private String wish(UUID start, String at) {
    return """
    {"id":"%s","number":"%s","phone":"%s","name":"Ana","definition":"planned-hiring","at":"%s","opt_in":"site, 2026-11-02"}\
    """
        .formatted(start, Updates.NUMBER, phone, at);
  }

  private HttpResponse<String> call(String method, String path, String body) {
    return send(
        HttpRequest.newBuilder(uri(BASE + path))
            .header("Authorization", KEY)
            // As curl says it of whatever it sends.
            .header("Content-Type", "application/x-www-form-urlencoded")
            .method(method, BodyPublishers.ofString(body))
            .build());
  }
}
