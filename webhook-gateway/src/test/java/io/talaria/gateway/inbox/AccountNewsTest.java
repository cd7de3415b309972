package io.talaria.gateway.inbox;

import static io.talaria.gateway.Updates.BUSINESS;
import static io.talaria.gateway.Updates.delivery;
import static io.talaria.gateway.Updates.messages;
import static io.talaria.gateway.Updates.newPhone;
import static io.talaria.gateway.Updates.newWamid;
import static io.talaria.gateway.Updates.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.gateway.GatewayScenario;
import io.talaria.gateway.Sends;
import io.talaria.journal.inbox.AccountNews;
import io.talaria.journal.inbox.TemplateNews;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What WhatsApp tells unasked: of templates, and of what people want. */
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
    jdbc.sql("delete from template_hold").update();
    jdbc.sql("delete from messaging_limit").update();
  }

  @Test
  void a_template_is_held_from_its_pause_until_it_is_approved() {
    long paused = Instant.now().getEpochSecond();
    delivered(template("PAUSED", paused - 60));
    Object until = heldUntil();
    delivered(template("PAUSED", paused - 60));
    assertThat(heldTemplates()).isOne();
    assertThat(heldUntil()).as("told again, it lasts no longer").isEqualTo(until);

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
  void what_no_pause_is_holds_nothing() {
    for (String event : List.of("DISABLED", "REJECTED", "FLAGGED")) {
      delivered(template(event, Instant.now().getEpochSecond()));
    }
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
  void who_wanted_it_before_they_stopped_has_stopped() {
    String phone = newPhone();
    delivered(messages(text(phone, newWamid(), Instant.now().getEpochSecond(), "oi")));
    delivered(preference(phone, "stop", 1_731_705_721));

    delivered(preference(phone, "resume", 1_731_705_000));

    assertThat(bars(phone)).isOne();
  }

  @Test
  void what_somebody_unknown_wants_is_nobodys_matter() {
    long aside = count("select count(*) from quarantine");
    delivered(preference(newPhone(), "stop", 1_731_705_721));
    assertThat(count("select count(*) from quarantine")).isEqualTo(aside);
  }

  @Test
  void how_many_people_may_be_written_to_in_a_day_is_known_as_whatsapp_told_it_last() {
    delivered(limit("2000", 1_739_321_024));
    delivered(limit("250", 1_739_321_000));
    assertThat(people()).isEqualTo(2_000);

    delivered(limit("\"TIER_10K\"", 1_739_321_100));
    assertThat(people()).as("by the name of its tier").isEqualTo(10_000);
    delivered(limit("\"soon\"", 1_739_321_200));
    assertThat(people()).as("what nobody can read changes nothing").isEqualTo(10_000);
    for (String none : List.of("-1", "\"TIER_UNLIMITED\"")) {
      delivered(limit("250", 1_739_321_300));
      delivered(limit(none, 1_739_321_400));
      assertThat(people()).as("as many as one likes: %s", none).isNull();
      jdbc.sql("delete from messaging_limit").update();
    }
  }

  @Test
  void the_older_field_says_it_too() {
    delivered(
        limit("2000", 1_739_321_024)
            .replace("max_daily_conversations_per_business", "max_daily_conversation_per_phone"));
    assertThat(people()).isEqualTo(2_000);
  }

  /** As WhatsApp's own example has it. */
  private static String limit(String people, long time) {
    return """
        {"entry":[{"id":"%s","time":%d,"changes":[{"value":{
          "max_daily_conversations_per_business":%s,"max_phone_numbers_per_waba":25},
          "field":"business_capability_update"}]}],"object":"whatsapp_business_account"}
        """
        .formatted(BUSINESS, time, people);
  }

  private Object people() {
    return row("select people from messaging_limit where account_id = '%s'".formatted(ACCOUNT))
        .get("people");
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

  private Object heldUntil() {
    return row("select until from template_hold where name = 'order_confirmation'").get("until");
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
