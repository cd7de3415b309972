package io.talaria.console.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.textfield.TextArea;
import io.talaria.console.ConsoleTest;
import io.talaria.console.desk.DeskAnswer.Away;
import io.talaria.console.desk.DeskAnswer.Refused;
import io.talaria.journal.SampleJournal.Candidate;
import io.talaria.journey.Refusal;
import io.talaria.journey.Reply;
import io.talaria.port.Outbound;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

class ReplyTest extends ConsoleTest {
  private static final String RECEIPT =
      "{\"stoppedAt\":\"AT\",\"inFlight\":[],\"uncertain\":[],\"dropped\":[]}";
  Candidate ana;

  @BeforeEach
  void ana() {
    ana = journal.candidate("Ana Souza").says("oi", minutes(3));
    ana.heldBy(rafael, minutes(2), "asks", RECEIPT);
    signInAsRecruiter();
  }

  @Test
  void what_the_holder_writes_leaves_as_one_message() {
    goTo("inbox/" + ana.id);
    box().setValue("Sábado está ótimo.");
    click("Send");
    assertThat(desk.asked)
        .singleElement()
        .isInstanceOfSatisfying(
            Reply.class,
            reply ->
                assertThat(reply.content()).isEqualTo(new Outbound.Text("Sábado está ótimo.")));
    assertThat(box().getValue()).isEmpty();
  }

  @Test
  void a_second_try_after_a_lost_answer_has_the_same_request_id() {
    desk.answer(new Away<>());
    goTo("inbox/" + ana.id);
    box().setValue("Sábado está ótimo.");
    click("Send");
    assertThat(box().getValue()).isEqualTo("Sábado está ótimo.");
    assertThat(page()).contains("sent again they are still one message");
    click("Send");
    assertThat(desk.asked).hasSize(2);
    assertThat(desk.asked.stream().map(asked -> ((Reply) asked).requestId()).distinct()).hasSize(1);
  }

  @Test
  void more_than_4096_characters_are_refused_with_the_count() {
    goTo("inbox/" + ana.id);
    box().setValue("x".repeat(4_097));
    assertThat(page()).contains("4,097 / 4,096 · too long");
    click("Send");
    assertThat(desk.asked).isEmpty();
    box().setValue("x".repeat(4_096));
    click("Send");
    assertThat(desk.asked).hasSize(1);
  }

  @Test
  void a_refusal_keeps_the_words_and_says_why() {
    desk.answer(new Refused<>(Refusal.WINDOW_CLOSED, "closed", null));
    goTo("inbox/" + ana.id);
    box().setValue("Tarde demais");
    click("Send");
    assertThat(page()).contains("Free text can't reach the candidate now");
    assertThat(box().getValue()).isEqualTo("Tarde demais");
  }

  @Test
  void a_closed_window_turns_the_composer_into_the_template() throws Exception {
    jdbc.sql("delete from definition_version").update();
    jdbc.sql(
            "insert into definition_version (account_id, name, plan, text_revision, yaml,"
                + " plan_hash, text_hash) values (?, 'tech-hiring', 1, 0, ?, '', '')")
        .params(
            io.talaria.journal.SampleJournal.ACCOUNT,
            new ClassPathResource("definitions/tech-hiring.yaml")
                .getContentAsString(StandardCharsets.UTF_8))
        .update();
    ana.journey("window_until = now() - interval '2 hours'");
    goTo("inbox/" + ana.id);
    assertThat(page()).contains("Free text can't reach Ana now. An approved template can");
    assertThat($(TextArea.class).all()).isEmpty();
    click("Send template");
    assertThat(desk.asked)
        .singleElement()
        .isInstanceOfSatisfying(
            Reply.class,
            reply ->
                assertThat(reply.content())
                    .isInstanceOfSatisfying(
                        Outbound.Template.class,
                        template -> assertThat(template.language()).isEqualTo("pt_BR")));
  }

  @Test
  void a_colleagues_answer_meanwhile_stops_mine_once() {
    goTo("inbox/" + ana.id);
    box().setValue("Oi");
    ana.sent(new Outbound.Text("Já respondi"), minutes(0), "RECRUITER", camila, "SENT", null);
    ((InboxView) getCurrentView()).changed(UI.getCurrent(), Set.of(ana.id));
    settle();
    click("Send");
    assertThat(desk.asked).isEmpty();
    assertThat(page()).contains("Not sent: ").contains("answered at");
    click("Send");
    assertThat(desk.asked).hasSize(1);
  }

  @Test
  void an_ended_journey_takes_no_words_and_says_why() {
    ana.journey("status = 'OPTED_OUT', ended_at = now()");
    goTo("inbox/" + ana.id);
    assertThat(page()).contains("This journey ended ").contains("opted out");
    assertThat($(TextArea.class).all()).isEmpty();
  }

  @Test
  void what_this_build_does_not_understand_is_shown_with_a_word() {
    ana.says("[audio]", "unsupported:audio", minutes(1)).says("?", "unsupported:poll", minutes(1));
    goTo("inbox/" + ana.id);
    assertThat(page())
        .contains("Sent a voice message, which can't be shown here yet")
        .contains("Sent something WhatsApp calls poll");
  }

  private TextArea box() {
    settle();
    return $(TextArea.class).single();
  }
}
