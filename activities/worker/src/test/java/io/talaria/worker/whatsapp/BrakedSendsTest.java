package io.talaria.worker.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.journal.journey.Brakes;
import io.talaria.port.Channel;
import io.talaria.port.Delivered.Outcome;
import io.talaria.port.Delivery;
import io.talaria.port.Delivery.Author;
import io.talaria.port.Journal;
import io.talaria.port.TurnKey;
import io.talaria.worker.FakeHttp.Answer;
import io.talaria.worker.World;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends under a brake: of a takeover, and of a journey that gives up what waits. */
class BrakedSendsTest extends World {
  private static final String ACCEPTED = "{\"messages\":[{\"id\":\"wamid.%s\"}]}";

  @Autowired Channel channel;
  @Autowired Brakes brakes;
  @Autowired TransactionTemplate transaction;
  @Autowired Journal journal;

  @BeforeEach
  void whatsAppAccepts() {
    GRAPH.answers(request -> Answer.of(200, ACCEPTED.formatted(UUID.randomUUID())));
  }

  @Test
  void under_a_raised_brake_nothing_leaves_and_nothing_is_claimed() {
    Ana ana = ana();
    raiseBrake(ana, operator("Rita"));

    assertThat(channel.deliver(reply(ana, "Olá")).outcome()).isEqualTo(Outcome.BRAKED);
    assertThat(GRAPH.got(ana.message().toString())).isEmpty();
    assertThat(
            column(
                Integer.class,
                "select count(*) from turn where candidate_id = :id",
                ana.candidate()))
        .isZero();
  }

  @Test
  void a_reply_that_meets_a_takeover_being_written_waits_and_does_not_leave() {
    Ana ana = ana();
    Delivery reply = reply(ana, "Olá");
    var raised = new CountDownLatch(1);
    var commit = new CountDownLatch(1);
    var takeover =
        CompletableFuture.runAsync(
            () ->
                transaction.executeWithoutResult(
                    status -> {
                      raiseBrake(ana, operator("Camila"));
                      raised.countDown();
                      await(commit);
                    }),
            Thread::startVirtualThread);
    await(raised);

    var delivered =
        CompletableFuture.supplyAsync(() -> channel.deliver(reply), Thread::startVirtualThread);
    // Time to go wrong in; whoever waits for the lock waits as long as it takes.
    assertThat(delivered.copy().orTimeout(500, TimeUnit.MILLISECONDS))
        .failsWithin(Duration.ofSeconds(5));
    commit.countDown();

    takeover.join();
    assertThat(delivered.join().outcome()).isEqualTo(Outcome.BRAKED);
    assertThat(GRAPH.got(reply.key())).isEmpty();
  }

  @Test
  void a_takeover_waits_for_a_send_that_is_being_begun_and_then_finds_it() {
    Ana ana = ana();
    UUID camila = operator("Camila");
    AtomicReference<OffsetDateTime> begun = new AtomicReference<>();
    CompletableFuture<UUID> takeover =
        transaction.execute(
            status -> {
              brakes.lock(ACCOUNT, ana.candidate());
              CompletableFuture<UUID> raising =
                  CompletableFuture.supplyAsync(
                      () -> raiseBrake(ana, camila), Thread::startVirtualThread);
              // Time to go wrong in; whoever waits for the lock waits as long as it takes.
              assertThat(raising.copy().orTimeout(500, TimeUnit.MILLISECONDS))
                  .failsWithin(Duration.ofSeconds(5));
              begun.set(time("select clock_timestamp()"));
              return raising;
            });
    assertThat(takeover).succeedsWithin(Duration.ofSeconds(5));
    assertThat(time("select raised_at from brake where candidate_id = ?", ana.candidate()))
        .as("until then the bot may have spoken")
        .isAfter(begun.get())
        .isEqualTo(time("select requested_at from takeover where id = ?", takeover.join()));
  }

  private OffsetDateTime time(String sql, Object... params) {
    return jdbc.sql(sql).params(params).query(OffsetDateTime.class).single();
  }

