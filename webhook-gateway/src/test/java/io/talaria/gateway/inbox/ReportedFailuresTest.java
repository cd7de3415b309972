package io.talaria.gateway.inbox;

import static io.talaria.gateway.Updates.NUMBER;
import static io.talaria.gateway.Updates.newWamid;
import static io.talaria.gateway.Updates.status;
import static io.talaria.gateway.Updates.statuses;
import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.gateway.GatewayScenario;
import io.talaria.gateway.Sends;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a status says of more than its own send: of the number, of the template, of the person. */
class ReportedFailuresTest extends GatewayScenario {
  private Sends sends;

  @BeforeEach
  void aJourney() {
    sends = new Sends(jdbc);
  }

  @AfterEach
  void forgetAll() {
    jdbc.sql("delete from number_hold").update();
    jdbc.sql("delete from template_hold").update();
    jdbc.sql("delete from spam_hold").update();
  }

  @Test
  void what_failed_since_people_reported_the_number_stops_its_campaigns_unless_it_is_old() {
    String old = newWamid();
    Map<String, Object> yesterday = failure(old, sends.send("SENT", old, Instant.now()), 131048);
    yesterday.put("timestamp", String.valueOf(Instant.now().getEpochSecond() - 86_400));
    delivered(statuses(yesterday));
    assertThat(count("select count(*) from spam_hold")).isZero();

    String wamid = newWamid();
    delivered(failed(wamid, sends.send("SENT", wamid, Instant.now()), 131048));

    assertThat(row("select number_id from spam_hold where until > now()"))
        .containsEntry("number_id", NUMBER);
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
  void a_template_that_failed_for_its_pause_is_held_unless_that_was_yesterday() {
    String old = newWamid();
    Map<String, Object> yesterday = failure(old, template(old), 132015);
    yesterday.put("timestamp", String.valueOf(Instant.now().getEpochSecond() - 86_400));
    delivered(statuses(yesterday));
    assertThat(count("select count(*) from template_hold")).isZero();

    String wamid = newWamid();
    delivered(failed(wamid, template(wamid), 132015));

    assertThat(row("select name, language from template_hold"))
        .containsEntry("name", "come_back")
        .containsEntry("language", "pt_BR");
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
  void what_was_called_before_a_refusal_held_the_number_says_nothing_new_of_it() {
    String early = newWamid();
    String earlyKey = sends.send("SENT", early, Instant.now());
    jdbc.sql(
            """
            insert into number_hold (id, account_id, number_id, error_code, trial_key)
            values (gen_random_uuid(), ?, ?, 190, 'key')
            """)
        .params(ACCOUNT, NUMBER)
        .update();

    delivered(failed(early, earlyKey, 131042));
    assertThat(row("select error_code, status_at from number_hold"))
        .as("its trial still comes each minute")
        .containsEntry("error_code", 190)
        .containsEntry("status_at", null);

    String later = newWamid();
    delivered(failed(later, sends.send("SENT", later, Instant.now()), 131042));
    assertThat(row("select error_code from number_hold where status_at is not null"))
        .containsEntry("error_code", 131042);
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

  private long heldNumbers() {
    return count("select count(*) from number_hold where lifted_at is null");
  }
}
