package io.talaria.worker.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.journey.TakeoverReceipt;
import io.talaria.journey.TakeoverReceipt.HeldBack;
import io.talaria.port.Delivered.Outcome;
import io.talaria.port.Delivery;
import io.talaria.port.Delivery.Author;
import io.talaria.port.Journal;
import io.talaria.port.TurnKey;
import io.talaria.worker.FakeHttp.Answer;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What a takeover waits for, what it drops, and what its receipt names. */
class TakeoverReceiptTest extends JournalWorld {
  @Test
  void a_takeover_waits_for_a_send_under_way_and_its_receipt_is_read_from_the_rows() {
    Ana ana = ana();
    GRAPH.answers(
        request -> {
          CompletableFuture.runAsync(
                  () -> {}, CompletableFuture.delayedExecutor(600, TimeUnit.MILLISECONDS))
              .join();
          return Answer.of(200, "{\"messages\":[{\"id\":\"wamid.slow-" + ana.candidate() + "\"}]}");
        });
    var sending =
        CompletableFuture.supplyAsync(
            () -> channel.deliver(reply(ana, "Olá")), Thread::startVirtualThread);
    org.awaitility.Awaitility.await().until(() -> !GRAPH.got(ana.message().toString()).isEmpty());
    UUID rita = operator("Rita");
    UUID takeover = raiseBrake(ana, rita);

    TakeoverReceipt receipt = journal.stopBot(stop(ana, takeover));

    assertThat(sending).isCompletedWithValueMatching(d -> d.outcome() == Outcome.SENT);
    assertThat(receipt.inFlight()).isEmpty();
    assertThat(receipt.uncertain()).isEmpty();
    assertThat(receipt.dropped()).isEmpty();
  }

  @Test
  void a_receipt_names_what_is_uncertain_and_drops_what_waits() {
    Ana ana = ana();
    GRAPH.answers(request -> null);
    Delivery uncertain = reply(ana, "Olá");
    channel.deliver(uncertain);
    GRAPH.answers(request -> Answer.of(429, "{\"error\":{\"code\":130429}}"));
    Delivery waiting = delivery(ana, "nudge:" + ana.message() + "/0", Author.BOT, 0, "Oi?", null);
    channel.deliver(waiting);
    UUID takeover = raiseBrake(ana, operator("Rita"));

    TakeoverReceipt receipt = journal.stopBot(stop(ana, takeover));

    assertThat(receipt.uncertain()).containsExactly(uncertain.key());
    assertThat(receipt.dropped()).containsExactly(waiting.key());
    assertThat(journal.stopBot(stop(ana, takeover))).isEqualTo(receipt);
    assertThat(channel.send(waiting).outcome()).isEqualTo(Outcome.BRAKED);
  }

  @Test
  void a_receipt_names_a_send_whose_caller_died_until_it_is_known_to_be_uncertain() {
    Ana ana = ana();
    Delivery dead = reply(ana, "Olá");
    deadSend(ana, dead, Duration.ofSeconds(-1));
    UUID takeover = raiseBrake(ana, operator("Rita"));

    TakeoverReceipt receipt = journal.stopBot(stop(ana, takeover));

    assertThat(receipt.inFlight()).containsExactly(dead.key());
    assertThat(receipt.uncertain()).isEmpty();
  }

  @Test
  void a_receipt_names_what_a_journey_before_left_under_way() {
    Ana before = ana();
    Delivery closing = reply(before, "Até logo");
    deadSend(before, closing, Duration.ofSeconds(-1));
    Delivery waiting =
        delivery(before, "nudge:" + before.message() + "/0", Author.BOT, 0, "Oi?", null);
    waits(before, waiting);
    UUID next = nextJourney(before);
    UUID takeover = raiseBrake(before, operator("Rita"));

    TakeoverReceipt receipt =
        journal.stopBot(new Journal.StopBot(before.candidate(), next, takeover, 1, List.of()));

    assertThat(receipt.inFlight()).containsExactly(closing.key());
    assertThat(receipt.dropped()).containsExactly(waiting.key());
  }

  @Test
  void a_receipt_names_bubbles_that_nobody_began_as_dropped_and_no_others() {
    Ana ana = ana();
    GRAPH.answers(request -> null);
    Delivery first = reply(ana, "Olá");
    channel.deliver(first);
    String second = TurnKey.bubble(TurnKey.ofMessage(ana.message()), 1);
    UUID takeover = raiseBrake(ana, operator("Rita"));

    TakeoverReceipt receipt = stops(ana, takeover, 1, first.key(), second);

    assertThat(receipt.uncertain()).containsExactly(first.key());
    assertThat(receipt.dropped()).containsExactly(second);
  }

