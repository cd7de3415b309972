package io.talaria.dev.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.talaria.dev.storm.people.Desk;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Temporal was emptied, or restored to an older point than PostgreSQL. */
class TemporalLostTest {
  private static final Duration SOON = Duration.ofSeconds(60);

  private static Installation talaria;
  private static SimulatedWhatsApp whatsapp;
  private Desk desk;

  @BeforeAll
  static void start() {
    talaria = Installation.own("lost", List.of("simulators", "worker", "gateway"));
    whatsapp = talaria.whatsapp();
  }

  @BeforeEach
  void open() {
    desk = talaria.desk();
  }

  @AfterEach
  void shut() {
    desk.close();
  }

  @AfterAll
  static void end() {
    talaria.stack().close();
  }

  @Test
  void each_journey_goes_on_from_the_journal_when_temporal_was_emptied() throws Exception {
    // given one who waits for an answer, one who is silent, and one whom Camila has
    String ana = greeted("5511900000801");
    String bia = greeted("5511900000802");
    String caio = greeted("5511900000803");
    var camila = new Recruiter(talaria, desk, "camila", caio);
    camila.takesOver();
    camila.writes("Oi, é a Camila");
    hasHeard(caio, 2);

    // when Temporal starts empty, and is told what its current build is
    talaria.stack().withTemporalEnded(DataFolder::delete);
    whatsapp.tapsFirstChoice(ana);
    await().atMost(SOON).until(() -> talaria.journal().received(ana) == 2);
    makeCurrent();
    assertThat(talaria.repair("--lost", "--apply")).contains("went on");

    // then everybody is where they were, and hears nothing twice
    hasHeard(ana, 2);
    whatsapp.tapsFirstChoice(bia);
    hasHeard(bia, 2);
    whatsapp.says(caio, "oi, Camila");
    await().atMost(SOON).until(() -> talaria.journal().notTakenIn(caio) == 0);
    assertThat(talaria.journal().mode(caio)).isEqualTo("HUMAN");
    camila.writes("Tudo bem?");
    hasHeard(caio, 3);
    camila.handsBack();
    hasHeard(caio, 4);
    nothingMore(Map.of(ana, 2, bia, 2, caio, 4));
  }

  @Test
  void each_journey_goes_on_from_the_journal_when_temporal_was_restored_to_an_older_point()
      throws Exception {
    // given what Temporal's backup doesn't know: an answer, and a takeover
    String ana = greeted("5511900000811");
    String bia = greeted("5511900000812");
    Path backup = Installation.newFolder("backup").resolve("temporal");
    Instant backedUp = Instant.now();
    talaria.stack().withTemporalEnded(data -> DataFolder.copy(data, backup));
    whatsapp.tapsFirstChoice(ana);
    hasHeard(ana, 2);
    var carla = new Recruiter(talaria, desk, "carla", bia);
    carla.takesOver();
    carla.writes("Oi, é a Carla");
    hasHeard(bia, 2);

    // when it goes back, while Ana writes
    talaria.stack().stop("gateway");
    talaria.stack().stop("worker");
    talaria.stack().withTemporalEnded(data -> DataFolder.putBack(backup, data));
    talaria.stack().restart("worker");
    talaria.stack().restart("gateway");
    whatsapp.tapsFirstChoice(ana);
    whatsapp.says(bia, "oi?");
    assertThat(talaria.repair("--all", "--since", backedUp.toString(), "--apply"))
        .contains("went on");

    // then what the journal knows holds
    hasHeard(ana, 3);
    await().atMost(SOON).until(() -> talaria.journal().notTakenIn(bia) == 0);
    assertThat(talaria.journal().mode(bia)).isEqualTo("HUMAN");
    carla.writes("Tudo bem?");
    hasHeard(bia, 3);
    carla.handsBack();
    hasHeard(bia, 4);
    nothingMore(Map.of(ana, 3, bia, 4));
  }

  /** A candidate whom the bot has asked its first question. */
  private static String greeted(String number) {
    whatsapp.candidate(number, "Ana Souza");
    whatsapp.says(number, "oi");
    hasHeard(number, 1);
    return number;
  }

  private static void hasHeard(String number, int messages) {
    await().atMost(SOON).until(() -> whatsapp.ledger(number).size() == messages);
    await().atMost(SOON).until(() -> talaria.journal().notTakenIn(number) == 0);
  }

  /** Longer than a typing pause. */
  private static void nothingMore(Map<String, Integer> heard) {
    await()
        .during(Duration.ofSeconds(10))
        .atMost(SOON)
        .untilAsserted(
            () ->
                heard.forEach(
                    (number, messages) -> assertThat(whatsapp.ledger(number)).hasSize(messages)));
  }

  /** As whoever runs it does by hand, once the worker has told the new server of its build. */
  private static void makeCurrent() {
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              String told = deployment("describe", "--name", "talaria", "-o", "json");
              String build = JsonMapper.shared().readTree(told).findPath("BuildID").asString();
              assertThat(build).isNotEmpty();
              deployment(
                  "set-current-version",
                  "--yes",
                  "--deployment-name",
                  "talaria",
                  "--build-id",
                  build);
            });
  }

  private static String deployment(String... arguments) {
    var command = new ArrayList<>(List.of("worker", "deployment"));
    command.addAll(List.of(arguments));
    return talaria.temporal(command.toArray(String[]::new));
  }
}
