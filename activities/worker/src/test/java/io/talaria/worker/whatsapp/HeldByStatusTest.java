package io.talaria.worker.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.journal.send.Beginning;
import io.talaria.journal.send.CallOutcome;
import io.talaria.journal.send.Intents;
import io.talaria.port.Delivery;
import io.talaria.worker.World;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A number that is held since statuses told of failures: being accepted proves nothing there. */
class HeldByStatusTest extends World {
  private static final Duration WITHIN = Duration.ofSeconds(5);

  @Autowired Intents intents;

  @AfterEach
  void liftAll() {
    jdbc.sql("delete from number_hold").update();
  }

  @Test
  void its_trial_comes_each_ten_minutes_since_one_that_fails_is_lost() {
    heldFor("61 seconds", "61 seconds");
    assertThat(begun(reply(ana(), "Olá"))).isInstanceOf(Beginning.Answer.class);

    ago("601 seconds");
    assertThat(begun(reply(ana(), "Olá"))).isInstanceOf(Beginning.Call.class);
  }

  @Test
  void an_accepted_trial_does_not_lift_it() {
    heldFor("601 seconds", "601 seconds");

    accepted(reply(ana(), "Olá"));

    assertThat(holds()).isOne();
  }

  @Test
  void where_statuses_are_lost_an_accepted_trial_lifts_it_when_the_one_before_did_not_fail() {
    heldFor("601 seconds", "20 minutes");

    accepted(reply(ana(), "Olá"));

    assertThat(holds()).isZero();
  }

  private void heldFor(String tried, String failed) {
    ana();
    jdbc.sql(
            """
            insert into number_hold (id, account_id, number_id, error_code, trial_key, tried_at, status_at)
            values (gen_random_uuid(), ?, ?, 131042, 'key', now() - cast(? as interval),
              now() - cast(? as interval))
            """)
        .params(ACCOUNT, NUMBER, tried, failed)
        .update();
  }

  private void ago(String tried) {
    jdbc.sql("update number_hold set tried_at = now() - cast(? as interval)").param(tried).update();
  }

  private void accepted(Delivery trial) {
    assertThat(begun(trial)).isInstanceOf(Beginning.Call.class);
    intents.finish(trial, new CallOutcome.Accepted("wamid." + UUID.randomUUID()));
  }

  private Beginning begun(Delivery delivery) {
    return intents.begin(delivery, WITHIN, false);
  }

  private int holds() {
    return jdbc.sql("select count(*) from number_hold where lifted_at is null")
        .query(Integer.class)
        .single();
  }
}