  @Test
  void what_a_takeover_dropped_goes_after_the_hand_back_under_its_epoch_and_not_before() {
    Ana ana = ana();
    Delivery reply = behindAnother(ana);
    UUID takeover = raiseBrake(ana, operator("Rita"));
    assertThat(channel.send(reply).outcome()).isEqualTo(Outcome.BRAKED);
    assertThat(channel.send(reply).outcome()).isEqualTo(Outcome.BRAKED);
    assertThat(GRAPH.got(reply.key())).isEmpty();
    Delivery words =
        delivery(
            ana, TurnKey.ofRequest(UUID.randomUUID()), Author.RECRUITER, 1, "Sou a Rita", null);
    assertThat(channel.send(words).outcome()).isEqualTo(Outcome.SENT);

    Delivery givenBack = givenBack(ana, reply, takeover);

    assertThat(channel.send(givenBack).outcome()).isEqualTo(Outcome.SENT);
    assertThat(GRAPH.got(reply.key())).hasSize(1);
    assertThat(place(reply))
        .as("the transcript shows it where it left")
        .isGreaterThan(place(words));
  }

  @Test
  void dropped_sends_never_leave_whether_their_row_was_written_or_not() {
    Ana ana = ana();
    Delivery queued = behindAnother(ana);
    Delivery unwritten =
        delivery(
            ana, TurnKey.bubble("nudge:k:1", 0), Author.BOT, ana.journey().epoch(), "Oi?", null);

    long epoch =
        journal.dropQueued(
            new Journal.DropQueued(
                ana.candidate(), ana.journey().journeyId(), ana.journey().epoch(), null));

    assertThat(epoch).isEqualTo(ana.journey().epoch() + 1);
    assertThat(channel.send(queued).outcome()).isEqualTo(Outcome.BRAKED);
    assertThat(channel.send(queued).reason()).isEqualTo("send.refused.takeover");
    assertThat(channel.send(unwritten).outcome()).isEqualTo(Outcome.BRAKED);
    assertThat(GRAPH.got(queued.key())).isEmpty();
    assertThat(GRAPH.got(unwritten.key())).isEmpty();
  }

  @Test
  void a_late_attempt_of_before_a_hand_back_drops_nothing_that_waits_since() {
    Ana ana = ana();
    Delivery before = behindAnother(ana);
    UUID takeover = raiseBrake(ana, operator("Rita"));
    Delivery since = givenBack(ana, before, takeover);
    assertThat(channel.deliver(since).outcome()).isEqualTo(Outcome.DEFERRED);

    // when the governed queue calls once more what the journey has given up
    assertThat(channel.send(before).outcome()).isEqualTo(Outcome.BRAKED);

    assertThat(channel.send(since).outcome()).isEqualTo(Outcome.SENT);
    assertThat(GRAPH.got(since.key())).hasSize(1);
  }

  /** A reply that waits, since another send of the candidate may still be under way. */
  private Delivery behindAnother(Ana ana) {
    Delivery other =
        delivery(ana, TurnKey.ofRequest(UUID.randomUUID()), Author.BOT, 0, "antes", null);
    deadSend(ana, other, Duration.ofSeconds(-30));
    Delivery reply = reply(ana, "Olá");
    assertThat(channel.deliver(reply).outcome()).isEqualTo(Outcome.DEFERRED);
    return reply;
  }

  private Delivery givenBack(Ana ana, Delivery reply, UUID takeover) {
    long epoch =
        journal.releaseBrake(
            new Journal.ReleaseBrake(
                ana.candidate(), takeover, "handback:x", null, null, null, null));
    return new Delivery(
        ACCOUNT,
        ana.candidate(),
        ana.journey().journeyId(),
        NUMBER,
        epoch,
        reply.key(),
        0,
        Author.BOT,
        null,
        reply.content(),
        reply.claim(),
        false,
        null);
  }

  private long place(Delivery delivery) {
    return column(Long.class, "select seq from message where intent_key = :id", delivery.key());
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