  @Test
  void a_receipt_names_what_was_to_leave_again_since_an_older_brake_had_dropped_it() {
    Ana ana = ana();
    Delivery calledBack = reply(ana, "Continuando");
    waits(ana, calledBack);
    long epoch =
        journal.dropQueued(
            new Journal.DropQueued(
                ana.candidate(), ana.journey().journeyId(), 0, calledBack.key()));
    UUID takeover = raiseBrake(ana, operator("Rita"));

    TakeoverReceipt receipt = stops(ana, takeover, epoch + 1, calledBack.key());

    assertThat(receipt.dropped()).containsExactly(calledBack.key());
  }

  @Test
  void no_bot_speaks_while_all_stand_still_under_whatever_epoch() {
    Ana ana = ana();
    jdbc.sql("update brake set standstill = true where candidate_id = :id")
        .param("id", ana.candidate())
        .update();
    assertThat(channel.deliver(reply(ana, "Olá")).outcome()).isEqualTo(Outcome.BRAKED);
  }

  @Test
  void a_bot_send_that_waits_under_the_takeovers_own_epoch_is_dropped_and_named() {
    Ana ana = ana();
    UUID takeover = raiseBrake(ana, operator("Rita"));
    Delivery waiting = delivery(ana, "msg:z-" + ana.candidate() + "/0", Author.BOT, 1, "Olá", null);
    waits(ana, waiting);

    TakeoverReceipt receipt = journal.stopBot(stop(ana, takeover));

    assertThat(receipt.dropped()).containsExactly(waiting.key());
    assertThat(channel.send(waiting).outcome()).isEqualTo(Outcome.BRAKED);
  }

  @Test
  void a_receipt_names_whose_words_a_takeover_holds_back_and_leaves_the_takers_waiting() {
    Ana ana = ana();
    UUID rita = operator("Rita");
    Delivery bos =
        delivery(ana, "req:bo-" + ana.candidate() + "/0", Author.RECRUITER, 0, "oi", null);
    Delivery ritas =
        delivery(ana, "req:rita-" + ana.candidate() + "/0", Author.RECRUITER, 0, "oi", null);
    waits(ana, bos);
    waits(ana, ritas);
    writtenBy(operator("Bo"), bos);
    writtenBy(rita, ritas);
    UUID takeover = raiseBrake(ana, rita);

    TakeoverReceipt receipt = journal.stopBot(stop(ana, takeover));

    assertThat(receipt.words()).containsExactly(new HeldBack(bos.key(), "Bo"));
    assertThat(intent(bos.key())).isEqualTo("REJECTED");
    assertThat(intent(ritas.key())).isEqualTo("QUEUED");
  }

  @Test
  void a_throttle_answer_that_comes_after_the_brake_rose_leaves_nothing_waiting() {
    Ana ana = ana();
    UUID rita = operator("Rita");
    GRAPH.answers(
        request -> {
          raiseBrake(ana, rita);
          return Answer.of(429, "{\"error\":{\"code\":130429}}");
        });
    Delivery late =
        delivery(ana, "req:late-" + ana.candidate() + "/0", Author.RECRUITER, 0, "oi", null);

    assertThat(channel.deliver(late).outcome()).isEqualTo(Outcome.BRAKED);

    assertThat(intent(late.key())).isEqualTo("REJECTED");
    assertThat(
            column(String.class, "select settled_by from send_intent where key = :id", late.key()))
        .isEqualTo("brake");
    GRAPH.answers(
        request -> Answer.of(200, "{\"messages\":[{\"id\":\"wamid.n-" + ana.candidate() + "\"}]}"));
    Delivery next =
        delivery(ana, "req:next-" + ana.candidate() + "/0", Author.RECRUITER, 1, "oi", null);
    assertThat(channel.deliver(next).outcome()).isEqualTo(Outcome.SENT);
  }

  private UUID nextJourney(Ana before) {
    jdbc.sql("update journey set status = 'COMPLETED', ended_at = now() where id = :id")
        .param("id", before.journey().journeyId())
        .update();
    UUID message = says(before.candidate(), "oi de novo");
    return journal.open(open(before, "next", List.of(message))).journeyId();
  }

  private void waits(Ana ana, Delivery delivery) {
    deadSend(ana, delivery, Duration.ofSeconds(5));
    jdbc.sql(
            "update send_intent set state = 'QUEUED', author = :author, not_after = null where key = :key")
        .param("author", delivery.author().name())
        .param("key", delivery.key())
        .update();
  }

  private void writtenBy(UUID operator, Delivery delivery) {
    jdbc.sql("update send_intent set operator_id = :operator where key = :key")
        .param("operator", operator)
        .param("key", delivery.key())
        .update();
  }

  private TakeoverReceipt stops(Ana ana, UUID takeover, long epoch, String... unsaid) {
    return journal.stopBot(
        new Journal.StopBot(
            ana.candidate(), ana.journey().journeyId(), takeover, epoch, List.of(unsaid)));
  }

  private static Journal.StopBot stop(Ana ana, UUID takeover) {
    return new Journal.StopBot(ana.candidate(), ana.journey().journeyId(), takeover, 1, List.of());
  }
}
