package io.talaria.gateway.inbox;

import static io.talaria.gateway.Updates.newWamid;
import static io.talaria.gateway.Updates.status;
import static io.talaria.gateway.Updates.statuses;
import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.gateway.GatewayScenario;
import io.talaria.gateway.Sends;
import io.talaria.gateway.Updates;
import io.talaria.journal.inbox.OrphanStatuses;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class StatusTest extends GatewayScenario {
  private static final Instant AT = Instant.ofEpochSecond(1_750_000_000L);
  private static final long SECOND = AT.getEpochSecond();

  @Autowired OrphanStatuses orphans;
  @Autowired TransactionTemplate transaction;
  private Sends sends;
  private String wamid;

  @BeforeEach
  void aJourney() {
    sends = new Sends(jdbc);
    wamid = newWamid();
  }

  @Test
  void ticks_grow_and_never_shrink() {
    String key = sends.send("SENT", wamid, AT);
    delivered(statuses(status(wamid, "read", SECOND + 9, key)));
    delivered(
        statuses(status(wamid, "delivered", SECOND + 5, key), status(wamid, "sent", SECOND, key)));
    assertThat(intent(key)).containsEntry("status", "read").containsEntry("state", "SENT");
    assertThat(time(key, "delivered_at")).isEqualTo(AT.plusSeconds(5));
    assertThat(time(key, "read_at")).isEqualTo(AT.plusSeconds(9));
    assertThat(facts()).isZero();
  }

  @Test
  void an_uncertain_send_is_settled_by_a_status_with_its_key_and_the_journey_is_told() {
    String key = sends.send("UNCERTAIN", null, AT);
    delivered(statuses(status(wamid, "delivered", SECOND + 3, key)));

    assertThat(intent(key))
        .containsEntry("state", "SENT")
        .containsEntry("wamid", wamid)
        .containsEntry("settled_by", "status")
        .containsEntry("status", "delivered");
    assertThat(row("select wamid from message where intent_key = ?", key))
        .containsEntry("wamid", wamid);
    assertThat(row("select uncertain_sends from journey where id = ?", sends.journey))
        .containsEntry("uncertain_sends", 0);
    assertThat(row("select count(*) from event where type = 'MessageSent' and cause = ?", key))
        .containsEntry("count", 1L);
    soon(
        () ->
            assertThat(journeys.settled)
                .anySatisfy(
                    told -> {
                      assertThat(told.key()).isEqualTo(key);
                      assertThat(told.arrived()).isTrue();
                      assertThat(told.at()).isEqualTo(AT.plusSeconds(3));
                    }));
    soon(
        () ->
            assertThat(
                    count(
                        "select count(*) from journey_outbox where intent_key = ? and done_at is null",
                        key))
                .isZero());
  }

  @Test
  void an_arrival_is_told_once_and_only_where_the_next_bubble_waits_for_it() {
    String waitedFor = sends.send("SENT", wamid, AT);
    jdbc.sql("update send_intent set tell_arrival = true where key = ?").param(waitedFor).update();
    String other = sends.send("SENT", newWamid(), AT);
    delivered(statuses(status(wamid, "sent", SECOND, waitedFor)));
    assertThat(facts()).isZero();
    delivered(statuses(status(wamid, "read", SECOND + 4, waitedFor)));
    delivered(statuses(status(wamid, "delivered", SECOND + 3, waitedFor)));
    delivered(statuses(status(newWamid(), "delivered", SECOND + 3, other)));
    soon(
        () ->
            assertThat(journeys.delivered)
                .anySatisfy(told -> assertThat(told.key()).isEqualTo(waitedFor)));
    assertThat(facts()).isEqualTo(1);
  }

  @Test
  void a_send_whose_sender_died_is_settled_by_a_status() {
    String key = sends.send("SENDING", null, AT);
    sends.expire(key);
    delivered(statuses(status(wamid, "sent", SECOND, key)));
    assertThat(intent(key)).containsEntry("state", "SENT").containsEntry("wamid", wamid);
    assertThat(facts()).isEqualTo(1);
  }

  @Test
  void a_status_that_overtakes_the_answer_leaves_the_outcome_to_the_sender() {
    String key = sends.send("SENDING", null, AT);
    delivered(statuses(status(wamid, "sent", SECOND, key)));
    assertThat(intent(key)).containsEntry("state", "SENDING").containsEntry("status", "sent");
    assertThat(facts()).isZero();
  }

  @Test
  void an_uncertain_send_that_had_its_status_before_is_settled_by_the_sweeper() {
    String key = sends.send("SENDING", null, AT);
    delivered(statuses(status(wamid, "sent", SECOND, key)));
    sends.expire(key);
    soon(() -> assertThat(intent(key)).containsEntry("state", "SENT"));
    assertThat(facts()).isEqualTo(1);
  }

  @Test
  void a_failure_after_acceptance_is_a_failed_send_and_the_journey_is_told_once() {
    String key = sends.send("SENT", wamid, AT);
    String body = statuses(status(wamid, "failed", SECOND + 60, key));
    delivered(body);
    delivered(body);
    delivered(statuses(status(wamid, "sent", SECOND, key)));

    assertThat(intent(key))
        .containsEntry("state", "FAILED")
        .containsEntry("status", "failed")
        .containsEntry("error_code", 131026)
        .containsEntry("error_treatment", "RECIPIENT")
        .containsEntry("error_detail", "Message undeliverable");
    soon(
        () ->
            assertThat(journeys.settled)
                .filteredOn(told -> told.key().equals(key))
                .singleElement()
                .satisfies(
                    told -> {
                      assertThat(told.arrived()).isFalse();
                      assertThat(told.errorCode()).isEqualTo(131026);
                    }));
  }

  @Test
  void what_arrived_on_one_device_has_not_failed_although_it_failed_on_another() {
    String key = sends.send("SENT", wamid, AT);
    delivered(
        statuses(
            status(wamid, "delivered", SECOND + 2, key), status(wamid, "failed", SECOND + 3, key)));
    assertThat(intent(key)).containsEntry("state", "SENT").containsEntry("status", "delivered");
    assertThat(time(key, "failed_at")).isEqualTo(AT.plusSeconds(3));
    assertThat(facts()).isZero();
  }

  @Test
  void of_two_prices_the_same_one_is_kept_whichever_came_first() {
    String key = sends.send("SENT", wamid, AT);
    delivered(statuses(priced("delivered", SECOND + 1, key, "utility")));
    delivered(statuses(priced("sent", SECOND, key, "service")));
    assertThat(intent(key))
        .containsEntry("billable", true)
        .containsEntry("price_category", "service")
        .containsEntry("price_model", "PMP")
        .containsEntry("price_type", "regular");
  }

  @Test
  void a_time_that_differs_by_minutes_is_whatsapps_and_the_journey_is_told() {
    String key = sends.send("SENT", wamid, AT);
    delivered(statuses(status(wamid, "sent", SECOND + 121, key)));
    assertThat(
            ((java.sql.Timestamp)
                    row("select sent_at from message where intent_key = ?", key).get("sent_at"))
                .toInstant())
        .isEqualTo(AT.plusSeconds(121));
    soon(
        () ->
            assertThat(journeys.timed)
                .filteredOn(told -> told.key().equals(key))
                .singleElement()
                .satisfies(told -> assertThat(told.at()).isEqualTo(AT.plusSeconds(121))));
  }

  @Test
  void a_time_that_differs_by_seconds_is_left_alone() {
    String key = sends.send("SENT", wamid, AT);
    delivered(statuses(status(wamid, "sent", SECOND + 119, key)));
    assertThat(facts()).isZero();
  }

  @Test
  void a_fact_is_in_nobodys_hands_for_longer_than_twenty_seconds() {
    var seconds = new AtomicLong();
    journeys.beforeAFact =
        () ->
            seconds.set(
                count(
                    "select ceil(extract(epoch from lease_until - now())) from journey_outbox"
                        + " where candidate_id = ?",
                    sends.candidate));
    try {
      String key = sends.send("SENT", wamid, AT);
      delivered(statuses(status(wamid, "failed", SECOND + 60, key)));
      soon(() -> assertThat(seconds.get()).isBetween(1L, 20L));
    } finally {
      journeys.beforeAFact = () -> {};
    }
  }

  @Test
  void a_journey_that_is_over_needs_not_be_told() {
    journeys.hasNobodyFor(sends.candidate);
    String key = sends.send("SENT", wamid, AT);
    delivered(statuses(status(wamid, "failed", SECOND + 60, key)));
    soon(
        () ->
            assertThat(
                    count(
                        "select count(*) from journey_outbox where intent_key = ? and done_at is not null",
                        key))
                .isEqualTo(1));
  }

  @Test
  void facts_wait_while_the_engine_is_away() {
    journeys.away = true;
    String key = sends.send("UNCERTAIN", null, AT);
    delivered(statuses(status(wamid, "sent", SECOND, key)));
    assertThat(journeys.settled).noneMatch(told -> told.key().equals(key));
    journeys.away = false;
    soon(() -> assertThat(journeys.settled).anyMatch(told -> told.key().equals(key)));
  }

  @Test
  void a_status_of_a_send_that_nobody_knows_waits_to_be_adopted() {
    String key = sends.send("SENT", null, AT);
    delivered(
        statuses(status(wamid, "failed", SECOND + 1, null), status(wamid, "sent", SECOND, null)));
    assertThat(count("select count(*) from orphan_status where wamid = ?", wamid)).isEqualTo(2);

    transaction.executeWithoutResult(
        status -> {
          jdbc.sql("update send_intent set wamid = ? where key = ?").params(wamid, key).update();
          orphans.adopt(wamid, key);
        });
    assertThat(intent(key)).containsEntry("state", "FAILED").containsEntry("error_code", 131026);
    assertThat(count("select count(*) from orphan_status where wamid = ?", wamid)).isZero();
    assertThat(facts()).isEqualTo(1);
  }

  @Test
  void an_orphan_that_was_missed_is_found_by_the_sweeper() {
    String key = sends.send("SENT", null, AT);
    delivered(statuses(status(wamid, "read", SECOND + 1, null)));
    jdbc.sql("update send_intent set wamid = ? where key = ?").params(wamid, key).update();
    soon(() -> assertThat(intent(key)).containsEntry("status", "read"));
  }

  @Test
  void statuses_that_say_nothing_of_a_sends_way_are_ignored() {
    String key = sends.send("SENT", wamid, AT);
    delivered(
        statuses(status(wamid, "deleted", SECOND, key), status(wamid, "warning", SECOND, key)));
    assertThat(intent(key)).containsEntry("status", null);
  }

  private Map<String, Object> priced(String name, long at, String key, String category) {
    return Updates.priced(status(wamid, name, at, key), category);
  }

  private Map<String, Object> intent(String key) {
    return row("select * from send_intent where key = ?", key);
  }

  private long facts() {
    return count("select count(*) from journey_outbox where candidate_id = ?", sends.candidate);
  }

  private Instant time(String key, String column) {
    return jdbc.sql("select " + column + " from send_intent where key = ?")
        .param(key)
        .query(OffsetDateTime.class)
        .single()
        .withOffsetSameInstant(ZoneOffset.UTC)
        .toInstant();
  }
}
