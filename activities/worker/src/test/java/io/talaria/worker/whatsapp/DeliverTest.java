package io.talaria.worker.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.port.Channel;
import io.talaria.port.Delivered;
import io.talaria.port.Delivered.Outcome;
import io.talaria.port.Delivery;
import io.talaria.port.Delivery.Author;
import io.talaria.port.Delivery.Basis;
import io.talaria.port.TurnKey;
import io.talaria.worker.FakeHttp.Answer;
import io.talaria.worker.World;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class DeliverTest extends World {
  private static final String ACCEPTED = "{\"messages\":[{\"id\":\"wamid.%s\"}]}";

  @Autowired Channel channel;

  @BeforeEach
  void whatsAppAccepts() {
    GRAPH.answers(request -> Answer.of(200, ACCEPTED.formatted(UUID.randomUUID())));
  }

  @Test
  void an_accepted_reply_is_sent_with_its_key_and_written_with_the_journeys_state() {
    Ana ana = ana("+5511999990001");
    Delivery reply = reply(ana, "Olá");

    Delivered delivered = channel.deliver(reply);

    assertThat(delivered.outcome()).isEqualTo(Outcome.SENT);
    assertThat(delivered.written()).isTrue();
    assertThat(GRAPH.got(reply.key())).hasSize(1);
    assertThat(GRAPH.got(reply.key()).getFirst().path())
        .isEqualTo("/v26.0/" + NUMBER + "/messages");
    assertThat(GRAPH.got(reply.key()).getFirst().authorization())
        .isEqualTo("Bearer demo-access-token");
    assertThat(GRAPH.got(reply.key()).getFirst().body())
        .contains("\"to\":\"+5511999990001\"", "\"body\":\"Olá\"");
    assertThat(journeyRow(ana)).containsEntry("revision", 1L).containsEntry("last_author", "BOT");
    assertThat(
            column(
                Boolean.class,
                "select taken_in_at is not null from message where id = :id",
                ana.message()))
        .isTrue();
    assertThat(
            column(String.class, "select wamid from message where intent_key = :id", reply.key()))
        .isEqualTo(delivered.wamid());
    assertThat(
            column(
                Integer.class,
                "select count(*) from event where type = 'MessageSent' and cause = :id",
                reply.key()))
        .isOne();
  }

  @Test
  void a_repeated_delivery_answers_what_the_row_is_and_calls_nobody() {
    Ana ana = ana();
    Delivered first = channel.deliver(reply(ana, "Olá"));
    Delivered second = channel.deliver(reply(ana, "Olá"));

    assertThat(second).isEqualTo(first);
    assertThat(GRAPH.got(reply(ana, "Olá").key())).hasSize(1);
  }

  @Test
  void two_workers_with_one_key_make_one_call() {
    Ana ana = ana();
    Delivery reply = reply(ana, "Olá");
    var inCall = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    GRAPH.answers(
        request -> {
          inCall.countDown();
          await(go);
          return Answer.of(200, ACCEPTED.formatted(UUID.randomUUID()));
        });

    var first =
        CompletableFuture.supplyAsync(() -> channel.deliver(reply), Thread::startVirtualThread);
    await(inCall);
    var second =
        CompletableFuture.supplyAsync(() -> channel.deliver(reply), Thread::startVirtualThread);
    CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS).execute(go::countDown);

    assertThat(first.join().outcome()).isEqualTo(Outcome.SENT);
    assertThat(second.join().outcome()).isIn(Outcome.SENT, Outcome.DEFERRED);
    assertThat(GRAPH.got(reply.key())).hasSize(1);
  }

  @Test
  void a_reply_made_from_less_than_the_journal_has_is_not_claimed_and_not_sent() {
    // given a step that the journal has, and of which the run has not heard
    Ana ana = ana();
    Basis before = new Basis(ana.journey().generation(), 0);
    Delivery lost = reply(ana, "Olá", before);
    assertThat(channel.deliver(lost).outcome()).isEqualTo(Outcome.SENT);

    // when it answers what was written since
    Ana later = writes(ana, "Ana");
    Delivery reply = reply(later, "E o cargo?", before);
    Delivered delivered = channel.deliver(reply);

    // then nothing has happened
    assertThat(delivered.outcome()).isEqualTo(Outcome.OUTDATED);
    assertThat(GRAPH.got(reply.key())).isEmpty();
    assertThat(
            column(Integer.class, "select count(*) from turn where key = :id", reply.claim().key()))
        .isZero();

    // but the lost step's own reply is answered as it stands, and a newer one leaves
    assertThat(channel.deliver(lost).outcome()).isEqualTo(Outcome.SENT);
    Basis now = new Basis(before.generation(), 1);
    assertThat(channel.deliver(reply(later, "E o cargo?", now)).outcome()).isEqualTo(Outcome.SENT);
  }

  @Test
  void a_turn_that_somebody_claimed_otherwise_is_adopted_and_not_sent() {
    Ana ana = ana();
    channel.deliver(reply(ana, "Olá"));

    Delivered other = channel.deliver(reply(ana, "Olá e mais"));

    assertThat(other.outcome()).isEqualTo(Outcome.ADOPT);
    assertThat(other.adopted()).isEqualTo(proposal(ana, "Olá"));
    assertThat(GRAPH.got(TurnKey.ofMessage(ana.message()))).hasSize(1);
  }

  @Test
  void a_message_that_another_turn_has_answered_is_answered_by_that_one() {
    // given an answer of a run that was lost, which had not heard of an older message
    Ana ana = ana();
    Delivery lost = reply(ana, "Olá");
    channel.deliver(lost);
    UUID older = says(ana.candidate(), "antes");

    // when the next run answers both
    Delivery both = answering(ana, "Olá de novo", older, ana.message());

    // then it is told what was said, and under which key
    Delivered adopts = channel.deliver(both);
    assertThat(adopts.outcome()).isEqualTo(Outcome.ADOPT);
    assertThat(adopts.adoptedKey()).isEqualTo(lost.claim().key());
    assertThat(adopts.adopted()).isEqualTo(proposal(ana, "Olá"));
    assertThat(GRAPH.got(both.key())).isEmpty();
  }

  @Test
  void a_message_whose_answer_was_refused_may_be_in_another_turn() {
    Ana ana = ana();
    GRAPH.answers(request -> refusal(400, 131047));
    channel.deliver(reply(ana, "Olá"));
    whatsAppAccepts();
    UUID next = says(ana.candidate(), "voltei");

    Delivery both = answering(ana, "Olá de novo", next, ana.message());

    assertThat(channel.deliver(both).outcome()).isEqualTo(Outcome.SENT);
  }

  @Test
  void a_message_whose_answer_was_refused_halfway_may_be_in_another_turn_too() {
    Ana ana = ana();
    Delivery first = reply(ana, "Olá");
    channel.deliver(first);
    String second = TurnKey.bubble(first.claim().key(), 1);
    GRAPH.answers(request -> refusal(400, 131047));
    channel.deliver(delivery(ana, second, Author.BOT, ana.journey().epoch(), "e mais", null));
    whatsAppAccepts();
    UUID next = says(ana.candidate(), "voltei");

    Delivery both = answering(ana, "Olá de novo", next, ana.message());

    assertThat(channel.deliver(both).outcome()).isEqualTo(Outcome.SENT);
  }

  @Test
  void a_caller_that_knows_nothing_does_not_undo_what_a_status_told_meanwhile() {
    Ana ana = ana();
    Delivery reply = reply(ana, "Olá");
    GRAPH.answers(
        request -> {
          jdbc.sql(
                  """
                  update send_intent set state = 'SENT', wamid = :wamid, settled_by = 'status' where key = :key
                  """)
              .param("wamid", "wamid.told-" + ana.candidate())
              .param("key", reply.key())
              .update();
          return null;
        });

    Delivered delivered = channel.deliver(reply);

    assertThat(delivered.outcome()).isEqualTo(Outcome.SENT);
    assertThat(delivered.wamid()).isEqualTo("wamid.told-" + ana.candidate());
    assertThat(intent(reply.key())).isEqualTo("SENT");
    assertThat(journeyRow(ana)).containsEntry("uncertain_sends", 0);
  }

  @Test
  void why_a_send_failed_stays_though_the_status_overtook_the_answer() {
    Ana ana = ana();
    Delivery reply = reply(ana, "Olá");
    GRAPH.answers(
        request -> {
          jdbc.sql(
                  """
                  update send_intent set status = 'failed', failed_at = now(), error_code = 131026,
                    error_treatment = 'RECIPIENT', error_detail = 'no such number' where key = :key
                  """)
              .param("key", reply.key())
              .update();
          return Answer.of(200, ACCEPTED.formatted(UUID.randomUUID()));
        });

    Delivered delivered = channel.deliver(reply);

    assertThat(delivered.outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(delivered.errorCode()).isEqualTo(131026);
    assertThat(delivered.reason()).isEqualTo("send.refused.recipient");
  }

  @Test
  void a_dead_send_is_never_called_again_and_becomes_uncertain() {
    Ana ana = ana();
    Delivery reply = reply(ana, "Olá");
    deadSend(ana, reply, Duration.ofSeconds(-30));

    Delivered delivered = channel.deliver(reply);

    assertThat(delivered.outcome()).isEqualTo(Outcome.UNCERTAIN);
    assertThat(GRAPH.got(reply.key())).isEmpty();
    assertThat(journeyRow(ana)).containsEntry("uncertain_sends", 1);
  }

  @Test
  void a_send_that_may_still_be_under_way_is_waited_for_then_called_uncertain() {
    Ana ana = ana();
    Delivery reply = reply(ana, "Olá");
    deadSend(ana, reply, Duration.ofMillis(200));

    assertThat(channel.deliver(reply).outcome()).isEqualTo(Outcome.UNCERTAIN);
    assertThat(GRAPH.got(reply.key())).isEmpty();
  }

  @Test
  void a_send_that_may_be_under_way_for_long_is_left_to_the_governed_queue() {
    Ana ana = ana();
    Delivery reply = reply(ana, "Olá");
    deadSend(ana, reply, Duration.ofSeconds(30));

    assertThat(channel.deliver(reply).outcome()).isEqualTo(Outcome.DEFERRED);
    assertThat(intent(reply.key())).isEqualTo("SENDING");
  }

  @Test
  void while_another_send_of_the_candidate_is_open_a_reply_goes_behind_it() {
    Ana ana = ana();
    Delivery other =
        delivery(ana, TurnKey.ofRequest(UUID.randomUUID()), Author.BOT, 0, "antes", null);
    deadSend(ana, other, Duration.ofSeconds(30));

    Delivery reply = reply(ana, "Olá");
    assertThat(channel.deliver(reply).outcome()).isEqualTo(Outcome.DEFERRED);
    assertThat(GRAPH.got(reply.key())).isEmpty();
    assertThat(intent(reply.key())).isEqualTo("QUEUED");
    assertThat(
            column(
                Integer.class, "select count(*) from message where intent_key = :id", reply.key()))
        .isOne();
    assertThat(channel.send(reply.later()).outcome()).isEqualTo(Outcome.SENT);
  }

  @Test
  void what_waited_alone_keeps_its_place_in_the_transcript() {
    Ana ana = ana();
    Delivery reply = reply(ana, "Olá");
    GRAPH.answers(request -> refusal(400, 131056));
    channel.deliver(reply);
    long place = place(reply);
    whatsAppAccepts();

    assertThat(channel.send(reply).outcome()).isEqualTo(Outcome.SENT);

    assertThat(place(reply)).isEqualTo(place);
  }

  @Test
  void a_hang_up_after_the_request_is_uncertain_and_the_journey_goes_on() {
    Ana ana = ana();
    GRAPH.answers(request -> null);

    Delivered delivered = channel.deliver(reply(ana, "Olá"));

    assertThat(delivered.outcome()).isEqualTo(Outcome.UNCERTAIN);
    assertThat(delivered.written()).isTrue();
    assertThat(journeyRow(ana)).containsEntry("uncertain_sends", 1).containsEntry("revision", 1L);
  }

  @Test
  void a_server_error_and_an_acceptance_without_id_are_uncertain() {
    for (Answer answer : List.of(Answer.of(503, "{}"), Answer.of(200, "{}"), Answer.of(200, "?"))) {
      Ana ana = ana();
      GRAPH.answers(request -> answer);
      assertThat(channel.deliver(reply(ana, "Olá")).outcome()).isEqualTo(Outcome.UNCERTAIN);
    }
  }

  @Test
  void a_silent_whatsapp_costs_five_seconds_at_most() {
    Ana ana = ana();
    var never = new CountDownLatch(1);
    GRAPH.answers(
        request -> {
          await(never);
          return null;
        });
    long begun = System.nanoTime();

    Delivered delivered = channel.deliver(reply(ana, "Olá"));

    assertThat(delivered.outcome()).isEqualTo(Outcome.UNCERTAIN);
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
    never.countDown();
  }

  @Test
  void a_closed_window_is_told_with_its_number_and_nothing_is_recorded_for_it() {
    Ana ana = ana();
    GRAPH.answers(request -> refusal(400, 131047));

    Delivered delivered = channel.deliver(reply(ana, "Olá"));

    assertThat(delivered.outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(delivered.errorCode()).isEqualTo(131047);
    assertThat(delivered.treatment()).isEqualTo("WINDOW");
    assertThat(delivered.reason()).isEqualTo("send.refused.window");
    assertThat(delivered.written()).isFalse();
    assertThat(journeyRow(ana)).containsEntry("revision", 0L);
  }

  @Test
  void a_refusal_for_now_waits_and_is_sent_later_under_the_same_key() {
    Ana ana = ana();
    Delivery reply = reply(ana, "Olá");
    GRAPH.answers(request -> refusal(400, 131056));
    Delivered refused = channel.deliver(reply);
    assertThat(refused.outcome()).isEqualTo(Outcome.DEFERRED);
    assertThat(refused.treatment()).isEqualTo("PAIR_RATE");
    assertThat(intent(reply.key())).isEqualTo("QUEUED");

    whatsAppAccepts();

    assertThat(channel.send(reply).outcome()).isEqualTo(Outcome.SENT);
    assertThat(
            column(
                Integer.class, "select count(*) from message where intent_key = :id", reply.key()))
        .isOne();
  }

  @Test
  void people_without_a_phone_number_are_reached_by_their_id() {
    Ana ana = ana();
    jdbc.sql("delete from contact_alias where candidate_id = :id")
        .param("id", ana.candidate())
        .update();
    alias(ana.candidate(), "bsuid", "BR." + ana.candidate());

    channel.deliver(reply(ana, "Olá"));

    assertThat(GRAPH.got(reply(ana, "Olá").key()).getFirst().body())
        .contains("\"recipient\":\"BR." + ana.candidate())
        .doesNotContain("\"to\"");
  }

  @Test
  void somebody_without_any_address_is_a_rejected_send() {
    Ana ana = ana();
    jdbc.sql("delete from contact_alias where candidate_id = :id")
        .param("id", ana.candidate())
        .update();

    Delivered delivered = channel.deliver(reply(ana, "Olá"));

    assertThat(delivered.outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(delivered.treatment()).isEqualTo("RECIPIENT");
  }

  private long place(Delivery delivery) {
    return column(Long.class, "select seq from message where intent_key = :id", delivery.key());
  }

  private static Answer refusal(int status, int code) {
    return Answer.of(
        status,
        """
        {"error":{"message":"(#%d)","code":%d,"error_data":{"details":"no"}}}
        """
            .formatted(code, code));
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
