package io.talaria.worker.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.journal.send.Beginning;
import io.talaria.journal.send.CallOutcome;
import io.talaria.journal.send.Intents;
import io.talaria.port.Channel;
import io.talaria.port.Delivered;
import io.talaria.port.Delivered.Outcome;
import io.talaria.port.Delivery;
import io.talaria.port.Delivery.Author;
import io.talaria.worker.FakeHttp.Answer;
import io.talaria.worker.World;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What WhatsApp refuses for the account's sake waits, whoever wanted to send it. */
class HeldNumberTest extends World {
  private static final Duration WITHIN = Duration.ofSeconds(5);

  @Autowired Channel channel;
  @Autowired Intents intents;

  @BeforeEach
  void whatsAppRefusesTheToken() {
    GRAPH.answers(request -> refusal(401, 190));
  }

  @AfterEach
  void liftAll() {
    jdbc.sql("delete from number_hold").update();
  }

  @Test
  void a_refusal_for_the_accounts_sake_holds_the_number_and_its_sends_wait() {
    Delivery first = reply(ana(), "Olá");
    Delivery second = reply(ana(), "Oi");

    Delivered refused = channel.deliver(first);
    Delivered waits = channel.deliver(second);

    assertThat(List.of(refused, waits))
        .allSatisfy(
            delivered -> {
              assertThat(delivered.outcome()).isEqualTo(Outcome.DEFERRED);
              assertThat(delivered.treatment()).isEqualTo("ACCOUNT");
            });
    assertThat(intent(first.key())).isEqualTo("QUEUED");
    assertThat(intent(second.key())).isEqualTo("QUEUED");
    assertThat(GRAPH.got(first.key())).hasSize(1);
    assertThat(GRAPH.got(second.key())).isEmpty();
    assertThat(holds()).isOne();
    assertThat(code()).isEqualTo(190);
  }

  @Test
  void what_waits_on_the_governed_queue_asks_again_and_writes_nothing() {
    hold();
    Delivery waits = reply(ana(), "Olá");
    channel.deliver(waits);
    String version = version(waits);

    assertThat(outcome(begun(waits))).isEqualTo(Outcome.DEFERRED);

    assertThat(version(waits)).isEqualTo(version);
    assertThat(NotNow.delay("ACCOUNT", 50)).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void of_two_workers_that_ask_when_a_trial_is_due_one_calls() {
    hold();
    Delivery one = reply(ana(), "Olá");
    Delivery other = reply(ana(), "Oi");
    channel.deliver(one);
    channel.deliver(other);
    due();

    try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
      var first = CompletableFuture.supplyAsync(() -> begun(one), workers);
      var second = CompletableFuture.supplyAsync(() -> begun(other), workers);

      assertThat(List.of(first.join(), second.join()))
          .filteredOn(Beginning.Call.class::isInstance)
          .hasSize(1);
    }
  }

  @Test
  void an_accepted_trial_lifts_the_hold_and_what_waited_leaves_once() {
    hold();
    Delivery trial = reply(ana(), "Olá");
    Delivery waits = reply(ana(), "Oi");
    channel.deliver(trial);
    channel.deliver(waits);
    whatsAppAccepts();
    assertThat(outcome(begun(trial))).as("not yet").isEqualTo(Outcome.DEFERRED);
    due();

    assertThat(channel.send(trial).outcome()).isEqualTo(Outcome.SENT);
    assertThat(holds()).isZero();
    assertThat(channel.send(waits).outcome()).isEqualTo(Outcome.SENT);

    assertThat(GRAPH.got(trial.key())).hasSize(1);
    assertThat(GRAPH.got(waits.key())).hasSize(1);
  }

  @Test
  void a_trial_that_is_refused_like_the_first_goes_on_waiting_and_lets_others_try_before_it() {
    hold();
    Delivery tried = reply(ana(), "Olá");
    Delivery other = reply(ana(), "Oi");
    channel.deliver(tried);
    channel.deliver(other);
    GRAPH.answers(request -> refusal(400, 131042));
    due();
    assertThat(channel.deliver(tried).treatment()).isEqualTo("ACCOUNT");
    assertThat(intent(tried.key())).isEqualTo("QUEUED");
    assertThat(code()).isEqualTo(131042);

    assertThat(outcome(begun(other))).as("a minute hasn't gone by").isEqualTo(Outcome.DEFERRED);
    due();
    assertThat(outcome(begun(tried))).isEqualTo(Outcome.DEFERRED);
    assertThat(begun(other)).isInstanceOf(Beginning.Call.class);
  }

  @Test
  void a_send_that_waits_alone_is_tried_again() {
    Delivery alone = reply(ana(), "Olá");
    refused(alone);
    due();
    due();

    assertThat(begun(alone)).isInstanceOf(Beginning.Call.class);
  }

  @Test
  void a_trial_that_is_refused_for_its_own_sake_lifts_the_hold() {
    hold();
    Delivery trial = reply(ana(), "Olá");
    channel.deliver(trial);
    due();
    GRAPH.answers(request -> refusal(400, 131026));

    assertThat(channel.send(trial).outcome()).isEqualTo(Outcome.REJECTED);

    assertThat(holds()).isZero();
  }

