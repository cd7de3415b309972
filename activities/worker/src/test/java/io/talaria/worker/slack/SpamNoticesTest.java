package io.talaria.worker.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.worker.FakeHttp.Answer;
import io.talaria.worker.World;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.ResourceBundle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SpamNoticesTest extends World {
  @Autowired SpamNotices notices;

  @BeforeEach
  void slackWorks() {
    SLACK.answers(request -> Answer.of(200, "{\"ok\":true,\"channel\":\"C1\",\"ts\":\"1.2\"}"));
  }

  @AfterEach
  void forgetAll() {
    jdbc.sql("delete from spam_hold").update();
  }

  @Test
  void the_team_is_told_once_that_people_reported_a_number() {
    ana();
    reported();

    notices.tell();
    notices.tell();

    assertThat(told())
        .singleElement()
        .asString()
        .contains(
            "People blocked or reported the WhatsApp number: " + NUMBER + ", tech-hiring",
            "(131048)",
            "conversations that wait: 0",
            "http://localhost:8090/starts")
        .doesNotContain("Again:");
  }

  @Test
  void what_a_person_let_go_on_before_anybody_told_of_it_is_not_told() {
    reported();
    jdbc.sql("update spam_hold set lifted_at = now(), lifted_by = 'Rita'").update();

    notices.tell();

    assertThat(told()).isEmpty();
  }

  @Test
  void what_may_have_been_told_is_told_once_more_and_says_so() {
    reported();
    SLACK.answers(request -> Answer.of(500, "{}"));
    for (int i = 0; i < 4; i++) {
      notices.tell();
      jdbc.sql("update spam_hold set tell_at = tell_at - interval '10 minutes'").update();
    }

    assertThat(told()).hasSize(2);
    assertThat(told().getLast()).contains("Again:");
  }

  @Test
  void it_has_its_words_in_every_language() {
    for (String language : List.of("", "_pt_BR", "_es")) {
      assertThat(ResourceBundle.getBundle("alerts" + language).keySet())
          .as(language)
          .contains("reported.headline", "reported.since", "reported.what");
    }
  }

  private void reported() {
    jdbc.sql(
            """
            insert into spam_hold (id, account_id, number_id, until)
            values (gen_random_uuid(), ?, ?, now() + interval '1 day')
            """)
        .params(ACCOUNT, NUMBER)
        .update();
  }

  private static List<String> told() {
    return SLACK.got().stream()
        .map(got -> URLDecoder.decode(got.body(), StandardCharsets.UTF_8))
        .toList();
  }
}
