package io.talaria.dev.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.talaria.journey.CandidateJourney;
import io.talaria.journey.HandBack;
import io.talaria.journey.JourneyIds;
import io.talaria.journey.Reply;
import io.talaria.journey.TakeOver;
import io.talaria.port.Outbound;
import io.talaria.seal.ClearSeal;
import io.talaria.seal.SealCodec;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/** PostgreSQL was restored to before a takeover of which Temporal knows. */
class RestoredTest {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final List<String> PARTS = List.of("simulators", "worker", "gateway");
  private static final String ANA = "5511900000701";

  private final Path backup = Installation.newFolder("backup").resolve("postgres");
  private Installation talaria;
  private SimulatedWhatsApp whatsapp;
  private WorkflowServiceStubs stubs;

  @BeforeEach
  void start() {
    talaria = Installation.own("restored", PARTS);
    whatsapp = talaria.whatsapp();
    stubs =
        WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder()
                .setTarget("127.0.0.1:" + talaria.stack().ports().temporal())
                .build());
  }

  @AfterEach
  void end() {
    stubs.shutdownNow();
    talaria.stack().close();
  }

  @Test
  void who_took_over_after_the_backup_holds_it_still_and_the_bot_says_nothing()
      throws InterruptedException {
    // given a candidate whom the bot greeted
    whatsapp.candidate(ANA, "Ana Souza");
    whatsapp.says(ANA, "oi");
    hasHeard(1);
    UUID camila = talaria.journal().recruiter("camila");
    talaria.stack().withDatabaseEnded(data -> copy(data, backup));

    // and a recruiter who took over after the backup
    UUID takeover = UUID.randomUUID();
    long epoch = talaria.journal().brake(ANA).epoch() + 1;
    journey().takeOver(new TakeOver(takeover, camila, "Camila", epoch, null, false));
    journey().reply(new Reply(UUID.randomUUID(), camila, new Outbound.Text("Oi, é a Camila")));
    hasHeard(2);
    assertThat(talaria.journal().mode(ANA)).isEqualTo("HUMAN");

    // when the database goes back
    talaria.stack().stop("gateway");
    talaria.stack().stop("worker");
    talaria
        .stack()
        .withDatabaseEnded(
            data -> {
              delete(data);
              copy(backup, data);
            });
    assertThat(talaria.journal().mode(ANA)).isEqualTo("BOT");
    assertThat(talaria.journal().brake(ANA).holder()).isNull();
    talaria.repair("--standstill", "--apply");
    talaria.stack().restart("worker");
    talaria.stack().restart("gateway");

    // then nothing is said while all stands still, and nothing when it is released
    whatsapp.says(ANA, "e aí?");
    isSilent();
    assertThat(talaria.repair("--release", "--apply")).contains("released");
    assertThat(talaria.journal().brake(ANA).holder()).isEqualTo(camila);
    assertThat(talaria.journal().brake(ANA).standstill()).isFalse();
    whatsapp.says(ANA, "e agora?");
    await().atMost(SOON).until(() -> talaria.journal().notTakenIn(ANA) == 0);
    isSilent();
    assertThat(talaria.journal().mode(ANA)).isEqualTo("HUMAN");

    // and the bot answers when its holder gives it back
    journey().handBack(new HandBack(UUID.randomUUID(), camila, takeover, null, null, null, false));
    await().atMost(SOON).until(() -> whatsapp.ledger(ANA).size() > 2);
    assertThat(talaria.journal().mode(ANA)).isEqualTo("BOT");
  }

  private CandidateJourney journey() {
    UUID candidate = UUID.fromString(talaria.journal().candidate(ANA));
    return WorkflowClient.newInstance(
            stubs,
            WorkflowClientOptions.newBuilder()
                .setDataConverter(SealCodec.dataConverter(new ClearSeal()))
                .build())
        .newWorkflowStub(CandidateJourney.class, JourneyIds.workflowId(candidate));
  }

  private void hasHeard(int messages) {
    await().atMost(SOON).until(() -> whatsapp.ledger(ANA).size() == messages);
    await().atMost(SOON).until(() -> talaria.journal().notTakenIn(ANA) == 0);
  }

  /** Longer than a typing pause. */
  private void isSilent() {
    await()
        .during(Duration.ofSeconds(10))
        .atMost(SOON)
        .until(() -> whatsapp.ledger(ANA).size() == 2);
  }

  /** With owners and rights, which PostgreSQL looks at. */
  private static void copy(Path from, Path to) throws InterruptedException {
    try {
      var copy = new ProcessBuilder("cp", "-a", from.toString(), to.toString());
      assertThat(copy.inheritIO().start().waitFor()).isZero();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try {
      FileSystemUtils.deleteRecursively(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
