package io.talaria.dev.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The worker is killed at the worst moments: nothing is lost, nothing is sent twice. */
class CrashTest {
  /** A dead worker's local activity is taken up by its workflow task's time-out. */
  private static final Duration RECOVERY = Duration.ofSeconds(60);

  /** From when on a worker runs again, whether it was frozen or killed. */
  private static final Duration PROMISED = Duration.ofSeconds(35);

  private Installation talaria;
  private SimulatedWhatsApp whatsapp;

  @BeforeEach
  void start() {
    talaria = Installation.shared();
    whatsapp = talaria.whatsapp();
  }

  @AfterEach
  void behave() {
    whatsapp.behaves();
  }

  @Test
  void a_worker_killed_in_the_middle_of_a_send_answers_once() {
    // given WhatsApp accepts at once and answers late
    String number = "5511900000301";
    whatsapp.candidate(number, "Paulo Reis");
    whatsapp.misbehaves(Map.of("slowMillis", 4000));

    // when the worker dies while it waits for that answer
    whatsapp.says(number, "oi");
    await().atMost(RECOVERY).until(() -> whatsapp.ledger(number).size() == 1);
    talaria.stack().kill("worker");
    whatsapp.behaves();
    talaria.stack().restart("worker");

    // then the message counts as answered, by the one message that had left
    await().atMost(PROMISED).until(() -> talaria.journal().notTakenIn(number) == 0);
    await()
        .atMost(PROMISED)
        .untilAsserted(
            () -> {
              var intents = talaria.journal().intents(number);
              assertThat(intents).extracting(Journal.Intent::state).containsExactly("SENT");
              assertThat(intents.getFirst().wamid())
                  .isEqualTo(whatsapp.ledger(number).getFirst().wamid());
            });
    staysAt(number, 1);

    // and the journey goes on
    whatsapp.tapsFirstChoice(number);
    await().atMost(RECOVERY).until(() -> whatsapp.ledger(number).size() == 2);
  }

  @Test
  void a_worker_frozen_in_the_middle_of_a_send_wakes_to_no_second_message() {
    // given WhatsApp accepts at once and answers late
    String number = "5511900000306";
    whatsapp.candidate(number, "Livia Prado");
    whatsapp.misbehaves(Map.of("slowMillis", 4000));

    // when the worker stands still for longer than a workflow task may take
    whatsapp.says(number, "oi");
    await().atMost(RECOVERY).until(() -> whatsapp.ledger(number).size() == 1);
    ProcessHandle worker = worker();
    signal(worker, "STOP");
    whatsapp.behaves();
    await()
        .pollDelay(Duration.ofSeconds(12))
        .atMost(Duration.ofSeconds(14))
        .until(() -> whatsapp.ledger(number).size() == 1);
    signal(worker, "CONT");

    // then the message counts as answered, by the one message that had left
    await().atMost(PROMISED).until(() -> talaria.journal().notTakenIn(number) == 0);
    await()
        .atMost(PROMISED)
        .untilAsserted(
            () ->
                assertThat(talaria.journal().intents(number))
                    .extracting(Journal.Intent::state)
                    .containsExactly("SENT"));
    staysAt(number, 1);

    // and the journey goes on
    whatsapp.tapsFirstChoice(number);
    await().atMost(PROMISED).until(() -> whatsapp.ledger(number).size() == 2);
  }

  @Test
  void a_send_whose_outcome_nobody_knows_is_shown_and_not_repeated() {
    // given WhatsApp accepts, answers nobody, and tells of it late
    String number = "5511900000302";
    whatsapp.candidate(number, "Marina Costa");
    whatsapp.misbehaves(Map.of("dropAnswers", 1, "lateSeconds", 3600));

    // when
    whatsapp.says(number, "oi");

    // then
    await()
        .atMost(RECOVERY)
        .untilAsserted(
            () ->
                assertThat(talaria.journal().intents(number))
                    .extracting(Journal.Intent::state)
                    .containsExactly("UNCERTAIN"));
    assertThat(whatsapp.ledger(number)).hasSize(1);
    staysAt(number, 1);
  }

  @Test
  void a_worker_killed_in_the_middle_of_a_turn_answers_each_message_once() {
    // given WhatsApp has three answers of the bot, of which the worker has not heard
    List<String> numbers = List.of("5511900000303", "5511900000304", "5511900000305");
    numbers.forEach(number -> whatsapp.candidate(number, "Candidate " + number.substring(10)));
    whatsapp.misbehaves(Map.of("slowMillis", 4000));
    numbers.forEach(number -> whatsapp.says(number, "oi"));
    numbers.forEach(
        number -> await().atMost(RECOVERY).until(() -> whatsapp.ledger(number).size() == 1));

    // when it is killed, they write on, and the next one knows more than was answered
    talaria.stack().kill("worker");
    whatsapp.behaves();
    numbers.forEach(number -> whatsapp.says(number, "tudo bem?"));
    talaria.stack().restart("worker");
    talaria.stack().kill("worker");
    talaria.stack().restart("worker");

    // then everything is taken in and answered, and no send exists twice
    for (String number : numbers) {
      await().atMost(RECOVERY).until(() -> talaria.journal().received(number) == 2);
      await().atMost(RECOVERY).until(() -> talaria.journal().notTakenIn(number) == 0);
      await()
          .atMost(RECOVERY)
          .until(
              () ->
                  talaria.journal().intents(number).stream()
                      .allMatch(intent -> List.of("SENT", "UNCERTAIN").contains(intent.state())));
      await().atMost(RECOVERY).until(() -> whatsapp.ledger(number).size() >= 2);
      staysAt(number, 2);
      var sent = whatsapp.ledger(number);
      assertThat(sent).extracting(SimulatedWhatsApp.Sent::key).doesNotHaveDuplicates();
      assertThat(sent).extracting(SimulatedWhatsApp.Sent::text).doesNotHaveDuplicates();
    }
  }

  private static ProcessHandle worker() {
    return ProcessHandle.current()
        .descendants()
        .filter(child -> child.info().command().orElse("").endsWith("java"))
        .filter(child -> child.info().commandLine().orElse("").contains("talaria-worker"))
        .findFirst()
        .orElseThrow();
  }

  private static void signal(ProcessHandle process, String signal) {
    try {
      var kill = new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()));
      assertThat(kill.inheritIO().start().waitFor()).isZero();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void staysAt(String number, int sends) {
    await()
        .during(Duration.ofSeconds(5))
        .atMost(Duration.ofSeconds(7))
        .until(() -> whatsapp.ledger(number).size() == sends);
  }
}
