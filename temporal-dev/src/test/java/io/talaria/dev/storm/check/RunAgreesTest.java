package io.talaria.dev.storm.check;

import static io.talaria.dev.storm.check.Seen.JOURNEY;
import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.dev.storm.check.Evidence.Standing;
import org.junit.jupiter.api.Test;

/** A run that stands elsewhere than its journal is seen. */
class RunAgreesTest {
  private final Seen seen = new Seen();

  @Test
  void a_run_that_lost_a_step_which_the_journal_has() {
    asked(7, 6, 7);
    seen.assertViolated(new RunAgrees(), "revision is 6 in the run, 7 in the row");
  }

  @Test
  void a_run_that_is_ahead_of_its_journal() {
    asked(7, 8, 7);
    seen.assertViolated(new RunAgrees(), "revision is 8 in the run, 7 in the row");
  }

  @Test
  void a_run_that_knows_of_another_holder() {
    Standing row = Seen.standing(7);
    Standing run = new Standing(JOURNEY, 1, 7, "BOT", null, "initial_contact", "role");
    seen.runs.set(0, Seen.run(row, run, row));
    seen.assertViolated(
        new RunAgrees(),
        "mode is BOT in the run, HUMAN in the row, holder is null in the run, bruna in the row");
  }

  @Test
  void a_run_that_does_not_answer() {
    seen.runs.set(0, Seen.run(Seen.standing(7), null, Seen.standing(7)));
    seen.assertViolated(new RunAgrees(), "the run doesn't tell where it is");
  }

  @Test
  void a_run_that_goes_on_while_it_is_asked() {
    asked(7, 8, 9);
    assertThat(new RunAgrees().violations(seen.evidence())).isEmpty();
  }

  private void asked(int before, int run, int after) {
    seen.runs.set(0, Seen.run(Seen.standing(before), Seen.standing(run), Seen.standing(after)));
  }
}
