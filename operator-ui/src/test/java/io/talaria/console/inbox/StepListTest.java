package io.talaria.console.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.console.ConsoleTest;
import io.talaria.journal.SampleJournal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The stages on the card. */
class StepListTest extends ConsoleTest {
  @Test
  void a_stage_that_was_passed_over_is_told_so_and_not_as_done() {
    // given a journey that went on without a question of the second stage
    SampleJournal.Candidate ana =
        journal.candidate("Ana Souza").inStage("initial_contact", Duration.ofHours(2));
    jdbc.sql(
            "insert into stage_visit (id, account_id, journey_id, stage, entered_at, left_at,"
                + " left_as) values (gen_random_uuid(), ?, ?, 'technical_challenge', now(), now(),"
                + " 'SKIPPED')")
        .params(SampleJournal.ACCOUNT, ana.journey)
        .update();

    // when
    signInAsRecruiter();
    goTo("inbox/" + ana.id);

    // then
    assertThat(page()).contains("Initial contact 2 h Technical challenge passed over");
  }
}
