package io.talaria.console.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.console.ConsoleTest;
import io.talaria.journal.SampleJournal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

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

  @Test
  void a_stage_behind_the_journey_in_which_it_never_was_is_not_told_as_still_to_come()
      throws IOException {
    // given a plan with a stage that the journey's first plan didn't have
    jdbc.sql(
            "insert into definition_version (account_id, name, plan, text_revision, yaml,"
                + " plan_hash, text_hash) values (?, 'tech-hiring', 1, 0, ?, '', '') on conflict do"
                + " nothing")
        .params(
            SampleJournal.ACCOUNT,
            new ClassPathResource("definitions/tech-hiring.yaml")
                .getContentAsString(StandardCharsets.UTF_8))
        .update();
    SampleJournal.Candidate ana =
        journal
            .candidate("Ana Souza")
            .inStage("cultural_fit", Duration.ofHours(4), Duration.ofHours(3), Duration.ofHours(2));
    jdbc.sql("delete from stage_visit where stage = 'technical_challenge'").update();

    signInAsRecruiter();
    goTo("inbox/" + ana.id);

    assertThat(page())
        .contains("Technical challenge passed over Cultural fit 2 h")
        .doesNotContain("Final review passed over");
  }
}
