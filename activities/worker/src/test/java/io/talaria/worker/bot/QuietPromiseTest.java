package io.talaria.worker.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.journal.definition.Definition;
import io.talaria.journal.definition.DefinitionReader;
import io.talaria.journal.definition.Published;
import io.talaria.journey.MessageReceived;
import io.talaria.journey.MessageReceived.Kind;
import io.talaria.port.Appointment;
import io.talaria.port.Proposal;
import io.talaria.port.Turn;
import io.talaria.port.Turn.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is promised for the quiet hours leaves at their end, so that is what is promised. */
class QuietPromiseTest {
  /** Tech-hiring is quiet from 21:00 to 08:00, and from Saturday 20:00 to Sunday 10:00. */
  @ParameterizedTest
  @CsvSource({
    "fala comigo amanhã às 22h, 2026-03-06T08:00:00Z, '6 de março, 08:00'",
    "fala comigo amanhã às 07:00, 2026-03-05T08:00:00Z, '5 de março, 08:00'",
    "fala comigo no domingo, 2026-03-08T10:00:00Z, '8 de março, 10:00'",
    "fala comigo amanhã às 15h, 2026-03-05T15:00:00Z, '5 de março, 15:00'"
  })
  void a_date_that_was_agreed_on(String text, Instant kept, String told) {
    Proposal proposal = said("tech-hiring", "initial_contact", "role", Map.of(), text, "10:00");

    assertThat(proposal.agenda()).containsExactly(new Appointment("follow_up", kept));
    assertThat(proposal.messages().getFirst().body()).contains(told);
  }

  @Test
  void the_end_of_a_wait() {
    Proposal proposal =
        said(
            "multi-channel-agency",
            "search",
            "alert_wanted",
            Map.of("purpose", "job", "position", "none"),
            "sim",
            "22:30");

    assertThat(proposal.step()).isEqualTo("next_round");
    assertThat(proposal.agenda())
        .containsExactly(new Appointment("next_round", Instant.parse("2026-03-12T08:00:00Z")));
    assertThat(proposal.messages().getLast().body()).contains("12 de março, 08:00");
  }

  private static Proposal said(
      String definition,
      String stage,
      String step,
      Map<String, String> answers,
      String text,
      String clock) {
    Instant now = Instant.parse("2026-03-04T%s:00Z".formatted(clock));
    var turn =
        new Turn(
            UUID.randomUUID(),
            UUID.randomUUID(),
            UUID.randomUUID(),
            "key",
            Reason.MESSAGES,
            definition,
            1,
            "pt-BR",
            stage,
            step,
            0,
            answers,
            List.of(new MessageReceived(UUID.randomUUID(), 1, now, Kind.TEXT, text, null, "1")),
            0,
            true,
            new Turn.Moment(now, true, null, List.of(), "BR"));
    return Script.propose(new Published(read(definition), 1, 0), turn, new FakeLookups());
  }

  private static Definition read(String name) {
    try (var in = Definition.class.getResourceAsStream("/definitions/" + name + ".yaml")) {
      return DefinitionReader.read(
          name + ".yaml", new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
