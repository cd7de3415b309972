package io.talaria.gateway.inbox;

import static io.talaria.gateway.Updates.BUSINESS;
import static io.talaria.gateway.Updates.NUMBER;
import static io.talaria.gateway.Updates.delivery;
import static io.talaria.gateway.Updates.messages;
import static io.talaria.gateway.Updates.newPhone;
import static io.talaria.gateway.Updates.newWamid;
import static io.talaria.gateway.Updates.status;
import static io.talaria.gateway.Updates.statuses;
import static io.talaria.gateway.Updates.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.gateway.GatewayScenario;
import io.talaria.gateway.Sends;
import io.talaria.journal.inbox.AccountNews;
import io.talaria.journal.inbox.TemplateNews;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What WhatsApp tells of more than one message: numbers, templates, and what people want. */
class AccountNewsTest extends GatewayScenario {
  @Autowired AccountNews news;
  @Autowired TransactionTemplate transaction;
  private Sends sends;

  @BeforeEach
  void aJourney() {
    sends = new Sends(jdbc);
  }

  @AfterEach
  void forgetAll() {
    jdbc.sql("delete from number_hold").update();
    jdbc.sql("delete from template_hold").update();
  }

  @Test
  void a_template_is_held_from_its_pause_until_it_is_approved() {
    long paused = Instant.now().getEpochSecond();
    delivered(template("PAUSED", paused - 60));
    delivered(template("PAUSED", paused - 60));
    assertThat(heldTemplates()).isOne();

    delivered(template("APPROVED", paused - 3600));
    assertThat(heldTemplates()).as("an approval of before says nothing").isOne();
    delivered(template("APPROVED", paused + 60));
    assertThat(heldTemplates()).isZero();
  }

  @Test
  void a_pause_of_yesterday_that_is_told_again_holds_nothing() {
    delivered(template("PAUSED", Instant.now().getEpochSecond() - 86_400));
    assertThat(heldTemplates()).isZero();
  }

  @Test
  void of_several_clients_it_counts_for_those_with_candidates_of_that_business() {
    UUID other = UUID.randomUUID();
    jdbc.sql("insert into account (id, name) values (?, 'other')").param(other).update();
    var told =
        new TemplateNews(
            "business-of-nobody",
            List.of(ACCOUNT, other),
            "order_confirmation",
            "en_US",
            false,
            Instant.now());
    transaction.executeWithoutResult(status -> news.heard(told));
    assertThat(heldTemplates()).isZero();

    jdbc.sql(
            """
            insert into contact_alias
              (id, account_id, candidate_id, channel, scope, kind, value_token, sealed_value)
            values (gen_random_uuid(), ?, ?, 'whatsapp', 'business-of-nobody', 'bsuid', 'BR.1', '')
            """)
        .params(other, sends.candidate)
        .update();
    transaction.executeWithoutResult(status -> news.heard(told));
    assertThat(heldTemplates()).isOne();
    assertThat(row("select account_id from template_hold where name = 'order_confirmation'"))
        .containsEntry("account_id", other);
  }

  @Test
  void who_stops_marketing_at_whatsapp_is_remembered_until_they_want_it_again() {
    String phone = newPhone();
    delivered(messages(text(phone, newWamid(), Instant.now().getEpochSecond(), "oi")));

    delivered(preference(phone, "stop", 1_731_705_721));
    delivered(preference(phone, "stop", 1_731_705_721));
    assertThat(bars(phone)).isOne();
    delivered(preference(phone, "resume", 1_731_705_800));
    assertThat(bars(phone)).isZero();
    delivered(preference(phone, "stop", 1_731_705_721));
    assertThat(bars(phone)).as("told again, late").isZero();
  }

  @Test
  void what_somebody_unknown_wants_is_nobodys_matter() {
    long aside = count("select count(*) from quarantine");
    delivered(preference(newPhone(), "stop", 1_731_705_721));
    assertThat(count("select count(*) from quarantine")).isEqualTo(aside);
  }

  @Test
  void a_template_that_failed_after_its_acceptance_is_remembered_as_one_that_was_refused() {
    String wamid = newWamid();
    String key = template(wamid);

    delivered(failed(wamid, key, 131049));
    delivered(failed(wamid, key, 131049));

    assertThat(
            row("select template, error_code, until from marketing_bar where intent_key = ?", key))
        .containsEntry("template", "come_back")
        .containsEntry("error_code", 131049);
    assertThat(count("select count(*) from marketing_bar where intent_key = ?", key)).isOne();
  }

  @Test
  void a_failure_for_the_accounts_sake_holds_the_number_though_it_was_accepted() {
    String wamid = newWamid();
    String key = sends.send("SENT", wamid, Instant.now());

    delivered(failed(wamid, key, 131042));

    assertThat(row("select error_code, trial_key from number_hold where number_id = ?", NUMBER))
        .containsEntry("error_code", 131042)
        .containsEntry("trial_key", key);
  }

