package io.talaria.worker.bot.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.talaria.journal.definition.Published;
import io.talaria.journey.MessageReceived;
import io.talaria.port.BotFault;
import io.talaria.port.Proposal;
import io.talaria.port.Turn;
import io.talaria.port.Turn.Reason;
import io.talaria.worker.bot.http.HttpBot.Asked;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A bot's answers are checked as the script would have kept them, and its stages with them. */
class AnswerValuesTest {
  private static final Published AGENCY = new Published(Turns.read("multi-channel-agency"), 1, 0);
  private static final Published GRADUATES = new Published(Turns.read("graduates"), 1, 0);

  @Test
  void a_title_in_the_place_of_a_choices_id_leads_nobody_anywhere_and_is_refused() {
    Asked asked =
        Exchange.read(
            "dispatcher",
            turn(AGENCY, "routing", Map.of()),
            AGENCY,
            bytes(
                """
                {"messages": [{"text": "Nome?"}], "answers": {"purpose": "Procuro trabalho"},
                 "stage": "profile"}
                """));

    assertThat(asked)
        .isEqualTo(
            new HttpBot.Failed(
                BotFault.OFF_CONTRACT,
                "answer purpose: one of job, alert, application, company was expected"));
    assertThat(((HttpBot.Failed) asked).told()).startsWith("off_contract, answer purpose: ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          purpose | job              | routing
          call_at | +55 11 91234-5678 | profile
          call_at | +5511912345678   | profile
          full_name | Ana            | profile
          occupation | unsure        | profile
          talk    | 2026-03-05T13:00:00Z | search
          satisfaction | n5          | closing
          """)
  void what_the_script_would_keep_is_taken(String question, String value, String stage)
      throws Unfit {
    assertThat(answers(AGENCY, stage, Map.of(), question, value)).containsEntry(question, value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          purpose      | Job          | one of job, alert, application, company
          purpose      | unsure       | one of job, alert, application, company
          permit       | sim          | one of permitted, not_needed, not_permitted
          call_at      | 11 91234     | a phone number with its country, such as +5511912345678
          call_at      | +            | a phone number with its country, such as +5511912345678
          full_name    | ' '          | some text
          cv           | ''           | some text
          satisfaction | 5            | one of n5, n4, n3, n2, n1
          """)
  void what_it_would_not_is_refused_with_what_was_expected(
      String question, String value, String expected) {
    Unfit unfit =
        catchThrowableOfType(
            Unfit.class, () -> answers(AGENCY, "routing", Map.of(), question, value));

    assertThat(unfit.fault()).isEqualTo(BotFault.OFF_CONTRACT);
    assertThat(unfit.detail())
        .isEqualTo("answer %s: %s was expected".formatted(question, expected));
  }

  @ParameterizedTest
  @CsvSource({"0, true", "60, true", "61, false", "-1, false", "4 anos, false", "4.0, false"})
  void a_number_stands_alone_and_within_its_bounds(String value, boolean fits) {
    Unfit unfit =
        catchThrowableOfType(
            Unfit.class,
            () -> answers(Turns.EXISTING_BOT, "screening", Map.of(), "experience", value));

    assertThat(unfit == null).isEqualTo(fits);
  }

  @ParameterizedTest
  @CsvSource({"2026-03-04, true", "04/03/2026, false", "2026-02-30, false", "amanhã, false"})
  void a_day_is_written_as_iso_8601_does(String value, boolean fits) {
    String stage = GRADUATES.definition().plan().stages().getFirst().id();
    Unfit unfit =
        catchThrowableOfType(
            Unfit.class, () -> answers(GRADUATES, stage, Map.of(), "free_from", value));

    assertThat(unfit == null).isEqualTo(fits);
  }

  @Test
  void what_the_journey_knows_already_may_be_repeated() throws Unfit {
    Map<String, String> known = Map.of("purpose", "kept before");

    assertThat(answers(AGENCY, "routing", known, "purpose", "kept before"))
        .containsEntry("purpose", "kept before");
  }

  @Test
  void a_stage_is_entered_only_with_the_answers_that_open_it() throws Unfit {
    String to = "{\"messages\": [{\"text\": \"a\"}], \"stage\": \"desk\"%s}";
    Turn routing = turn(AGENCY, "routing", Map.of());

    assertThat(
            proposal(AGENCY, routing, to.formatted(", \"answers\": {\"purpose\": \"company\"}"))
                .stage())
        .isEqualTo("desk");
    assertThat(
            proposal(
                    AGENCY, turn(AGENCY, "routing", Map.of("purpose", "company")), to.formatted(""))
                .stage())
        .isEqualTo("desk");
    for (String answers : List.of("", ", \"answers\": {\"purpose\": \"job\"}")) {
      Unfit unfit =
          catchThrowableOfType(Unfit.class, () -> proposal(AGENCY, routing, to.formatted(answers)));
      assertThat(unfit.fault()).isEqualTo(BotFault.OFF_CONTRACT);
      assertThat(unfit.detail()).startsWith("stage desk: ");
    }
  }

  @Test
  void whoever_completes_a_journey_enters_no_stage_on_the_way() throws Unfit {
    assertThat(
            proposal(AGENCY, turn(AGENCY, "routing", Map.of()), "{\"ending\": \"completed\"}")
                .stage())
        .isEqualTo("closing");
  }

  private static Map<String, String> answers(
      Published published, String stage, Map<String, String> known, String question, String value)
      throws Unfit {
    return proposal(
            published,
            turn(published, stage, known),
            "{\"messages\": [{\"text\": \"a\"}], \"answers\": {\"%s\": \"%s\"}}"
                .formatted(question, value))
        .answers();
  }

  private static Proposal proposal(Published published, Turn turn, String json) throws Unfit {
    return AnswerCheck.proposal("dispatcher", turn, published, Contract.read(bytes(json)));
  }

  private static byte[] bytes(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }

  private static Turn turn(Published published, String stage, Map<String, String> known) {
    MessageReceived said = Turns.text(3, "oi");
    return new Turn(
        new UUID(0, 1),
        Turns.ANA,
        new UUID(0, 7),
        "msg:" + said.id(),
        Reason.MESSAGES,
        published.definition().plan().definition(),
        1,
        "pt-BR",
        stage,
        null,
        0,
        known,
        List.of(said),
        0,
        true);
  }
}
