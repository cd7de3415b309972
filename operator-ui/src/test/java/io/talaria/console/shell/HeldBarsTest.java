package io.talaria.console.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.talaria.console.ConsoleTest;
import io.talaria.journal.SampleJournal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HeldBarsTest extends ConsoleTest {
  @Test
  void a_number_that_can_send_nothing_is_named_over_every_page_with_why_and_what_to_do() {
    journal.held(190);
    signInAsRecruiter();

    for (String address : new String[] {"inbox", "funnel"}) {
      goTo(address);
      assertThat(page())
          .contains("The WhatsApp number 106540352242922 (tech-hiring) can’t send since")
          .contains("our key has expired; an administrator must renew it (190).")
          .contains("What is to be sent waits")
          .contains("put a new access token into the worker’s settings")
          .contains("Last tried: ");
    }
  }

  @Test
  void a_number_that_sends_again_is_named_no_more_without_a_reload() {
    journal.held(190);
    signInAsRecruiter();
    goTo("inbox");
    assertThat(page()).contains("can’t send since");

    jdbc.sql("update number_hold set lifted_at = clock_timestamp()").update();
    await()
        .pollInSameThread()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(page()).doesNotContain("can’t send since"));
  }

  @Test
  void other_reasons_lead_to_meta() {
    journal.held(131042);
    signInAsRecruiter();
    goTo("inbox");
    assertThat(page())
        .contains("Meta could not charge the account")
        .contains("Meta’s Business Manager");
  }

  @Test
  void a_refusal_without_a_number_is_told_too() {
    journal.held(null);
    signInAsRecruiter();
    goTo("inbox");
    assertThat(page()).contains("an administrator must look at it.").doesNotContain("(null)");
  }

  @Test
  void a_template_that_whatsapp_paused_is_named_with_when_it_is_tried_again() {
    jdbc.sql(
            """
            insert into template_hold (id, account_id, name, language, until)
            values (gen_random_uuid(), ?, 'come_back', 'pt_BR', now() + interval '3 hours')
            """)
        .param(SampleJournal.ACCOUNT)
        .update();
    signInAsRecruiter();
    goTo("inbox");
    assertThat(page())
        .contains("WhatsApp has paused the template come_back (pt_BR) since")
        .containsPattern("it is tried again (tomorrow )?at ");
  }

  @Test
  void a_number_that_people_reported_is_named_with_what_waits_and_until_when() {
    jdbc.sql(
            """
            insert into spam_hold (id, account_id, number_id, until)
            values (gen_random_uuid(), ?, ?, now() + interval '1 day')
            """)
        .params(SampleJournal.ACCOUNT, SampleJournal.NUMBER)
        .update();
    signInAsRecruiter();
    goTo("inbox");
    assertThat(page())
        .contains("People blocked or reported the WhatsApp number 106540352242922 (tech-hiring)")
        .containsPattern("the bot’s templates wait until (tomorrow at|on) ");
  }

  @Test
  void on_a_good_day_nothing_is_said() {
    signInAsRecruiter();
    goTo("inbox");
    assertThat(page()).doesNotContain("can’t send since", "blocked or reported");
  }
}