  @Test
  void it_is_lifted_by_a_later_send_that_whatsapp_passes_on_and_by_no_earlier_one() {
    String early = newWamid();
    String earlyKey = sends.send("SENT", early, Instant.now());
    String bad = newWamid();
    delivered(failed(bad, sends.send("SENT", bad, Instant.now()), 131042));
    long now = Instant.now().getEpochSecond();

    delivered(statuses(status(early, "delivered", now, earlyKey)));
    assertThat(heldNumbers()).isOne();
    String later = newWamid();
    delivered(statuses(status(later, "sent", now, sends.send("SENT", later, Instant.now()))));
    assertThat(heldNumbers()).isZero();
  }

  @Test
  void where_only_some_sends_fail_one_hold_goes_on_and_is_told_once() {
    fails();
    jdbc.sql("update number_hold set told_at = clock_timestamp()").update();
    passedOn();
    assertThat(heldNumbers()).isZero();
    assertThat(count("select count(*) from number_hold where tell_at <= clock_timestamp()"))
        .as("a lull isn't told as the end")
        .isZero();

    fails();

    assertThat(heldNumbers()).isOne();
    assertThat(count("select count(*) from number_hold")).isOne();
  }

  @Test
  void what_fails_after_the_end_was_told_is_another_hold() {
    fails();
    passedOn();
    jdbc.sql("update number_hold set tell_at = clock_timestamp(), lift_told_at = clock_timestamp()")
        .update();

    fails();

    assertThat(heldNumbers()).isOne();
    assertThat(count("select count(*) from number_hold")).isEqualTo(2);
  }

  private void fails() {
    String wamid = newWamid();
    delivered(failed(wamid, sends.send("SENT", wamid, Instant.now()), 131042));
  }

  private void passedOn() {
    String wamid = newWamid();
    String key = sends.send("SENT", wamid, Instant.now());
    delivered(statuses(status(wamid, "sent", Instant.now().getEpochSecond(), key)));
  }

  @Test
  void what_failed_before_the_number_was_lifted_does_not_hold_it_again() {
    String late = newWamid();
    String lateKey = sends.send("SENT", late, Instant.now());
    String bad = newWamid();
    delivered(failed(bad, sends.send("SENT", bad, Instant.now()), 131042));
    jdbc.sql("update number_hold set lifted_at = clock_timestamp()").update();

    delivered(failed(late, lateKey, 131042));

    assertThat(heldNumbers()).isZero();
  }

  @Test
  void a_failure_of_yesterday_holds_nothing() {
    String wamid = newWamid();
    String key = sends.send("SENT", wamid, Instant.now());
    Map<String, Object> old = failure(wamid, key, 131042);
    old.put("timestamp", String.valueOf(Instant.now().getEpochSecond() - 86_400));

    delivered(statuses(old));

    assertThat(heldNumbers()).isZero();
  }

  private String template(String wamid) {
    String key = sends.send("SENT", wamid, Instant.now());
    jdbc.sql(
            """
            update send_intent set sealed_content = '\\x00'::bytea || convert_to(
              '{"type":"template","name":"come_back","language":"pt_BR","body":"Oi","parameters":[]}',
              'UTF8')
            where key = ?
            """)
        .param(key)
        .update();
    return key;
  }

  private static String failed(String wamid, String key, int code) {
    return statuses(failure(wamid, key, code));
  }

  private static Map<String, Object> failure(String wamid, String key, int code) {
    Map<String, Object> status =
        new HashMap<>(status(wamid, "failed", Instant.now().getEpochSecond(), key));
    status.put("errors", List.of(Map.of("code", code, "title", "no")));
    return status;
  }

  private static String template(String event, long time) {
    return """
        {"object":"whatsapp_business_account","entry":[{"id":"%s","time":%d,"changes":[{
          "field":"message_template_status_update","value":{"event":"%s",
          "message_template_id":1,"message_template_name":"order_confirmation",
          "message_template_language":"en-US","reason":"NONE"}}]}]}
        """
        .formatted(BUSINESS, time, event);
  }

  private static String preference(String phone, String value, long at) {
    return delivery(
            Map.of(
                "contacts",
                List.of(Map.of("wa_id", phone)),
                "user_preferences",
                List.of(
                    Map.of(
                        "wa_id", phone,
                        "category", "marketing_messages",
                        "value", value,
                        "timestamp", at))))
        .replace("\"messages\"", "\"user_preferences\"");
  }

  private long heldTemplates() {
    return count(
        """
        select count(*) from template_hold
        where name = 'order_confirmation' and language = 'en_US' and lifted_at is null
        """);
  }

  private long heldNumbers() {
    return count("select count(*) from number_hold where lifted_at is null");
  }

  private long bars(String phone) {
    return count(
        """
        select count(*) from marketing_bar b join contact_alias a on a.candidate_id = b.candidate_id
        where a.value_token = ? and b.lifted_at is null
        """,
        phone);
  }
}
