package io.talaria.worker.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.journal.definition.Definition;
import io.talaria.journal.definition.DefinitionReader;
import io.talaria.journal.definition.Published;
import io.talaria.journey.MessageReceived;
import io.talaria.journey.MessageReceived.Kind;
import io.talaria.journey.rule.PlannedStarts;
import io.talaria.port.Outbound;
import io.talaria.port.Proposal;
import io.talaria.port.Turn;
import io.talaria.port.Turn.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Turns in which the candidate was never asked what is open, or anything at all. */
class UnaskedTest {
  private static final String OPENING =
      """
      opening:
        name: invitation
        text:
          en: Hello, here is an automated assistant. Shall we begin?
          pt-BR: Olá, aqui é um assistente automatizado. Vamos começar?
          es: Hola, aquí un asistente automatizado. ¿Empezamos?
      """;

  @Test
  void words_that_come_before_a_new_question_was_asked_are_no_answer_to_it() {
    Proposal proposal = propose("", Reason.MESSAGES, "workplace", true, null, false, "remote");

    assertThat(proposal.answers()).isEmpty();
    assertThat(proposal.step()).isEqualTo("workplace");
    assertThat(proposal.inputIds()).hasSize(1);
  }

  @Test
  void what_was_answered_is_passed_over_whatever_question_the_move_has_named() {
    Proposal proposal = propose("", Reason.RESUME, "role", true, null, false);
    assertThat(proposal.step()).isEqualTo("workplace");
    assertThat(propose("", Reason.NUDGE, "role", true, null, false).step()).isEqualTo("workplace");
  }

  @Test
  void the_first_words_of_a_planned_start_are_the_opening_and_await_an_answer() {
    Proposal proposal = firstWords(OPENING, false);

    assertThat(proposal.messages())
        .singleElement()
        .isInstanceOfSatisfying(
            Outbound.Template.class,
            template -> assertThat(template.name()).isEqualTo("invitation"));
    assertThat(proposal.asks()).isTrue();
    assertThat(proposal.step()).isNull();
  }

  @Test
  void without_an_opening_the_template_does() {
    assertThat(firstWords("", false).messages().getFirst()).isInstanceOf(Outbound.Template.class);
  }

  @Test
  void in_an_open_window_the_greeting_does() {
    Proposal proposal = firstWords(OPENING, true);
    assertThat(proposal.messages().getLast().body()).contains("automated");
    assertThat(proposal.step()).isEqualTo("role");
  }

  private static Proposal firstWords(String more, boolean windowOpen) {
    return propose(more, Reason.DUE, null, false, PlannedStarts.FIRST_WORDS, windowOpen);
  }

  private static Proposal propose(
      String more,
      Reason reason,
      String step,
      boolean unasked,
      String due,
      boolean windowOpen,
      String... said) {
    boolean begun = step != null;
    var turn =
        new Turn(
            UUID.randomUUID(),
            UUID.randomUUID(),
            UUID.randomUUID(),
            "key",
            reason,
            "tech-hiring",
            1,
            "en",
            "initial_contact",
            step,
            0,
            begun ? Map.of("role", "data", "experience", "7") : Map.of(),
            List.of(said).stream().map(UnaskedTest::text).toList(),
            1,
            begun,
            new Turn.Moment(
                Instant.parse("2026-03-02T12:00:00Z"),
                windowOpen,
                due,
                List.of(),
                null,
                unasked ? true : null));
    return Script.propose(techHiring(more), turn, new FakeLookups());
  }

  private static MessageReceived text(String text) {
    return new MessageReceived(UUID.randomUUID(), 1, Instant.now(), Kind.TEXT, text, null, "1");
  }

  private static Published techHiring(String more) {
    try (var in = Definition.class.getResourceAsStream("/definitions/tech-hiring.yaml")) {
      String yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new Published(DefinitionReader.read("tech-hiring.yaml", yaml + "\n" + more), 1, 2);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
