package io.talaria.worker.bot.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.talaria.journey.Ending;
import io.talaria.port.BotFault;
import io.talaria.port.Outbound;
import io.talaria.port.Proposal;
import io.talaria.port.Reading.Priority;
import io.talaria.port.Turn;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerCheckTest {
  private static final Turn SCREENING = Turns.at("screening", true, Turns.text(3, "sou caixa"));

  @Test
  void everything_that_the_contract_knows_becomes_a_proposal() throws Unfit {
    Proposal proposal =
        read(
            """
            {"messages": [
               {"text": "Qual turno?", "buttons": [{"id": "d", "title": "Dia"}, {"id": "n", "title": "Noite"}]},
               {"text": "Ou escolha", "list": {"button": "Ver", "rows": [{"id": "x", "title": "Outro"}]}},
               {"text": "Até já"}],
             "answers": {"experience": "4"}, "language": "es", "stage": "interview", "step": "interview_time",
             "expects_answer": true, "intent": "apply", "priority": "high", "sentiment": -0.5,
             "confidence": 0.75, "entities": {"city": "Recife"}, "version": "4.2", "why": "apply > shift"}
            """);

    assertThat(proposal.messages())
        .extracting(message -> message.getClass().getSimpleName())
        .containsExactly("Buttons", "Choices", "Text");
    assertThat(proposal.answers()).isEqualTo(Map.of("experience", "4"));
    assertThat(proposal.language()).isEqualTo("es");
    assertThat(proposal.stage()).isEqualTo("interview");
    assertThat(proposal.step()).isEqualTo("interview_time");
    assertThat(proposal.asks()).isTrue();
    assertThat(proposal.reading().priority()).isEqualTo(Priority.HIGH);
    assertThat(proposal.reading().sentiment()).isEqualTo(-0.5);
    assertThat(proposal.reading().entities()).isEqualTo(Map.of("city", "Recife"));
    assertThat(proposal.decision())
        .isEqualTo(
            new Proposal.Decision(
                "http", "v1.3", "screening › dispatcher 4.2: apply > shift", 0.75));
    assertThat(proposal.inputIds()).containsExactly(SCREENING.messages().getFirst().id());
  }

  @Test
  void what_is_not_said_stays_as_it_was_and_an_answer_is_awaited() throws Unfit {
    Proposal proposal = read("{\"messages\": [{\"text\": \"Oi\"}]}");

    assertThat(proposal.stage()).isEqualTo("screening");
    assertThat(proposal.language()).isEqualTo("pt-BR");
    assertThat(proposal.step()).isNull();
    assertThat(proposal.asks()).isTrue();
    assertThat(proposal.needsHuman()).isNull();
  }

  @Test
  void a_bot_may_call_a_person_without_a_word_or_complete_the_journey() throws Unfit {
    assertThat(read("{\"needs_human\": {\"reason\": \"wants_to_negotiate\"}}").needsHuman())
        .isEqualTo("wants_to_negotiate");
    Proposal done = read("{\"ending\": \"completed\"}");
    assertThat(done.ending()).isEqualTo(Ending.COMPLETED);
    assertThat(done.stage()).isEqualTo("decision");
    assertThat(done.asks()).isFalse();
  }

  @Test
  void the_first_words_say_that_a_machine_speaks() throws Unfit {
    Turn first = Turns.at("first_contact", false, Turns.text(1, "oi"));
    String answer = "{\"messages\": [{\"text\": \"%s\"}]}";

    assertThat(read(first, answer.formatted("Oi!")).messages().getFirst().body())
        .startsWith("Você está falando com um assistente automatizado")
        .endsWith("\n\nOi!");
    assertThat(read(first, answer.formatted("x".repeat(4096))).messages())
        .extracting(Outbound::body)
        .satisfiesExactly(
            disclosure -> assertThat(disclosure).contains("assistente automatizado"),
            words -> assertThat(words).hasSize(4096));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          not json                                                    | NOT_JSON
          <html><body>Bad gateway</body></html>                       | NOT_JSON
          {"messages": []} {}                                         | NOT_JSON
          []                                                          | OFF_CONTRACT
          null                                                        | OFF_CONTRACT
          {}                                                          | SILENT
          {"messages": []}                                            | SILENT
          {"messages": [{"text": "  "}]}                              | OFF_CONTRACT
          {"messages": [null]}                                        | OFF_CONTRACT
          {"messages": [{"text": 5}]}                                 | OFF_CONTRACT
          {"messages": "Hi"}                                          | OFF_CONTRACT
          {"messages": [{"text": "a"}], "need_human": {}}             | OFF_CONTRACT
          {"messages": [{"text": "a"}], "needs_human": {"reason": "Because!"}} | OFF_CONTRACT
          {"messages": [{"text": "a"}], "stage": "onboarding"}        | UNKNOWN_STAGE
          {"messages": [{"text": "a"}], "stage": "first_contact"}     | BACKWARDS
          {"messages": [{"text": "a"}], "step": "salary"}             | UNKNOWN_QUESTION
          {"messages": [{"text": "a"}], "step": "interview_time"}     | UNKNOWN_QUESTION
          {"messages": [{"text": "a"}], "answers": {"salary": "1"}}   | UNKNOWN_QUESTION
          {"messages": [{"text": "a"}], "answers": {"shift": null}}   | OFF_CONTRACT
          {"messages": [{"text": "a"}], "language": "fr"}             | UNKNOWN_LANGUAGE
          {"messages": [{"text": "a"}], "ending": "rejected"}         | OFF_CONTRACT
          {"messages": [{"text": "a"}], "sentiment": 1.5}             | OFF_CONTRACT
          {"messages": [{"text": "a"}], "sentiment": "NaN"}           | OFF_CONTRACT
          {"messages": [{"text": "a"}], "confidence": -0.1}           | OFF_CONTRACT
          {"messages": [{"text": "a"}], "priority": "urgent"}         | OFF_CONTRACT
          {"messages": [{"text": "a", "buttons": []}]}                | OFF_CONTRACT
          {"messages": [{"text": "a", "buttons": [{"id": "1", "title": "A"}, {"id": "1", "title": "B"}]}]} | OFF_CONTRACT
          {"messages": [{"text": "a", "buttons": [{"id": "1", "title": "A"}, {"id": "2", "title": "A"}]}]} | OFF_CONTRACT
          {"messages": [{"text": "a", "list": {"button": "Open", "rows": [{"id": "1", "title": "A"}, {"id": "2", "title": "a"}]}}]} | OFF_CONTRACT
          {"messages": [{"text": "a", "buttons": [{"id": "1", "title": "A title of 21 signs.."}]}]} | OVER_LIMITS
          {"messages": [{"text": "a", "list": {"button": "Open", "rows": [{"id": "1", "title": "A title of 25 signs......."}]}}]} | OVER_LIMITS
          {"messages": [{"text":"1"},{"text":"2"},{"text":"3"},{"text":"4"},{"text":"5"},{"text":"6"}]} | OVER_LIMITS
          """)
  void what_can_not_be_used_has_a_name(String answer, BotFault fault) {
    assertThat(unfit(answer).fault()).isEqualTo(fault);
  }

  @ParameterizedTest
  @ValueSource(ints = {4097, 100_000})
  void a_text_over_the_limit_is_not_cut(int length) {
    assertThat(unfit("{\"messages\": [{\"text\": \"" + "x".repeat(length) + "\"}]}").fault())
        .isEqualTo(BotFault.OVER_LIMITS);
  }

  @Test
  void over_buttons_there_is_less_room() {
    String choices = "\"buttons\": [{\"id\": \"1\", \"title\": \"A\"}]";
    assertThat(
            unfit("{\"messages\": [{\"text\": \"%s\", %s}]}".formatted("x".repeat(1025), choices))
                .fault())
        .isEqualTo(BotFault.OVER_LIMITS);
  }

  private static Proposal read(String json) throws Unfit {
    return read(SCREENING, json);
  }

  private static Proposal read(Turn turn, String json) throws Unfit {
    return AnswerCheck.proposal(
        "dispatcher",
        turn,
        Turns.EXISTING_BOT,
        Contract.read(json.getBytes(StandardCharsets.UTF_8)));
  }

  private static Unfit unfit(String json) {
    return catchThrowableOfType(Unfit.class, () -> read(json));
  }
}
