package io.talaria.worker.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.talaria.port.Desk;
import io.talaria.port.Desk.Alert;
import io.talaria.port.Desk.Kind;
import io.talaria.worker.FakeHttp.Answer;
import io.talaria.worker.World;
import io.temporal.failure.ApplicationFailure;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class AlertTest extends World {
  private static final String OK = "{\"ok\":true,\"channel\":\"C1\",\"ts\":\"1.2\"}";

  @Autowired Desk desk;

  @BeforeEach
  void slackWorks() {
    SLACK.answers(request -> Answer.of(200, OK));
  }

  @Test
  void the_team_is_told_who_where_since_when_and_the_last_words() {
    Ana ana = ana();
    says(ana.candidate(), "<!channel> & tchau");
    Alert alert = alert(ana);

    desk.alert(alert);

    String told = told();
    assertThat(told)
        .contains(
            "Ana Souza may be lost · Initial contact",
            "<!date^" + alert.since().getEpochSecond() + "^",
            "&lt;!channel&gt; &amp; tchau",
            "http://localhost:8090/inbox/" + ana.candidate())
        .doesNotContain("Again:");
    assertThat(SLACK.got().getFirst().authorization()).isEqualTo("Bearer xoxb-demo");
    assertThat(state(alert)).isEqualTo("POSTED");
  }

  @Test
  void a_reply_that_waits_for_review_is_told_with_a_link_to_the_conversation() {
    Ana ana = ana();
    jdbc.sql("update journey set review_since = now() where id = :id")
        .param("id", ana.journey().journeyId())
        .update();
    desk.alert(alert(ana, Kind.REVIEW));
    assertThat(told())
        .contains(
            "A reply to Ana Souza waits for your review · Initial contact",
            "http://localhost:8090/inbox/" + ana.candidate());
  }

  @Test
  void every_kind_has_its_words_in_every_language() {
    for (String language : java.util.List.of("", "_pt_BR", "_es")) {
      var words = java.util.ResourceBundle.getBundle("alerts" + language);
      for (Kind kind : Kind.values()) {
        String key = kind.name().toLowerCase(java.util.Locale.ROOT);
        assertThat(words.containsKey("headline." + key)).as(language + key).isTrue();
        assertThat(words.containsKey("since." + key)).as(language + key).isTrue();
      }
    }
  }

  @Test
  void whom_nobody_wants_to_lose_is_marked() {
    Ana ana = ana();
    jdbc.sql("update journey set high_value = true where candidate_id = :id")
        .param("id", ana.candidate())
        .update();
    desk.alert(alert(ana));
    assertThat(told()).contains("High value: Ana Souza may be lost");
  }

  @Test
  void an_episode_is_told_once() {
    Alert alert = alert(ana());
    desk.alert(alert);
    desk.alert(alert);
    assertThat(SLACK.got()).hasSize(1);
  }

  @Test
  void an_unknown_outcome_is_told_once_more_marked_again_and_then_no_more() {
    Alert alert = alert(ana());
    SLACK.answers(request -> null);

    assertThatThrownBy(() -> desk.alert(alert)).isInstanceOf(ApplicationFailure.class);
    desk.alert(alert);
    desk.alert(alert);

    assertThat(SLACK.got()).hasSize(2);
    assertThat(told()).contains("Again: Ana Souza may be lost");
    assertThat(state(alert)).isEqualTo("UNKNOWN");
  }

  @Test
  void a_busy_slack_is_asked_again_when_it_says_so() {
    Alert alert = alert(ana());
    SLACK.answers(
        request -> new Answer(429, "{\"ok\":false,\"error\":\"ratelimited\"}", "Retry-After", "7"));

    assertThatThrownBy(() -> desk.alert(alert))
        .isInstanceOfSatisfying(
            ApplicationFailure.class,
            failure -> assertThat(failure.getNextRetryDelay()).isEqualTo(Duration.ofSeconds(7)));
    slackWorks();
    desk.alert(alert);

    assertThat(told()).doesNotContain("Again:");
    assertThat(state(alert)).isEqualTo("POSTED");
  }

  @Test
  void a_definite_refusal_is_kept_with_its_reason_and_not_tried_again() {
    Alert alert = alert(ana());
    SLACK.answers(request -> Answer.of(200, "{\"ok\":false,\"error\":\"channel_not_found\"}"));
    desk.alert(alert);
    desk.alert(alert);

    assertThat(SLACK.got()).hasSize(1);
    assertThat(state(alert)).isEqualTo("FAILED");
    assertThat(column(String.class, "select error from alert where episode = :id", alert.episode()))
        .isEqualTo("channel_not_found");
  }

  @Test
  void nobody_is_told_again_of_what_somebody_has_seen() {
    Alert alert = alert(ana());
    SLACK.answers(request -> null);
    assertThatThrownBy(() -> desk.alert(alert)).isInstanceOf(ApplicationFailure.class);
    jdbc.sql("update alert set acknowledged_at = now() where episode = :id")
        .param("id", alert.episode())
        .update();

    desk.alert(alert);

    assertThat(SLACK.got()).hasSize(1);
    assertThat(state(alert)).isEqualTo("DROPPED");
  }

  @Test
  void nobody_is_told_of_a_silence_that_is_over() {
    Ana ana = ana();
    Alert alert = alert(ana);
    jdbc.sql("update journey set silent_since = null where id = :id")
        .param("id", ana.journey().journeyId())
        .update();

    desk.alert(alert);

    assertThat(SLACK.got()).isEmpty();
    assertThat(state(alert)).isEqualTo("DROPPED");
  }

  @Test
  void what_nobody_acknowledged_is_told_for_the_lead() {
    Ana ana = ana();
    jdbc.sql(
            "insert into operator (id, account_id, email, name, role) values (?, ?, ?, 'Lea', 'LEAD')")
        .params(UUID.randomUUID(), ACCOUNT, UUID.randomUUID() + "@example.org")
        .update();
    Alert first = alert(ana);

    desk.alert(
        new Alert(
            first.accountId(),
            first.candidateId(),
            first.journeyId(),
            first.journeyId() + ":ESCALATED:2",
            Kind.ESCALATED,
            first.stage(),
            now(),
            null,
            new Desk.Escalated(Kind.AT_RISK, 1)));

    assertThat(told()).contains("Nobody has taken care of Ana Souza", "Lea");
  }

  /** The newest post; its blocks are JSON in a form's field. */
  private static String told() {
    return URLDecoder.decode(SLACK.got().getLast().body(), StandardCharsets.UTF_8)
        .replace("\\u003c", "<")
        .replace("\\u003e", ">")
        .replace("\\u0026", "&")
        .replace("\\u003d", "=");
  }

  private Alert alert(Ana ana) {
    jdbc.sql("update journey set silent_since = now() where id = :id")
        .param("id", ana.journey().journeyId())
        .update();
    return alert(ana, Kind.AT_RISK);
  }

  private static Alert alert(Ana ana, Kind kind) {
    return new Alert(
        ACCOUNT,
        ana.candidate(),
        ana.journey().journeyId(),
        ana.journey().journeyId() + ":" + kind + ":1",
        kind,
        "initial_contact",
        now().minus(Duration.ofHours(24)),
        null);
  }

  private String state(Alert alert) {
    return column(String.class, "select state from alert where episode = :id", alert.episode());
  }
}
