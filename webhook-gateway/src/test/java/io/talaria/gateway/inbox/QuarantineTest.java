package io.talaria.gateway.inbox;

import static io.talaria.gateway.Updates.delivery;
import static io.talaria.gateway.Updates.messages;
import static io.talaria.gateway.Updates.newPhone;
import static io.talaria.gateway.Updates.newWamid;
import static io.talaria.gateway.Updates.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.gateway.GatewayScenario;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuarantineTest extends GatewayScenario {
  private static final long AT = 1_750_000_000L;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "^^|empty|^^",
        "not json at all|not_json|^^",
        "{\"entry\":[{\"id\":\"1\",\"chang|not_json|^^",
        "[1,2]|no_entries|^^",
        "{\"object\":\"page\"}|no_entries|^^",
        "{\"entry\":[]}|no_entries|^^",
        "{\"entry\":[7]}|no_changes|/entry/0",
        "{\"entry\":[{\"changes\":[{\"field\":\"messages\"}]}]}|no_value|/entry/0/changes/0",
        "{\"entry\":[{\"changes\":[{\"field\":\"messages\",\"value\":{\"metadata\":{\"phone_number_id\":\"999\"},\"messages\":[{}]}}]}]}|unknown_number|/entry/0/changes/0",
      })
  void well_signed_rubbish_is_stored_with_a_reason(String body, String reason, String item) {
    delivered(body);
    Map<String, Object> newest =
        row(
            "select q.* from quarantine q join webhook_delivery d on d.id = q.delivery_id"
                + " order by d.received_at desc limit 1");
    assertThat(newest).containsEntry("reason", reason).containsEntry("item", item);
    assertThat((String) newest.get("detail")).endsWith(".");
  }

  @Test
  void rubbish_nested_without_end_is_answered_as_well() {
    delivered("[".repeat(100_000));
    assertThat(row("select reason from quarantine order by created_at desc limit 1"))
        .containsEntry("reason", "not_json");
  }

  @Test
  void a_message_without_sender_or_id_is_set_aside_alone() {
    String good = newWamid();
    delivered(
        messages(
            text(null, newWamid(), AT, "quem sou eu?"),
            text(newPhone(), null, AT, "sem id"),
            text(newPhone(), good, AT, "oi")));
    UUID delivery = deliveryOf(good);
    assertThat(
            rows(
                "select item, reason from quarantine where delivery_id = ? order by item",
                delivery))
        .containsExactly(
            Map.of("item", "/entry/0/changes/0/value/messages/0", "reason", "no_sender"),
            Map.of("item", "/entry/0/changes/0/value/messages/1", "reason", "no_id"));
  }

  @Test
  void a_poison_item_holds_up_no_other() {
    String before = newWamid();
    String after = newWamid();
    // PostgreSQL refuses to index so long a value; nothing before it in the way finds fault with
    // it.
    delivered(
        messages(
            text(newPhone(), before, AT, "um"),
            text(newPhone(), poison(), AT + 1, "veneno"),
            text(newPhone(), after, AT + 2, "dois")));
    assertThat(candidateOf(before)).isNotEqualTo(candidateOf(after));
    Map<String, Object> aside =
        row("select * from quarantine where delivery_id = ?", deliveryOf(after));
    assertThat(aside)
        .containsEntry("reason", "failing")
        .containsEntry("item", "/entry/0/changes/0/value/messages/1");
    assertThat((String) aside.get("detail")).doesNotContain("wamid.");
  }

  @Test
  void a_poison_item_at_the_end_lets_its_delivery_be_done() {
    String before = newWamid();
    delivered(
        messages(text(newPhone(), before, AT, "um"), text(newPhone(), poison(), AT + 1, "v")));
    assertThat(count("select count(*) from quarantine where delivery_id = ?", deliveryOf(before)))
        .isEqualTo(1);
  }

  @Test
  void retry_recovers_what_can_be_understood_by_now() {
    String wamid = newWamid();
    String body = messages(text(newPhone(), wamid, AT, "oi"));
    delivered(body);
    // As if it had been set aside by a build that did not understand it.
    UUID delivery = deliveryOf(wamid);
    jdbc.sql("update message set wamid = ? where wamid = ?").params(newWamid(), wamid).update();
    UUID aside = setAside(delivery, "/entry/0/changes/0");
    wantAgain(aside);

    soon(
        () ->
            assertThat(row("select settled_as from quarantine where id = ?", aside))
                .containsEntry("settled_as", "RECOVERED"));
    assertThat(candidateOf(wamid)).isNotNull();
  }

  @Test
  void retry_of_what_still_fails_counts_and_waits_for_the_next_wish() {
    delivered(
        "{\"entry\":[{\"id\":\"8\",\"changes\":[{\"field\":\"messages\",\"value\":{\"metadata\":{\"phone_number_id\":\"998\"}}}]}]}");
    UUID aside =
        (UUID)
            row("select id from quarantine where detail like '%phone_number_id 998 %'").get("id");
    wantAgain(aside);
    soon(
        () ->
            assertThat(
                    row(
                        "select attempts, retried_at, settled_at from quarantine where id = ?",
                        aside))
                .containsEntry("attempts", 2)
                .containsEntry("retried_at", null)
                .containsEntry("settled_at", null));
  }

  @Test
  void retry_of_a_whole_body_sets_aside_only_what_still_fails_in_it() {
    String good = newWamid();
    delivered(
        delivery(
            Map.of(
                "messages",
                List.of(text(newPhone(), good, AT, "oi"), text(null, newWamid(), AT, "?")))));
    UUID delivery = deliveryOf(good);
    jdbc.sql("delete from quarantine where delivery_id = ?").param(delivery).update();
    UUID aside = setAside(delivery, "");
    wantAgain(aside);
    soon(
        () ->
            assertThat(row("select settled_as from quarantine where id = ?", aside))
                .containsEntry("settled_as", "RECOVERED"));
    assertThat(
            rows(
                "select reason from quarantine where delivery_id = ? and settled_at is null",
                delivery))
        .containsExactly(Map.of("reason", "no_sender"));
  }

  private UUID setAside(UUID delivery, String item) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            "insert into quarantine (id, delivery_id, item, reason, detail) values (?, ?, ?, 'failing', '-')")
        .params(id, delivery, item)
        .update();
    return id;
  }

  private void wantAgain(UUID aside) {
    jdbc.sql("update quarantine set retried_at = now() where id = ?").param(aside).update();
  }

  private UUID deliveryOf(String wamid) {
    return jdbc.sql("select delivery_id from message where wamid = ?")
        .param(wamid)
        .query(UUID.class)
        .single();
  }

  private static String poison() {
    byte[] noise = new byte[8_000];
    new SecureRandom().nextBytes(noise);
    return "wamid." + HexFormat.of().formatHex(noise);
  }
}
