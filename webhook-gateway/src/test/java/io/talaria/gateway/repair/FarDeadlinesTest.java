package io.talaria.gateway.repair;

import static io.talaria.gateway.Updates.messages;
import static io.talaria.gateway.Updates.newPhone;
import static io.talaria.gateway.Updates.newWamid;
import static io.talaria.gateway.Updates.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.gateway.GatewayScenario;
import io.talaria.gateway.Sends;
import io.talaria.journal.repair.FarDeadlines;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The database's clock went ahead by ten minutes, wrote, and was set right. */
class FarDeadlinesTest extends GatewayScenario {
  private static final long AT = 1_750_000_000L;

  @Autowired FarDeadlines deadlines;

  @Test
  void a_message_that_a_dead_relay_held_is_told_before_the_clock_has_caught_up() {
    // given
    journeys.away = true;
    String wamid = newWamid();
    delivered(messages(text(newPhone(), wamid, AT, "oi")));
    ahead("message set lease_until", "wamid = ?", wamid);

    // when
    journeys.away = false;
    deadlines.shorten();

    // then it is a lease like any other
    assertThat(secondsLeft("lease_until", "message where wamid = ?", wamid)).isBetween(1L, 30L);
    jdbc.sql("update message set lease_until = null where wamid = ?").param(wamid).update();
    soon(() -> assertThat(journeys.heardOf(candidateOf(wamid))).hasSize(1));
  }

  @Test
  void a_message_that_was_told_in_the_future_was_told_now() {
    String wamid = newWamid();
    delivered(messages(text(newPhone(), wamid, AT, "oi")));
    soon(() -> assertThat(journeys.heardOf(candidateOf(wamid))).hasSize(1));
    ahead("message set signalled_at", "wamid = ?", wamid);
    deadlines.shorten();
    assertThat(secondsLeft("signalled_at", "message where wamid = ?", wamid)).isZero();
  }

  @Test
  void a_call_whose_worker_died_ends_within_half_a_minute_and_a_living_one_keeps_its_time() {
    // given
    var ana = new Sends(jdbc);
    String dead = ana.send("SENDING", null, Instant.now());
    String living = ana.send("SENDING", null, Instant.now());
    ahead("send_intent set not_after", "key = ?", dead);
    Object kept = row("select not_after from send_intent where key = ?", living).get("not_after");

    // when
    deadlines.shorten();

    // then
    assertThat(secondsLeft("not_after", "send_intent where key = ?", dead)).isBetween(1L, 30L);
    assertThat(row("select not_after from send_intent where key = ?", living))
        .containsEntry("not_after", kept);
  }

  @Test
  void deliveries_facts_and_takeovers_of_the_future_come_back_too() {
    // given
    var ana = new Sends(jdbc);
    UUID delivery = UUID.randomUUID();
    jdbc.sql(
            """
            insert into webhook_delivery (id, source, body, lease_until)
            values (?, 'whatsapp', convert_to('{}', 'UTF8'), now() + interval '10 minutes')
            """)
        .param(delivery)
        .update();
    UUID fact = UUID.randomUUID();
    jdbc.sql(
            """
            insert into journey_outbox (id, account_id, candidate_id, kind, intent_key, body, lease_until)
            values (?, ?, ?, 'SEND_DELIVERED', ?, jsonb_build_object('key', cast(? as text)),
                    now() + interval '10 minutes')
            """)
        .params(fact, ACCOUNT, ana.candidate, "msg:" + fact, "msg:" + fact)
        .update();
    UUID operator = UUID.randomUUID();
    jdbc.sql(
            "insert into operator (id, account_id, email, name, role, password_hash) values (?, ?, ?,"
                + " 'Rita', 'RECRUITER', '-')")
        .params(operator, ACCOUNT, operator + "@example.org")
        .update();
    UUID takeover = UUID.randomUUID();
    jdbc.sql(
            """
            insert into takeover (id, account_id, candidate_id, operator_id, epoch, state, requested_at)
            values (?, ?, ?, ?, 7, 'REQUESTED', now() + interval '10 minutes')
            """)
        .params(takeover, ACCOUNT, ana.candidate, operator)
        .update();

    // when
    deadlines.shorten();

    // then
    assertThat(secondsLeft("lease_until", "webhook_delivery where id = ?", delivery))
        .isLessThan(31L);
    assertThat(secondsLeft("lease_until", "journey_outbox where id = ?", fact)).isLessThan(31L);
    assertThat(secondsLeft("requested_at", "takeover where id = ?", takeover)).isZero();

    // and nobody waits for what nobody sent
    jdbc.sql("update webhook_delivery set done_at = now() where id = ?").param(delivery).update();
  }

  private void ahead(String column, String where, Object key) {
    jdbc.sql("update " + column + " = now() + interval '10 minutes' where " + where)
        .param(key)
        .update();
  }

  /** Never negative: what has passed has passed. */
  private long secondsLeft(String column, String from, Object key) {
    return count(
        "select greatest(0, ceil(extract(epoch from " + column + " - now())))::bigint from " + from,
        key);
  }
}
