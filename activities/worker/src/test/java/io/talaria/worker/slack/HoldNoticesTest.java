package io.talaria.worker.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.worker.FakeHttp.Answer;
import io.talaria.worker.World;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.ResourceBundle;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class HoldNoticesTest extends World {
  @Autowired HoldNotices notices;

  @BeforeEach
  void slackWorks() {
    SLACK.answers(request -> Answer.of(200, "{\"ok\":true,\"channel\":\"C1\",\"ts\":\"1.2\"}"));
  }

  @AfterEach
  void liftAll() {
    jdbc.sql("delete from number_hold").update();
  }

  @Test
  void the_team_is_told_once_that_a_number_is_held_and_once_that_it_sends_again() {
    ana();
    held();

    notices.tell();
    notices.tell();
    assertThat(told())
        .singleElement()
        .asString()
        .contains(
            "The WhatsApp number can't send: " + NUMBER + ", tech-hiring",
            "WhatsApp refuses everything: 190 · Session has &lt;expired&gt;",
            "An administrator must see to the account",
            "http://localhost:8090/")
        .doesNotContain("Again:");

    lift();
    slackWorks();
    notices.tell();
    notices.tell();
    assertThat(told())
        .singleElement()
        .asString()
        .contains("The WhatsApp number sends again: " + NUMBER);
  }

  @Test
  void a_hold_that_was_over_before_anybody_told_of_it_is_told_as_lifted_only() {
    held();
    lift();

    notices.tell();
    notices.tell();

    assertThat(told()).singleElement().asString().contains("sends again");
  }

  @Test
  void while_slack_takes_nothing_it_stays_to_be_told() {
    held();
    SLACK.answers(request -> Answer.of(429, "{\"ok\":false,\"error\":\"ratelimited\"}"));
    notices.tell();
    slackWorks();
    notices.tell();
    assertThat(told()).as("Slack said when").isEmpty();

    later();
    notices.tell();

    assertThat(told()).singleElement().asString().doesNotContain("Again:");
  }

  @Test
  void what_may_have_been_told_is_told_once_more_and_says_so() {
    held();
    SLACK.answers(request -> Answer.of(500, "{}"));
    for (int i = 0; i < 4; i++) {
      notices.tell();
      later();
    }

    assertThat(told()).hasSize(2);
    assertThat(told().getFirst()).doesNotContain("Again:");
    assertThat(told().getLast()).contains("Again:");
  }

  @Test
  void it_has_its_words_in_every_language() {
    for (String language : List.of("", "_pt_BR", "_es")) {
      var words = ResourceBundle.getBundle("alerts" + language);
      assertThat(words.keySet())
          .as(language)
          .contains(
              "held.headline",
              "held.since",
              "held.why",
              "held.no_reason",
              "held.what",
              "held.open",
              "lifted.headline",
              "lifted.since");
    }
  }

  private void held() {
    jdbc.sql(
            """
            insert into number_hold (id, account_id, number_id, error_code, error_detail, trial_key)
            values (:id, :account, :number, 190, 'Session has <expired>', 'key')
            """)
        .param("id", UUID.randomUUID())
        .param("account", ACCOUNT)
        .param("number", NUMBER)
        .update();
  }

  private void lift() {
    jdbc.sql("update number_hold set lifted_at = now(), tell_at = now()").update();
  }

  private void later() {
    jdbc.sql("update number_hold set tell_at = tell_at - interval '10 minutes'").update();
  }

  private static List<String> told() {
    return SLACK.got().stream()
        .map(got -> URLDecoder.decode(got.body(), StandardCharsets.UTF_8))
        .map(body -> body.replace("\\u0026", "&"))
        .toList();
  }
}
