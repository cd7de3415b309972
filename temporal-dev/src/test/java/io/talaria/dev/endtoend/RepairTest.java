package io.talaria.dev.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs are lost behind the journal's back: the command finds them and they go on. */
class RepairTest {
  private static final Duration SOON = Duration.ofSeconds(60);

  private Installation talaria;
  private SimulatedWhatsApp whatsapp;

  @BeforeEach
  void start() {
    talaria = Installation.shared();
    whatsapp = talaria.whatsapp();
  }

  @Test
  void a_lost_journey_goes_on_where_it_was_and_nothing_is_sent_again() {
    // given a candidate who was greeted, and a run that is gone
    String number = "5511900000401";
    whatsapp.candidate(number, "Helena Dias");
    whatsapp.says(number, "oi");
    await().atMost(SOON).until(() -> whatsapp.ledger(number).size() == 1);
    await().atMost(SOON).until(() -> talaria.journal().notTakenIn(number) == 0);
    String workflow = "journey-" + talaria.journal().candidate(number);
    talaria.temporal("workflow", "terminate", "--workflow-id", workflow, "--reason", "lost");

    // when it is told of, nothing changes
    String told = talaria.repair("--lost");
    assertThat(told).contains("would go on").contains("Nothing was changed");
    assertThat(talaria.journal().generation(number)).isEqualTo(1);

    // when it is mended, twice
    assertThat(talaria.repair("--lost", "--apply")).contains("went on");
    await().atMost(SOON).until(() -> talaria.journal().generation(number) == 2);
    assertThat(talaria.repair("--lost", "--apply")).contains("No open journey of that kind");

    // then the candidate heard nothing of it, and goes on
    assertThat(whatsapp.ledger(number)).hasSize(1);
    whatsapp.tapsFirstChoice(number);
    await().atMost(SOON).until(() -> whatsapp.ledger(number).size() == 2);
    assertThat(whatsapp.ledger(number))
        .extracting(SimulatedWhatsApp.Sent::key)
        .doesNotHaveDuplicates();
    assertThat(talaria.journal().generation(number)).isEqualTo(2);
  }
}
