package io.talaria.console.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.dom.Element;
import io.talaria.console.words.Moments;
import io.talaria.journal.reading.Conversation.Sent;
import io.talaria.journal.reading.Conversation.Tick;
import io.talaria.port.Outbound;
import io.talaria.port.Proposal.Decision;
import io.talaria.port.Reading;
import io.talaria.port.Reading.Priority;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a bot from outside told of the candidate's words stands in the reply's explanation. */
class DecisionNoteTest {
  private static String note(Reading reading, Decision decision) {
    var sent =
        new Sent(
            "msg:1/0",
            Instant.now(),
            true,
            null,
            null,
            new Outbound.Text("Qual turno?"),
            Tick.READ,
            null,
            null,
            null,
            null,
            decision,
            reading,
            null);
    return text(new DecisionNote(Moments.here()).section(sent).getElement());
  }

  private static String text(Element element) {
    if (element.isTextNode()) {
      return element.getText();
    }
    var all = new StringBuilder();
    element.getChildren().forEach(child -> all.append(text(child)).append(' '));
    return all.toString().replaceAll("\\s+", " ");
  }

  @Test
  void it_tells_the_intent_the_urgency_the_mood_and_what_was_heard() {
    var reading = new Reading("ask_about_pay", Priority.HIGH, -0.6, 0.8, Map.of("city", "Recife"));
    assertThat(note(reading, new Decision("http", "v1.0", "screening › dispatcher", 0.8)))
        .contains("Intent ask_about_pay", "Urgency high", "Mood (a hint) upset · -0.60")
        .contains("Heard city: Recife", "0.80");
  }

  @Test
  void a_bot_that_does_not_say_how_sure_it_is_is_not_shown_as_certain() {
    var reading = new Reading("ask_about_pay", null, null, null, Map.of());
    assertThat(note(reading, new Decision("http", "v1.0", "r", 1)))
        .contains("Confidence not told")
        .doesNotContain("Mood", "Heard", "Urgency");
  }

  @Test
  void the_scripts_reply_has_neither() {
    assertThat(note(null, new Decision("script", "v1.0", "r", 1)))
        .contains("1.00")
        .doesNotContain("Intent", "Mood");
  }
}
