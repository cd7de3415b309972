package io.talaria.worker.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.talaria.port.Desk;
import io.talaria.port.Desk.Alert;
import io.talaria.port.Desk.Kind;
import io.talaria.worker.World;
import io.temporal.failure.ApplicationFailure;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class MailDeskTest extends World {
  private static final SmtpSink SINK = new SmtpSink();

  @Autowired Desk desk;

  @DynamicPropertySource
  static void server(DynamicPropertyRegistry properties) {
    properties.add("spring.mail.host", () -> "127.0.0.1");
    properties.add("spring.mail.port", SINK::port);
    properties.add("talaria.mail.from", () -> "talaria@example.org");
  }

  @AfterAll
  static void stop() {
    SINK.close();
  }

  @BeforeEach
  void oneLead() {
    SINK.clear();
    jdbc.sql("update operator set disabled_at = now()").update();
    jdbc.sql(
            """
            insert into operator (id, account_id, email, name, role, language)
            values (?, ?, ?, 'Lea', 'LEAD', 'pt-BR')
            """)
        .params(UUID.randomUUID(), ACCOUNT, "lea" + UUID.randomUUID() + "@example.org")
        .update();
  }

  @Test
  void the_last_step_of_an_escalation_is_a_mail_to_the_lead_in_their_language() {
    Ana ana = ana();
    Alert alert = escalated(ana, 2);

    desk.alert(alert);
    desk.alert(alert);

    assertThat(SINK.mails()).hasSize(1);
    assertThat(SINK.mails().getFirst().replace("=\n", ""))
        .contains("RCPT TO:<lea", "talaria@example.org", "precisa de uma pessoa")
        .contains("http://localhost:8090/inbox/" + ana.candidate());
    assertThat(state(alert)).isEqualTo("POSTED");
  }

  @Test
  void a_server_that_takes_no_mail_is_asked_again() {
    Alert alert = escalated(ana(), 2);
    SINK.refusesNext();
    assertThatThrownBy(() -> desk.alert(alert)).isInstanceOf(ApplicationFailure.class);
    assertThat(state(alert)).isEqualTo("NEW");

    desk.alert(alert);

    assertThat(SINK.mails()).hasSize(1);
  }

  @Test
  void without_a_lead_the_row_says_so() {
    jdbc.sql("update operator set disabled_at = now()").update();
    Alert alert = escalated(ana(), 2);
    desk.alert(alert);
    assertThat(state(alert)).isEqualTo("FAILED");
    assertThat(SINK.mails()).isEmpty();
  }

  private Alert escalated(Ana ana, int level) {
    UUID journey = ana.journey().journeyId();
    jdbc.sql("update journey set needs_human = 'asked_for_person' where id = :id")
        .param("id", journey)
        .update();
    return new Alert(
        ACCOUNT,
        ana.candidate(),
        journey,
        journey + ":ESCALATED:" + level,
        Kind.ESCALATED,
        "initial_contact",
        now(),
        null,
        new Desk.Escalated(Kind.NEEDS_HUMAN, level));
  }

  private String state(Alert alert) {
    return column(String.class, "select state from alert where episode = :id", alert.episode());
  }
}
