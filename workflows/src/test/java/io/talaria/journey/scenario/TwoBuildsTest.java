package io.talaria.journey.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.talaria.journey.JourneyIds;
import io.talaria.journey.ReplyReceipt.Standing;
import io.talaria.port.Delivery;
import io.temporal.api.workflowservice.v1.SetWorkerDeploymentCurrentVersionRequest;
import io.temporal.common.VersioningBehavior;
import io.temporal.common.WorkerDeploymentVersion;
import io.temporal.worker.WorkerDeploymentOptions;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A new build takes over from the old one on the real server, while people talk. */
class TwoBuildsTest {
  private static final String DEPLOYMENT = "talaria";
  private ScenarioWorld world;

  @BeforeEach
  void start() {
    world = new ScenarioWorld(RealServer.start());
  }

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void journeys_begun_on_one_build_go_on_on_the_next_and_nothing_is_lost() {
    // given journeys that began on build one, some of them held by a recruiter, and build two
    // waiting beside it
    WorkerFactory one = build("one");
    makeCurrent("one");
    List<Scenario> journeys = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      journeys.add(
          new Scenario(world, Neighbours.plan(false, Duration.ofMillis(100)), 0)
              .says("oi")
              .hears("automatizado"));
    }
    var camila = journeys.getFirst().recruiter("Camila");
    camila.takesOver();
    assertThat(journeys).allMatch(ana -> build(ana).equals("one"));
    WorkerFactory two = build("two");

    // when build two is made current while candidates write and the recruiter answers
    UUID request = UUID.randomUUID();
    for (int round = 0; round < 6; round++) {
      if (round == 2) {
        makeCurrent("two");
      }
      for (Scenario ana : journeys) {
        ana.says("mensagem " + round);
      }
      var reply = camila.replies(round < 4 ? request : UUID.randomUUID(), "resposta");
      assertThat(reply.standing()).isEqualTo(Standing.SENT);
    }

    // then nothing is left for build one, and it may go
    journeys.forEach(ana -> await().atMost(Duration.ofSeconds(20)).until(() -> takenIn(ana) == 7));
    one.shutdown();
    one.awaitTermination(10, TimeUnit.SECONDS);
    journeys.forEach(ana -> ana.says("ainda aí?"));
    journeys.forEach(ana -> await().atMost(Duration.ofSeconds(20)).until(() -> takenIn(ana) == 8));
    journeys.forEach(
        ana -> await().atMost(Duration.ofSeconds(20)).until(() -> build(ana).equals("two")));

    // and each message was answered once, the repeated request too
    assertThat(journeys.getFirst().said()).filteredOn("resposta"::equals).hasSize(3);
    for (Scenario ana : journeys.subList(1, journeys.size())) {
      await().atMost(Duration.ofSeconds(20)).until(() -> ana.state().inbox().open().isEmpty());
      assertThat(answered(ana)).hasSize(8).doesNotHaveDuplicates();
    }
    two.shutdown();
  }

  private WorkerFactory build(String id) {
    WorkerFactory factory = WorkerFactory.newInstance(world.client());
    world.register(
        factory,
        WorkerOptions.newBuilder(ScenarioWorld.patient())
            .setDeploymentOptions(
                WorkerDeploymentOptions.newBuilder()
                    .setUseVersioning(true)
                    .setVersion(new WorkerDeploymentVersion(DEPLOYMENT, id))
                    .setDefaultVersioningBehavior(VersioningBehavior.AUTO_UPGRADE)
                    .build())
            .build());
    factory.start();
    return factory;
  }

  /** What {@code temporal worker deployment set-current-version} does; waits for its pollers. */
  private void makeCurrent(String build) {
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(300))
        .ignoreExceptions()
        .until(
            () -> {
              world
                  .env
                  .getWorkflowServiceStubs()
                  .blockingStub()
                  .setWorkerDeploymentCurrentVersion(
                      SetWorkerDeploymentCurrentVersionRequest.newBuilder()
                          .setNamespace(world.env.getNamespace())
                          .setDeploymentName(DEPLOYMENT)
                          .setBuildId(build)
                          .setIdentity("test")
                          .build());
              return true;
            });
  }

  /** The build that took the journey's last step. */
  private String build(Scenario ana) {
    return world
        .client()
        .fetchHistory(JourneyIds.workflowId(ana.candidateId))
        .getEvents()
        .reversed()
        .stream()
        .filter(event -> event.hasWorkflowTaskCompletedEventAttributes())
        .map(
            event ->
                event.getWorkflowTaskCompletedEventAttributes().getDeploymentVersion().getBuildId())
        .findFirst()
        .orElse("");
  }

  private static int takenIn(Scenario ana) {
    synchronized (ana.neighbours) {
      return ana.neighbours.takenIn.size();
    }
  }

  private static List<UUID> answered(Scenario ana) {
    synchronized (ana.neighbours) {
      return ana.neighbours.sent.stream()
          .map(Delivery::claim)
          .flatMap(claim -> claim.inputIds().stream())
          .toList();
    }
  }
}
