package io.talaria.worker.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.talaria.journal.send.Intents;
import io.talaria.port.Delivered;
import io.talaria.port.Delivered.Outcome;
import io.talaria.port.Delivery;
import io.talaria.worker.FakeHttp.Answer;
import io.talaria.worker.WorkerSettings;
import io.talaria.worker.World;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A slow WhatsApp gets no more than its share of the slots in which takeovers are answered. */
class SlowWhatsAppTest extends World {
  private static final String ACCEPTED = "{\"messages\":[{\"id\":\"wamid.%s\"}]}";

  @Autowired Intents intents;
  @Autowired GraphClient graph;
  @Autowired WhatsAppSettings settings;
  @Autowired ReadReceipts receipts;

  @Test
  void when_a_quarter_of_the_slots_is_sending_a_reply_waits_on_the_queue_without_a_call() {
    WhatsAppChannel channel = channel(8);
    var inCall = new CountDownLatch(2);
    var go = new CountDownLatch(1);
    GRAPH.answers(
        request -> {
          inCall.countDown();
          waitFor(go);
          return accepted();
        });
    try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
      var sending = new ArrayList<CompletableFuture<Delivered>>();
      for (Ana ana : List.of(ana(), ana())) {
        Delivery reply = reply(ana, "Olá");
        sending.add(CompletableFuture.supplyAsync(() -> channel.deliver(reply), workers));
      }
      waitFor(inCall);

      waitsWithoutACall(channel);

      go.countDown();
      assertThat(sending).extracting(each -> each.join().outcome()).containsOnly(Outcome.SENT);
    }
    assertThat(channel.deliver(reply(ana(), "Olá")).outcome()).isEqualTo(Outcome.SENT);
  }

  @Test
  void when_recent_calls_were_slow_a_reply_waits_on_the_queue_without_a_call() {
    WhatsAppChannel channel = channel(64);
    GRAPH.answers(
        request -> {
          pause(Duration.ofMillis(2100));
          return accepted();
        });
    try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Delivery> replies = IntStream.range(0, 10).mapToObj(n -> reply(ana(), "Olá")).toList();
      assertThat(
              replies.stream()
                  .map(
                      reply -> CompletableFuture.supplyAsync(() -> channel.deliver(reply), workers))
                  .toList())
          .extracting(each -> each.join().outcome())
          .containsOnly(Outcome.SENT);
    }
    GRAPH.answers(request -> accepted());

    waitsWithoutACall(channel);
  }

  @Test
  void a_number_that_sends_too_much_rests_and_its_replies_wait_without_a_call() {
    WhatsAppChannel channel = channel(64);
    GRAPH.answers(request -> Answer.of(429, "{\"error\":{\"code\":130429}}"));
    Delivery first = reply(ana(), "Olá");
    assertThat(channel.deliver(first).outcome()).isEqualTo(Outcome.DEFERRED);
    assertThat(GRAPH.got(first.key())).hasSize(1);
    GRAPH.answers(request -> accepted());

    waitsWithoutACall(channel);
    Delivery governed = reply(ana(), "Olá");
    assertThatThrownBy(() -> channel.send(governed))
        .isInstanceOfSatisfying(
            ApplicationFailure.class,
            later -> assertThat(later.getNextRetryDelay()).isLessThan(Duration.ofSeconds(3)));
    assertThat(GRAPH.got(governed.key())).isEmpty();
  }

  private void waitsWithoutACall(WhatsAppChannel channel) {
    Delivery reply = reply(ana(), "Olá");
    assertThat(channel.deliver(reply).outcome()).isEqualTo(Outcome.DEFERRED);
    assertThat(GRAPH.got(reply.key())).isEmpty();
    assertThat(column(String.class, "select state from send_intent where key = :id", reply.key()))
        .as("people see what waits")
        .isEqualTo("QUEUED");
    assertThat(column(Integer.class, "select count(*) from turn where key = :id", turnOf(reply)))
        .as("nobody answers the same message otherwise")
        .isOne();
  }

  private static String turnOf(Delivery reply) {
    return java.util.Objects.requireNonNull(reply.claim()).key();
  }

  private WhatsAppChannel channel(int slots) {
    return new WhatsAppChannel(
        intents,
        graph,
        settings,
        receipts,
        new Throttle(Duration.ofSeconds(2), InstantSource.system()),
        new SpareRate(settings),
        new WorkerSettings(slots, 8, 10, Duration.ofSeconds(30), Duration.ofSeconds(2)));
  }

  private static Answer accepted() {
    return Answer.of(200, ACCEPTED.formatted(UUID.randomUUID()));
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
