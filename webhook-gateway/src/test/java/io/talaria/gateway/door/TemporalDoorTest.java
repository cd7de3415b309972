package io.talaria.gateway.door;

import static io.talaria.gateway.door.ListeningJourney.heardOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.grpc.Status;
import io.talaria.gateway.door.JourneyDoor.Answer;
import io.talaria.gateway.door.JourneyDoor.Told;
import io.talaria.journal.inbox.OpenMessage;
import io.talaria.journey.JourneyIds;
import io.talaria.journey.JourneyStart;
import io.talaria.journey.MessageReceived;
import io.talaria.journey.OutsideSpoke;
import io.talaria.journey.Phase;
import io.talaria.journey.PhaseChanged;
import io.talaria.journey.SendDelivered;
import io.talaria.journey.SendSettled;
import io.talaria.journey.SendTimed;
import io.talaria.journey.TakeOver;
import io.talaria.journey.Waking;
import io.talaria.seal.ClearSeal;
import io.talaria.seal.SealCodec;
import io.temporal.api.enums.v1.EventType;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemporalDoorTest {
  private static final UUID ACCOUNT = new UUID(0, 1);
  private static final RunSettings SETTINGS =
      new RunSettings(0, Waking.USUAL.from(), Waking.USUAL.grace());

  private static TestWorkflowEnvironment temporal;
  private static TemporalDoor door;

  @BeforeAll
  static void open() {
    temporal = environment();
    temporal
        .newWorker(JourneyIds.JOURNEYS_QUEUE)
        .registerWorkflowImplementationTypes(ListeningJourney.class);
    temporal.start();
    door = door(temporal.getWorkflowClient());
  }

  private static TestWorkflowEnvironment environment() {
    return TestWorkflowEnvironment.newInstance(
        TestEnvironmentOptions.newBuilder()
            .setUseTimeskipping(false)
            .setWorkflowClientOptions(
                WorkflowClientOptions.newBuilder()
                    .setDataConverter(SealCodec.dataConverter(new ClearSeal()))
                    .build())
            .build());
  }

  private static TemporalDoor door(WorkflowClient client) {
    var starts = new JourneyStarts(client, SETTINGS);
    return new TemporalDoor(client, new JourneyUpdates(client, starts), starts);
  }

  @AfterAll
  static void close() {
    temporal.close();
  }

  @Test
  void a_message_starts_a_journey_and_the_next_one_finds_it() {
    UUID candidate = UUID.randomUUID();
    assertThat(door.messageReceived(message(candidate, 1, "oi"))).isEqualTo(Told.HEARD);
    assertThat(door.messageReceived(message(candidate, 2, "tudo bem?"))).isEqualTo(Told.HEARD);
    await().until(() -> heardOf(candidate).equals(List.of("oi", "tudo bem?")));
  }

  @Test
  void a_running_journey_is_handed_a_message_and_has_it_when_that_returns() {
    UUID candidate = UUID.randomUUID();
    door.messageReceived(message(candidate, 1, "oi"));
    assertThat(door.messageHandedOver(message(candidate, 2, "tudo bem?"))).isEqualTo(Told.HEARD);
    assertThat(heardOf(candidate)).contains("handed over: tudo bem?");
  }

  @Test
  void a_first_message_starts_its_journey_which_has_it_when_that_returns() {
    UUID candidate = UUID.randomUUID();
    assertThat(door.messageHandedOver(message(candidate, 1, "oi"))).isEqualTo(Told.HEARD);
    assertThat(heardOf(candidate)).containsExactly("handed over: oi");
  }

  @Test
  void a_first_message_on_which_nobody_works_is_signalled() {
    try (TestWorkflowEnvironment idle = environment()) {
      WorkflowClient client = idle.getWorkflowClient();
      var starts = new JourneyStarts(client, SETTINGS);
      var updates = new JourneyUpdates(client, starts, Duration.ofMillis(300));
      UUID candidate = UUID.randomUUID();
      Instant began = Instant.now();
      assertThat(
              new TemporalDoor(client, updates, starts)
                  .messageHandedOver(message(candidate, 1, "oi")))
          .isEqualTo(Told.HEARD);
      assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(5));
      assertThat(client.fetchHistory(JourneyIds.workflowId(candidate)).getEvents())
          .extracting(event -> event.getEventType())
          .contains(EventType.EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED);
    }
  }

  @Test
  void a_journey_that_is_woken_has_made_its_step_when_that_returns() {
    UUID candidate = UUID.randomUUID();
    door.messageReceived(message(candidate, 1, "oi"));
    Instant due = Instant.now();
    assertThat(door.wake(candidate, due)).isEqualTo(Told.HEARD);
    assertThat(door.wake(candidate, due)).isEqualTo(Told.HEARD);
    assertThat(heardOf(candidate)).containsOnlyOnce("woken");
    assertThat(door.wake(UUID.randomUUID(), due)).isEqualTo(Told.NOBODY);
  }

  @ParameterizedTest
  @CsvSource({
    "UNAVAILABLE, no connection, AWAY",
    "UNAVAILABLE, workflow update was aborted, HEARD",
    "RESOURCE_EXHAUSTED, too many requests, AWAY",
    "NOT_FOUND, Namespace default is not found., AWAY",
    "NOT_FOUND, workflow execution already completed, NOBODY",
    "FAILED_PRECONDITION, Workflow Task in failed state, HEARD",
    "INTERNAL, who knows, HEARD"
  })
  void only_an_engine_that_is_away_is_waited_for(Status.Code code, String why, Told told) {
    var refusal = code.toStatus().withDescription(why).asRuntimeException();

    assertThat(TemporalDoor.notWoken(refusal)).isEqualTo(told);
  }

  @Test
  void a_journey_on_which_nobody_works_is_left_to_its_timer() {
    try (TestWorkflowEnvironment idle = environment()) {
      WorkflowClient client = idle.getWorkflowClient();
      var starts = new JourneyStarts(client, SETTINGS);
      var hasty =
          new TemporalDoor(
              client, new JourneyUpdates(client, starts, Duration.ofMillis(300)), starts);
      UUID candidate = UUID.randomUUID();
      hasty.messageReceived(message(candidate, 1, "oi"));
      assertThat(hasty.wake(candidate, Instant.now())).isEqualTo(Told.HEARD);
    }
  }

  @Test
  void a_message_for_a_journey_that_has_ended_starts_one() {
    UUID candidate = UUID.randomUUID();
    door.messageReceived(message(candidate, 1, "tchau"));
    temporal
        .getWorkflowClient()
        .newUntypedWorkflowStub(JourneyIds.workflowId(candidate))
        .getResult(Void.class);
    assertThat(door.messageHandedOver(message(candidate, 2, "voltei"))).isEqualTo(Told.HEARD);
    assertThat(heardOf(candidate)).contains("handed over: voltei");
  }

  @Test
  void a_message_that_its_journey_refuses_to_be_handed_is_signalled() {
    UUID candidate = UUID.randomUUID();
    door.messageReceived(message(candidate, 1, "oi"));
    assertThat(door.messageHandedOver(message(candidate, 2, "hmm"))).isEqualTo(Told.HEARD);
    await().until(() -> heardOf(candidate).contains("hmm"));
  }

  @Test
  void a_journey_that_has_ended_is_started_anew_under_its_id() {
    UUID candidate = UUID.randomUUID();
    door.messageReceived(message(candidate, 1, "tchau"));
    temporal
        .getWorkflowClient()
        .newUntypedWorkflowStub(JourneyIds.workflowId(candidate))
        .getResult(Void.class);
    assertThat(door.messageReceived(message(candidate, 2, "voltei"))).isEqualTo(Told.HEARD);
    await().until(() -> heardOf(candidate).contains("voltei"));
  }

  @Test
  void facts_start_no_journey() {
    UUID nobody = UUID.randomUUID();
    assertThat(door.sendSettled(nobody, new SendSettled("k", true, null, null, Instant.EPOCH)))
        .isEqualTo(Told.NOBODY);
    assertThat(door.sendTimed(nobody, new SendTimed("k", Instant.EPOCH))).isEqualTo(Told.NOBODY);
  }

  @Test
  void facts_reach_a_running_journey() {
    UUID candidate = UUID.randomUUID();
    door.messageReceived(message(candidate, 1, "oi"));
    assertThat(door.sendSettled(candidate, new SendSettled("k", true, null, null, Instant.EPOCH)))
        .isEqualTo(Told.HEARD);
    assertThat(door.sendDelivered(candidate, new SendDelivered("k", Instant.EPOCH)))
        .isEqualTo(Told.HEARD);
    assertThat(door.phaseChanged(candidate, new PhaseChanged(Phase.ALERT))).isEqualTo(Told.HEARD);
    var spoke =
        new OutsideSpoke(
            candidate, Instant.EPOCH, null, Map.of(), null, "offer", null, true, null, null);
    assertThat(door.outsideSpoke(candidate, spoke)).isEqualTo(Told.HEARD);
    await()
        .until(
            () ->
                heardOf(candidate)
                    .containsAll(
                        List.of("settled k", "delivered k", "phase ALERT", "outside offer")));
  }

  @Test
  void a_takeover_is_answered() {
    UUID candidate = UUID.randomUUID();
    door.messageReceived(message(candidate, 1, "oi"));
    assertThat(door.takeOver(candidate, takeOver("Rita")).answer()).isEqualTo(Answer.YES);
  }

  @Test
  void a_refusal_is_told_in_the_journeys_own_words() {
    UUID candidate = UUID.randomUUID();
    door.messageReceived(message(candidate, 1, "oi"));
    var asked = door.takeOver(candidate, takeOver("Otto"));
    assertThat(asked.answer()).isEqualTo(Answer.NO);
    assertThat(asked.refusal()).isEqualTo("Rita holds it since 10:42.");
  }

  @Test
  void a_run_that_has_not_begun_is_asked_again_later() {
    UUID candidate = UUID.randomUUID();
    door.messageReceived(message(candidate, 1, "oi"));
    assertThat(door.takeOver(candidate, takeOver("Too early")).answer()).isEqualTo(Answer.AWAY);
  }

  @Test
  void a_takeover_of_nobody_is_told_so() {
    assertThat(door.takeOver(UUID.randomUUID(), takeOver("Rita")).answer())
        .isEqualTo(Answer.NOBODY);
  }

  @Test
  void an_engine_that_is_away_is_told_within_seconds() {
    WorkflowServiceStubs unreachable =
        WorkflowServiceStubs.newServiceStubs(
            new TemporalSettings()
                .deadlines()
                .customize(WorkflowServiceStubsOptions.newBuilder())
                .setTarget("127.0.0.1:1")
                .build());
    try {
      TemporalDoor shut = door(WorkflowClient.newInstance(unreachable));
      Instant began = Instant.now();
      assertThat(shut.messageReceived(message(UUID.randomUUID(), 1, "oi"))).isEqualTo(Told.AWAY);
      assertThat(shut.takeOver(UUID.randomUUID(), takeOver("Rita")).answer())
          .isEqualTo(Answer.AWAY);
      assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(15));
    } finally {
      unreachable.shutdownNow();
    }
  }

  private static OpenMessage message(UUID candidate, long seq, String text) {
    return new OpenMessage(
        JourneyStart.first(ACCOUNT, candidate, "tech-hiring", "106540352242922", "BR"),
        new MessageReceived(
            UUID.randomUUID(),
            seq,
            Instant.EPOCH,
            MessageReceived.Kind.TEXT,
            text,
            null,
            "106540352242922"),
        false,
        null);
  }

  private static TakeOver takeOver(String name) {
    return new TakeOver(UUID.randomUUID(), UUID.randomUUID(), name, 1, null, false);
  }
}
