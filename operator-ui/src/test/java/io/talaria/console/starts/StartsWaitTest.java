package io.talaria.console.starts;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import io.talaria.console.ConsoleTest;
import io.talaria.journal.SampleJournal;
import org.junit.jupiter.api.Test;

/** Why conversations wait whose time has come. */
class StartsWaitTest extends ConsoleTest {
  @Test
  void on_a_good_day_nothing_is_said() {
    due(2);
    limit(10);
    signInAsRecruiter();
    goTo("starts");
    assertThat(page()).doesNotContain("people be written to", "blocked or reported");
  }

  @Test
  void a_day_whose_limit_is_used_up_says_how_many_wait_and_when_the_next_goes() {
    limit(10);
    written(8);
    due(37);
    signInAsRecruiter();
    goTo("starts");
    assertThat(page())
        .contains("WhatsApp lets 10 people be written to in 24 hours.")
        .containsPattern("37 wait, and the next begins (at|tomorrow at) ");
  }

  @Test
  void a_number_that_people_reported_says_what_waits_and_goes_on_when_a_person_wants() {
    due(2);
    reported();
    signInAsRecruiter();
    goTo("starts");
    assertThat(page())
        .contains("2 conversations from 106540352242922 (tech-hiring) wait")
        .containsPattern("They go on (tomorrow at|on) ");

    click("Let them go on");
    assertThat(heldFor()).as("asked first").isNull();
    ConfirmDialog dialog = $(ConfirmDialog.class).single();
    assertThat(dialog.getElement().getProperty("message")).contains("Your name is kept");
    ComponentUtil.fireEvent(dialog, new ConfirmDialog.ConfirmEvent(dialog, true));

    assertThat(page()).doesNotContain("They go on");
    assertThat(heldFor()).isEqualTo("Rafael Lima");
  }

  private void limit(int people) {
    jdbc.sql("insert into messaging_limit (account_id, configured) values (?, ?)")
        .params(SampleJournal.ACCOUNT, people)
        .update();
  }

  private void written(int people) {
    jdbc.sql(
            """
            with c as (insert into candidate (id, account_id)
              select gen_random_uuid(), :account from generate_series(1, :people) returning id)
            insert into approach (candidate_id, account_id, last_at)
            select id, :account, now() - interval '23 hours' from c
            """)
        .param("account", SampleJournal.ACCOUNT)
        .param("people", people)
        .update();
  }

  private void due(int many) {
    jdbc.sql(
            """
            with c as (insert into candidate (id, account_id)
              select gen_random_uuid(), :account from generate_series(1, :many) returning id)
            insert into planned_start (id, account_id, candidate_id, number_id, definition_name, at,
              sealed_opt_in, planned_by)
            select gen_random_uuid(), :account, id, :number, 'tech-hiring', now() - interval '1 hour',
              '\\x00'::bytea, 'test' from c
            """)
        .param("account", SampleJournal.ACCOUNT)
        .param("number", SampleJournal.NUMBER)
        .param("many", many)
        .update();
  }

  private void reported() {
    jdbc.sql(
            """
            insert into spam_hold (id, account_id, number_id, until)
            values (gen_random_uuid(), ?, ?, now() + interval '1 day')
            """)
        .params(SampleJournal.ACCOUNT, SampleJournal.NUMBER)
        .update();
  }

  private String heldFor() {
    return (String)
        jdbc.sql("select lifted_by from spam_hold").query().singleRow().get("lifted_by");
  }
}
