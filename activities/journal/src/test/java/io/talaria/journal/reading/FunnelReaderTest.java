package io.talaria.journal.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.journal.SampleJournal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class FunnelReaderTest extends JournalReading {
  @Autowired FunnelReader funnels;

  @Test
  void nobody_has_started_yet() {
    assertThat(funnels.read(SampleJournal.ACCOUNT, null).definitions()).isEmpty();
  }

  @Test
  void the_parts_of_a_stage_add_up_to_who_entered_it() {
    journal.candidate("A").inStage("initial_contact", hours(1));
    journal.candidate("B").inStage("cultural_fit", hours(1), hours(2), hours(3));
    journal.candidate("C").inStage("initial_contact", hours(9)).journey("status = 'OPTED_OUT'");
    journal
        .candidate("D")
        .inStage("final_review", hours(1), hours(1), hours(1), hours(1))
        .journey("status = 'COMPLETED'");

    Funnel funnel = funnels.read(SampleJournal.ACCOUNT, "unknown");
    assertThat(funnel.definition()).isEqualTo("tech-hiring");
    assertThat(funnel.active()).isEqualTo(2);
    assertThat(funnel.finished()).isEqualTo(2);
    assertThat(funnel.completed()).isEqualTo(1);
    assertThat(funnel.stages())
        .allMatch(stage -> stage.entered() == stage.movedOn() + stage.here() + stage.lost());
    var first =
        funnel.stages().stream().filter(s -> s.stage().equals("initial_contact")).findFirst();
    assertThat(first.orElseThrow())
        .extracting(Funnel.Stage::movedOn, Funnel.Stage::here, Funnel.Stage::lost)
        .containsExactly(2L, 1L, 1L);
    var last = funnel.stages().stream().filter(s -> s.stage().equals("final_review")).findFirst();
    assertThat(last.orElseThrow().movedOn()).isEqualTo(1);
  }

  @Test
  void who_passed_a_stage_over_was_never_there() {
    var ana = journal.candidate("A").inStage("initial_contact", hours(5));
    // passed over: nothing was asked there, so it was left when it was reached
    jdbc.sql(
            "insert into stage_visit (id, account_id, journey_id, stage, entered_at, left_at,"
                + " left_as) values (gen_random_uuid(), ?, ?, 'cultural_fit', now(), now(),"
                + " 'SKIPPED')")
        .params(SampleJournal.ACCOUNT, ana.journey)
        .update();
    // left when its run was lost: they were there
    jdbc.sql(
            "insert into stage_visit (id, account_id, journey_id, stage, entered_at, left_at,"
                + " left_as) values (gen_random_uuid(), ?, ?, 'technical_challenge',"
                + " now() - interval '1 hour', now(), 'SKIPPED')")
        .params(SampleJournal.ACCOUNT, ana.journey)
        .update();

    assertThat(funnels.read(SampleJournal.ACCOUNT, null).stages())
        .extracting(Funnel.Stage::stage)
        .containsExactlyInAnyOrder("initial_contact", "technical_challenge");
  }

  @Test
  void who_came_back_to_a_stage_is_one_person_there() {
    var ana = journal.candidate("A").inStage("initial_contact", hours(5));
    jdbc.sql(
            "insert into stage_visit (id, account_id, journey_id, stage, entered_at) values"
                + " (gen_random_uuid(), ?, ?, 'initial_contact', now())")
        .params(SampleJournal.ACCOUNT, ana.journey)
        .update();
    assertThat(funnels.read(SampleJournal.ACCOUNT, null).stages())
        .singleElement()
        .extracting(Funnel.Stage::entered)
        .isEqualTo(1L);
  }
}