  @Test
  void a_trial_that_says_nothing_of_the_account_lifts_nothing() {
    hold();
    for (CallOutcome outcome :
        List.of(
            new CallOutcome.Unknown("no answer"),
            new CallOutcome.Refused(null, "TRANSIENT", "not left", true),
            new CallOutcome.Refused(null, "ACCOUNT", "this worker has no such number", false),
            new CallOutcome.Refused(130429, "THROTTLE", "too fast", true))) {
      Delivery trial = reply(ana(), "Olá");
      due();
      assertThat(begun(trial)).isInstanceOf(Beginning.Call.class);

      intents.finish(trial, outcome);

      assertThat(holds()).as(outcome.toString()).isOne();
    }
  }

  @Test
  void a_call_that_was_under_way_when_the_number_was_held_lifts_nothing() {
    Delivery early = reply(ana(), "Olá");
    assertThat(begun(early)).isInstanceOf(Beginning.Call.class);
    hold();

    intents.finish(early, new CallOutcome.Accepted("wamid." + UUID.randomUUID()));

    assertThat(holds()).isOne();
  }

  @Test
  void what_is_refused_again_after_whatsapp_took_another_is_its_own_trouble() {
    Delivery poison = reply(ana(), "Olá");
    refused(poison);
    Delivery trial = reply(ana(), "Oi");
    channel.deliver(trial);
    due();
    GRAPH.answers(request -> request.body().contains(trial.key()) ? accepted() : refusal(403, 10));
    assertThat(channel.send(trial).outcome()).isEqualTo(Outcome.SENT);

    Delivered refused = channel.send(poison);

    assertThat(refused.outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(refused.treatment()).isEqualTo("ACCOUNT");
    assertThat(holds()).as("the others go on").isZero();
  }

  @Test
  void a_takeover_drops_what_the_bot_has_waiting() {
    hold();
    Ana ana = ana();
    Delivery waits = reply(ana, "Olá");
    channel.deliver(waits);
    raiseBrake(ana, operator("Rita"));
    whatsAppAccepts();
    due();

    assertThat(channel.send(waits).outcome()).isEqualTo(Outcome.BRAKED);

    assertThat(GRAPH.got(waits.key())).isEmpty();
    assertThat(intent(waits.key())).isEqualTo("REJECTED");
  }

  @Test
  void what_comes_after_a_waiting_send_of_the_same_candidate_goes_behind_it() {
    hold();
    Ana ana = ana();
    channel.deliver(reply(ana, "Olá"));
    Delivery next = delivery(ana, "next/0", Author.BOT, ana.journey().epoch(), "E aí?", null);
    due();

    assertThat(channel.deliver(next).outcome()).isEqualTo(Outcome.DEFERRED);

    assertThat(GRAPH.got("next/0")).isEmpty();
  }

  @Test
  void another_number_goes_on() {
    hold();

    assertThat(begun(from("15550001111", reply(ana(), "Olá")))).isInstanceOf(Beginning.Call.class);
  }

  @Test
  void a_worker_without_the_numbers_token_holds_it_for_nobody() {
    Delivered refused = channel.deliver(from("15550001111", reply(ana(), "Olá")));

    assertThat(refused.outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(refused.treatment()).isEqualTo("ACCOUNT");
    assertThat(holds()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void an_answer_without_a_number_that_refuses_the_caller_holds_too(int status) {
    GRAPH.answers(request -> Answer.of(status, "<html>"));

    assertThat(channel.deliver(reply(ana(), "Olá")).outcome()).isEqualTo(Outcome.DEFERRED);

    assertThat(holds()).isOne();
  }

  /** Without the channel, whose breaker opens on a slow machine. */
  private void hold() {
    refused(reply(ana(), "Primeira"));
    assertThat(holds()).isOne();
  }

  private void refused(Delivery delivery) {
    assertThat(begun(delivery)).isInstanceOf(Beginning.Call.class);
    intents.finish(delivery, new CallOutcome.Refused(190, "ACCOUNT", "no", true));
  }

  /** A minute goes by. */
  private void due() {
    jdbc.sql("update number_hold set tried_at = tried_at - interval '61 seconds'").update();
  }

  private Beginning begun(Delivery delivery) {
    return intents.begin(delivery, WITHIN, false);
  }

  private static Outcome outcome(Beginning beginning) {
    assertThat(beginning).isInstanceOf(Beginning.Answer.class);
    return ((Beginning.Answer) beginning).delivered().outcome();
  }

  private int holds() {
    return jdbc.sql("select count(*) from number_hold where lifted_at is null")
        .query(Integer.class)
        .single();
  }

  private int code() {
    return column(
        Integer.class, "select error_code from number_hold where number_id = :id", NUMBER);
  }

  private String version(Delivery delivery) {
    return column(
        String.class, "select xmin::text from send_intent where key = :id", delivery.key());
  }

  private static Delivery from(String number, Delivery delivery) {
    return new Delivery(
        delivery.accountId(),
        delivery.candidateId(),
        delivery.journeyId(),
        number,
        delivery.epoch(),
        delivery.key(),
        delivery.position(),
        delivery.author(),
        delivery.operatorId(),
        delivery.content(),
        delivery.claim(),
        delivery.tellArrival(),
        delivery.after());
  }

  private static void whatsAppAccepts() {
    GRAPH.answers(request -> accepted());
  }

  private static Answer accepted() {
    return Answer.of(200, "{\"messages\":[{\"id\":\"wamid.%s\"}]}".formatted(UUID.randomUUID()));
  }

  private static Answer refusal(int status, int code) {
    return Answer.of(
        status,
        """
        {"error":{"message":"(#%d)","code":%d,"error_data":{"details":"no"}}}
        """
            .formatted(code, code));
  }
}
