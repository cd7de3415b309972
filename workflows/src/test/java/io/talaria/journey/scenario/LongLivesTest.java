package io.talaria.journey.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.talaria.journey.MessageReceived;
import io.talaria.journey.MessageReceived.Kind;
import io.talaria.journey.ReplyReceipt;
import io.talaria.journey.ReplyReceipt.Standing;
import io.talaria.port.Delivered.Outcome;
import io.talaria.port.Delivery;
import io.talaria.port.Desk;
import io.temporal.api.enums.v1.EventType;
import io.temporal.client.WorkflowServiceException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Journeys that live long, on the real server: their runs end under load, they don't. */
class LongLivesTest {
  private static final int FULL = 40;
  private static ScenarioWorld world;

  @BeforeAll
  static void start() {
    world = new ScenarioWorld(RealServer.start());
    world.register(world.env.getWorkerFactory(), ScenarioWorld.patient());
    world.env.start();
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @Test
  void new_runs_under_load_lose_no_message_no_request_no_queued_send_no_alert_and_no_deadline()
      throws Exception {
    // given a held journey whose waiting alert finds the desk away
    var ana =
        new Scenario(
            world, Neighbours.plan(false, Duration.ofMillis(200), Duration.ofSeconds(2)), FULL);
    ana.says("oi").hears("automatizado");
    ana.neighbours.deskAway = true;
    var camila = ana.recruiter("Camila");
    camila.takesOver();
    ana.says("tem vaga?");
    ana.until(state -> state.silence().waitAlerted());

    // when the candidate writes, the recruiter answers with each request sent twice, and one of
    // the answers waits on the governed queue meanwhile
    ana.neighbours.queueFull = new CountDownLatch(1);
    var replies = new ArrayList<CompletableFuture<List<ReplyReceipt>>>();
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 60; i++) {
        ana.says("mensagem " + i);
        if (i == 12) {
          synchronized (ana.neighbours) {
            ana.neighbours.nextOutcome = Outcome.DEFERRED;
          }
        }
        if (i % 3 == 0) {
          UUID request = UUID.randomUUID();
          String text = "resposta " + i;
          replies.add(CompletableFuture.supplyAsync(() -> twice(camila, request, text), people));
        }
        if (i == 24) {
          ana.neighbours.queueFull.countDown();
        }
        Thread.sleep(60);
      }

      // then every answer was sent once, and told the same to whoever asked twice
      var receipts = new ArrayList<ReplyReceipt>();
      for (var reply : replies) {
        List<ReplyReceipt> told = reply.get();
        assertThat(told).hasSize(2);
        assertThat(told.getFirst()).isEqualTo(told.getLast());
        receipts.add(told.getFirst());
      }
      // What finds another send waiting on the governed queue waits behind it, and is told so.
      assertThat(receipts)
          .extracting(ReplyReceipt::standing)
          .isSubsetOf(Standing.SENT, Standing.QUEUED);
    }
    assertThat(ana.said()).filteredOn(text -> text.startsWith("resposta")).doesNotHaveDuplicates();
    assertThat(ana.said()).filteredOn(text -> text.startsWith("resposta")).hasSize(20);
    await().atMost(Duration.ofSeconds(10)).until(() -> takenIn(ana) == 62);
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () -> assertThat(world.lengthsOfRuns(ana.candidateId)).hasSizeGreaterThan(1));

    // and the alert that was under way all the time is told once, by whichever run lives
    assertThat(ana.state().pendingAlerts()).isNotEmpty();
    ana.neighbours.deskAway = false;
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> kinds(ana).stream().filter(Desk.Kind.WAITING::equals).count() >= 1);
    assertThat(ana.neighbours.alerts).extracting(Desk.Alert::episode).doesNotHaveDuplicates();

    // and the bot goes on where it stood
    camila.handsBack();
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> ana.said().stream().anyMatch(t -> t.contains("nome") || t.contains("cargo")));
  }

  @Test
  void a_candidate_who_never_stops_writing_is_answered_and_the_run_stays_bounded()
      throws Exception {
    // given
    var ana = new Scenario(world, Neighbours.plan(false, Duration.ofMillis(30)), FULL);
    ana.stepWithin = Duration.ofSeconds(9);
    ana.says("oi").hears("automatizado");
    ana.recruiter("Camila").takesOver();

    // when no moment is without news
    var messages = new ArrayList<MessageReceived>();
    for (int i = 0; i < 250; i++) {
      messages.add(
          new MessageReceived(
              UUID.randomUUID(), 100 + i, ana.now(), Kind.TEXT, "m" + i, null, Scenario.NUMBER));
      ana.sends(messages.getLast());
      Thread.sleep(15);
    }

    // then each is taken in, and no run is much longer than twice the limit
    await().atMost(Duration.ofSeconds(20)).until(() -> takenIn(ana) == messages.size() + 1);
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () ->
                assertThat(world.lengthsOfRuns(ana.candidateId))
                    .hasSizeGreaterThan(2)
                    .allMatch(length -> length < 6 * FULL));

    // and a step of the last one is given to another worker as soon as one of the first
    assertThat(ana.stepOfRun()).isEqualTo(ana.stepWithin);
  }

  @Test
  void a_bot_answers_each_message_once_across_its_runs() throws Exception {
    // given
    var ana = new Scenario(world, Neighbours.plan(false, Duration.ofMillis(20)), FULL);

    // when
    for (int i = 0; i < 80; i++) {
      ana.says("mensagem " + i);
      Thread.sleep((i * 7) % 60);
    }

    // then
    await().atMost(Duration.ofSeconds(20)).until(() -> takenIn(ana) == 80);
    await().atMost(Duration.ofSeconds(10)).until(() -> ana.state().inbox().open().isEmpty());
    assertThat(world.runs(ana.candidateId)).isGreaterThan(1);
    synchronized (ana.neighbours) {
      List<UUID> answered =
          ana.neighbours.sent.stream()
              .map(Delivery::claim)
              .flatMap(claim -> claim.inputIds().stream())
              .toList();
      assertThat(answered).doesNotHaveDuplicates();
    }
  }

  @Test
  void no_run_goes_on_in_a_new_one_in_the_step_in_which_a_queued_sends_outcome_is_recorded() {
    // given a reply on the governed queue, whose outcome comes while an overdue run ends
    var ana = new Scenario(world, Neighbours.plan(false, Duration.ofMillis(20)), FULL);
    ana.says("oi").hears("automatizado");
    var full = new CountDownLatch(1);
    ana.neighbours.queueFull = full;
    ana.neighbours.nextOutcome = Outcome.DEFERRED;
    ana.taps("Ana").until(state -> state.outgoing().saying() != null);
    ana.neighbours.whenRecorded =
        () -> {
          if (world.length(ana.candidateId) >= 2 * FULL) {
            full.countDown();
          }
        };

    // when
    for (int i = 0; full.getCount() > 0; i++) {
      String text = "mensagem " + i;
      ana.says(text).until(state -> takenIn(ana, ana.lastMessage()));
    }
    ana.hears("cargo");
    await().atMost(Duration.ofSeconds(10)).until(() -> world.runs(ana.candidateId) > 1);

    // then the step that ended it did nothing else
    assertThat(world.runsThatWentOn(ana.candidateId))
        .allSatisfy(
            run -> {
              var events = run.getEvents();
              assertThat(events.get(events.size() - 2).getEventType())
                  .isEqualTo(EventType.EVENT_TYPE_WORKFLOW_TASK_COMPLETED);
            });
  }

  private static boolean takenIn(Scenario ana, MessageReceived message) {
    synchronized (ana.neighbours) {
      return ana.neighbours.takenIn.contains(message.id());
    }
  }

  private static List<ReplyReceipt> twice(Scenario.Recruiter camila, UUID request, String text) {
    return List.of(
        asksAsTheConsoleDoes(camila, request, text), asksAsTheConsoleDoes(camila, request, text));
  }

  /**
   * A request that meets the very step that goes on in a new run is answered FAILED_PRECONDITION:
   * the server threw that step away. The console asks again, with the same id.
   */
  private static ReplyReceipt asksAsTheConsoleDoes(
      Scenario.Recruiter camila, UUID request, String text) {
    for (int again = 0; ; again++) {
      try {
        return camila.replies(request, text);
      } catch (WorkflowServiceException e) {
        boolean discarded =
            e.getCause() instanceof StatusRuntimeException status
                && status.getStatus().getCode() == Status.Code.FAILED_PRECONDITION;
        if (!discarded || again == 5) {
          throw e;
        }
      }
    }
  }

  private static int takenIn(Scenario ana) {
    synchronized (ana.neighbours) {
      return ana.neighbours.takenIn.size();
    }
  }

  private static List<Desk.Kind> kinds(Scenario ana) {
    synchronized (ana.neighbours) {
      return ana.neighbours.alerts.stream().map(Desk.Alert::kind).toList();
    }
  }
}
