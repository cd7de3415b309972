package io.talaria.dev.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.talaria.dev.storm.people.Desk;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** PostgreSQL was restored to before a takeover of which Temporal knows. */
class RestoredTest {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final List<String> PARTS = List.of("simulators", "worker", "gateway");
  private static final String ANA = "5511900000701";

  private final Path backup = Installation.newFolder("backup").resolve("postgres");
  private Installation talaria;
  private SimulatedWhatsApp whatsapp;
  private Desk desk;

  @BeforeEach
  void start() {
    talaria = Installation.own("restored", PARTS);
    whatsapp = talaria.whatsapp();
    desk = talaria.desk();
  }

  @AfterEach
  void end() {
    desk.close();
    talaria.stack().close();
  }

  @Test
  void who_took_over_after_the_backup_holds_it_still_and_the_bot_says_nothing()
      throws InterruptedException {
    // given a candidate whom the bot greeted
    whatsapp.candidate(ANA, "Ana Souza");
    whatsapp.says(ANA, "oi");
    hasHeard(1);
    var camila = new Recruiter(talaria, desk, "camila", ANA);
    talaria.stack().withDatabaseEnded(data -> DataFolder.copy(data, backup));

    // and a recruiter who took over after the backup
    camila.takesOver();
    camila.writes("Oi, é a Camila");
    hasHeard(2);
    assertThat(talaria.journal().mode(ANA)).isEqualTo("HUMAN");

    // when the database goes back
    talaria.stack().stop("gateway");
    talaria.stack().stop("worker");
    talaria.stack().withDatabaseEnded(data -> DataFolder.putBack(backup, data));
    assertThat(talaria.journal().mode(ANA)).isEqualTo("BOT");
    assertThat(talaria.journal().brake(ANA).holder()).isNull();
    talaria.repair("--standstill", "--apply");
    talaria.stack().restart("worker");
    talaria.stack().restart("gateway");

    // then nothing is said while all stands still, and nothing when it is released
    whatsapp.says(ANA, "e aí?");
    isSilent();
    assertThat(talaria.repair("--release", "--apply")).contains("released");
    assertThat(talaria.journal().brake(ANA).holder()).isEqualTo(camila.id());
    assertThat(talaria.journal().brake(ANA).standstill()).isFalse();
    whatsapp.says(ANA, "e agora?");
    await().atMost(SOON).until(() -> talaria.journal().notTakenIn(ANA) == 0);
    isSilent();
    assertThat(talaria.journal().mode(ANA)).isEqualTo("HUMAN");

    // and the bot answers when its holder gives it back
    camila.handsBack();
    await().atMost(SOON).until(() -> whatsapp.ledger(ANA).size() > 2);
    assertThat(talaria.journal().mode(ANA)).isEqualTo("BOT");
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
}
