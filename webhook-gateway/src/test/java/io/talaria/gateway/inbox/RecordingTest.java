package io.talaria.gateway.inbox;

import static io.talaria.gateway.Updates.contact;
import static io.talaria.gateway.Updates.delivery;
import static io.talaria.gateway.Updates.message;
import static io.talaria.gateway.Updates.messages;
import static io.talaria.gateway.Updates.newPhone;
import static io.talaria.gateway.Updates.newWamid;
import static io.talaria.gateway.Updates.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.gateway.GatewayScenario;
import io.talaria.journey.MessageReceived.Kind;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class RecordingTest extends GatewayScenario {
  private static final long AT = 1_750_000_000L;

  @Autowired DataSource database;

  @Test
  void a_text_is_recorded_with_its_person_and_told_to_the_journey() {
    String phone = newPhone();
    String wamid = newWamid();
    delivered(
        delivery(
            Map.of(
                "contacts", List.of(contact(phone, "Ána Luíza")),
                "messages", List.of(text(phone, wamid, AT, "oi, tudo bem? 🎉")))));

    Map<String, Object> message = row("select * from message where wamid = ?", wamid);
    assertThat(opened(message.get("sealed_text"))).isEqualTo("oi, tudo bem? 🎉");
    assertThat(message).containsEntry("kind", "text").containsEntry("seq", 1L);
    UUID candidate = candidateOf(wamid);
    Map<String, Object> person = row("select * from candidate where id = ?", candidate);
    assertThat(opened(person.get("sealed_name"))).isEqualTo("Ána Luíza");
    assertThat(person).containsEntry("country", "BR");
    assertThat(row("select type, cause from event where candidate_id = ?", candidate))
        .containsEntry("type", "MessageReceived")
        .containsEntry("cause", "message:" + message.get("id"));
    soon(
        () -> {
          var heard = journeys.heardOf(candidate);
          assertThat(heard).hasSize(1);
          assertThat(heard.getFirst().text()).isEqualTo("oi, tudo bem? 🎉");
          assertThat(heard.getFirst().kind()).isEqualTo(Kind.TEXT);
          assertThat(heard.getFirst().sentAt()).isEqualTo(Instant.ofEpochSecond(AT));
        });
    var start =
        journeys.messages.stream()
            .filter(m -> m.candidateId().equals(candidate))
            .findFirst()
            .orElseThrow()
            .start();
    assertThat(start.definition()).isEqualTo("tech-hiring");
    assertThat(start.country()).isEqualTo("BR");
  }

  @Test
  void what_tells_one_thing_is_recorded_in_the_commit_that_stores_it() {
    String wamid = newWamid();
    assertThat(post(messages(text(newPhone(), wamid, AT, "oi"))).statusCode()).isEqualTo(200);

    assertThat(
            count(
                """
                select count(*) from message m join webhook_delivery d on d.id = m.delivery_id
                join event e on e.cause = 'message:' || m.id
                where m.wamid = ? and e.tx::text = d.xmin::text and d.done_at is not null
                """,
                wamid))
        .isOne();
  }

  @Test
  void while_its_candidate_is_locked_eight_deliveries_wait_and_the_others_are_stored_alone()
      throws SQLException {
    String phone = newPhone();
    String first = newWamid();
    delivered(messages(text(phone, first, AT, "oi")));
    try (Connection holding = database.getConnection();
        ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
      holding.setAutoCommit(false);
      holding.createStatement().execute("select id from candidate for update");
      List<Future<Integer>> answers =
          IntStream.range(0, 20)
              .mapToObj(n -> messages(text(phone, newWamid(), AT + n, "m" + n)))
              .map(body -> senders.submit(() -> post(body).statusCode()))
              .toList();
      soon(() -> assertThat(answers.stream().filter(Future::isDone).count()).isEqualTo(12));
      holding.rollback();
      for (Future<Integer> answer : answers) {
        assertThat(answer.get(20, TimeUnit.SECONDS)).isEqualTo(200);
      }
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError("A delivery was not answered", e);
    }
    workedOff();
    assertThat(count("select count(*) from message where candidate_id = ?", candidateOf(first)))
        .isEqualTo(21);
  }

  @Test
  void a_name_is_found_by_the_beginnings_of_its_words() throws SQLException {
    String phone = newPhone();
    String wamid = newWamid();
    delivered(
        delivery(
            Map.of(
                "contacts", List.of(contact(phone, "José D'Ávila")),
                "messages", List.of(text(phone, wamid, AT, "oi")))));
    Array tokens =
        (Array)
            row("select name_tokens from candidate where id = ?", candidateOf(wamid))
                .get("name_tokens");
    assertThat((String[]) tokens.getArray())
        .containsExactlyInAnyOrder("jo", "jos", "jose", "av", "avi", "avil", "avila");
  }

  @Test
  void tapped_buttons_and_rows_are_choices() {
    String phone = newPhone();
    String button = newWamid();
    String row = newWamid();
    String quick = newWamid();
    delivered(
        messages(
            message(
                phone,
                button,
                AT,
                "interactive",
                Map.of(
                    "type", "button_reply", "button_reply", Map.of("id", "yes", "title", "Sim"))),
            message(
                phone,
                row,
                AT + 1,
                "interactive",
                Map.of(
                    "type",
                    "list_reply",
                    "list_reply",
                    Map.of("id", "backend", "title", "Backend", "description", "Java"))),
            message(
                phone, quick, AT + 2, "button", Map.of("payload", "GO_ON", "text", "Continuar"))));

    assertThat(kind(button)).isEqualTo("button");
    assertThat(kind(row)).isEqualTo("list");
    assertThat(kind(quick)).isEqualTo("button");
    soon(
        () ->
            assertThat(journeys.heardOf(candidateOf(button)))
                .extracting(m -> m.kind() + ":" + m.choiceId() + ":" + m.text())
                .containsExactly(
                    "CHOICE:yes:Sim", "CHOICE:backend:Backend", "CHOICE:GO_ON:Continuar"));
  }

  @Test
  void what_is_not_understood_is_stored_with_what_can_be_shown() {
    String phone = newPhone();
    String video = newWamid();
    String strange = newWamid();
    String wild = newWamid();
    delivered(
        messages(
            message(phone, video, AT, "video", Map.of("id", "4711", "caption", "meu currículo")),
            message(phone, strange, AT + 1, "hologram", Map.of("x", 1)),
            message(phone, wild, AT + 2, "?!\u0000", Map.of("x", 1))));

    assertThat(kind(video)).isEqualTo("unsupported:video");
    assertThat(
            opened(
                row("select sealed_extra from message where wamid = ?", video).get("sealed_extra")))
        .contains("meu currículo")
        .contains("4711");
    assertThat(kind(strange)).isEqualTo("unsupported:hologram");
    assertThat(kind(wild)).isEqualTo("unsupported:unknown");
    soon(
        () ->
            assertThat(journeys.heardOf(candidateOf(video)))
                .extracting(m -> m.kind() + ":" + m.text())
                .containsExactly("UNSUPPORTED:", "UNSUPPORTED:", "UNSUPPORTED:"));
  }

  @Test
  void nul_and_half_characters_are_shown_as_replacement_and_kept_in_the_body() {
    String wamid = newWamid();
    String body =
        messages(text(newPhone(), wamid, AT, "a\u0000bHALFc🎉")).replace("HALF", "\\ud83d");
    delivered(body);
    assertThat(
            opened(
                row("select sealed_text from message where wamid = ?", wamid).get("sealed_text")))
        .isEqualTo("a\uFFFDb\uFFFDc🎉");
    assertThat(
            count(
                "select count(*) from webhook_delivery d join message m on m.delivery_id = d.id"
                    + " where m.wamid = ? and position(convert_to('\\u0000', 'UTF8') in d.body) > 0",
                wamid))
        .isEqualTo(1);
  }

  @Test
  void people_without_a_phone_number_are_known_by_their_user_id() {
    String user = "BR." + UUID.randomUUID().toString().replace("-", "");
    String first = newWamid();
    String second = newWamid();
    Map<String, Object> message = new HashMap<>(text(null, first, AT, "oi"));
    message.put("from_user_id", user);
    delivered(messages(message));
    // Later the phone number is told as well: the same person, with one name more.
    String phone = newPhone();
    Map<String, Object> later = new HashMap<>(text(phone, second, AT + 5, "voltei"));
    later.put("from_user_id", user);
    delivered(messages(later));

    UUID candidate = candidateOf(first);
    assertThat(candidateOf(second)).isEqualTo(candidate);
    assertThat(
            rows(
                "select kind, scope from contact_alias where candidate_id = ? order by kind",
                candidate))
        .containsExactly(
            Map.of("kind", "bsuid", "scope", "900100200300"), Map.of("kind", "phone", "scope", ""));
    assertThat(row("select country from candidate where id = ?", candidate))
        .containsEntry("country", "BR");
  }

  @Test
  void a_username_follows_its_bearer_and_identifies_nobody() {
    String username = "u" + UUID.randomUUID();
    String first = newWamid();
    String second = newWamid();
    for (String wamid : List.of(first, second)) {
      String phone = newPhone();
      delivered(
          delivery(
              Map.of(
                  "contacts",
                  List.of(
                      Map.of("wa_id", phone, "profile", Map.of("name", "X", "username", username))),
                  "messages",
                  List.of(text(phone, wamid, AT, "oi")))));
    }
    assertThat(candidateOf(second)).isNotEqualTo(candidateOf(first));
    assertThat(
            row(
                "select candidate_id from contact_alias where kind = 'username' and value_token = ?",
                username))
        .containsEntry("candidate_id", candidateOf(second));
  }

  @Test
  void a_changed_number_is_the_same_person_and_asks_nothing_of_the_journey() {
    String old = newPhone();
    String now = newPhone();
    String first = newWamid();
    String notice = newWamid();
    String after = newWamid();
    delivered(messages(text(old, first, AT, "oi")));
    delivered(
        messages(
            message(
                old,
                notice,
                AT + 1,
                "system",
                Map.of("type", "user_changed_number", "wa_id", now, "body", "User changed"))));
    delivered(messages(text(now, after, AT + 2, "sou eu")));

    UUID candidate = candidateOf(first);
    assertThat(candidateOf(notice)).isEqualTo(candidate);
    assertThat(candidateOf(after)).isEqualTo(candidate);
    soon(
        () ->
            assertThat(journeys.heardOf(candidate))
                .extracting(m -> m.text())
                .containsExactly("oi", "sou eu"));
  }

  @Test
  void the_messages_of_a_delivery_are_numbered_by_their_times() {
    String phone = newPhone();
    String late = newWamid();
    String early = newWamid();
    delivered(messages(text(phone, late, AT + 9, "dois"), text(phone, early, AT, "um")));
    assertThat(row("select seq from message where wamid = ?", early)).containsEntry("seq", 1L);
    assertThat(row("select seq from message where wamid = ?", late)).containsEntry("seq", 2L);
  }

  @Test
  void a_message_without_a_time_that_makes_sense_gets_the_time_of_its_arrival() {
    String wamid = newWamid();
    delivered(messages(text(newPhone(), wamid, -7, "oi")));
    assertThat(
            count(
                "select count(*) from message m join webhook_delivery d on d.id = m.delivery_id"
                    + " where m.wamid = ? and m.sent_at = d.received_at",
                wamid))
        .isEqualTo(1);
  }

  private Object kind(String wamid) {
    return row("select kind from message where wamid = ?", wamid).get("kind");
  }
}
