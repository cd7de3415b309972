package io.talaria.dev.examplebot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The example bot's side of the contract. */
class AgentTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @ParameterizedTest
  @CsvSource({"en,position caught", "pt-BR,vaga chamou", "es,puesto te llamó"})
  void it_asks_what_nobody_answered_in_the_candidates_language(String language, String words) {
    JsonNode answer = answer(turn(language, null, "{}", "oi"));

    assertThat(answer.path("messages").path(0).path("text").asString()).contains(words);
    assertThat(answer.path("step").asString()).isEqualTo("position");
    assertThat(answer.path("stage").asString()).isEqualTo("first_contact");
  }

  @Test
  void what_it_hears_answers_the_open_question_and_the_next_one_follows() {
    JsonNode answer = answer(turn("en", "position", "{}", "Cashier"));

    assertThat(answer.path("answers").path("position").asString()).isEqualTo("Cashier");
    assertThat(answer.path("step").asString()).isEqualTo("shift");
    assertThat(answer.path("stage").asString()).isEqualTo("screening");
    assertThat(answer.path("messages").path(0).path("buttons").path(0).path("title").asString())
        .isEqualTo("Day");
  }

  @ParameterizedTest
  @CsvSource({"night, ", "' noite', ", "Noite, night", "Noite, shift:night"})
  void a_choice_is_told_by_its_id_however_it_was_said(String said, String tapped) {
    JsonNode answer = answer(turn("pt-BR", "shift", "{\"position\":\"caixa\"}", said, tapped));

    assertThat(answer.path("answers").path("shift").asString()).isEqualTo("night");
  }

  @Test
  void what_is_no_answer_is_asked_again_and_not_told() {
    JsonNode answer = answer(turn("en", "shift", "{\"position\":\"Cashier\"}", "whichever"));

    assertThat(answer.path("answers")).isEmpty();
    assertThat(answer.path("step").asString()).isEqualTo("shift");
  }

  @ParameterizedTest
  @CsvSource({"four years, ''", "about 4 years, 4", "400, ''"})
  void a_number_is_told_alone_and_within_its_bounds(String said, String number) {
    JsonNode answer =
        answer(
            JSON.readTree(
                """
                {"language": "en", "step": "experience", "answers": {},
                 "messages": [{"text": "%s", "choice_id": null}],
                 "stages": [{"id": "screening", "questions": [
                   {"id": "experience", "answer": "number", "choices": [], "min": 0, "max": 60}]}]}
                """
                    .formatted(said)));

    assertThat(answer.path("answers").path("experience").asString("")).isEqualTo(number);
  }

  @Test
  void when_all_is_answered_the_journey_is_complete() {
    JsonNode answer = answer(turn("en", "shift", "{\"position\":\"Cashier\"}", "Day"));

    assertThat(answer.path("ending").asString()).isEqualTo("completed");
  }

  @ParameterizedTest
  @CsvSource({"Isso é um absurdo!,candidate_upset", "No me interesa,wants_to_leave"})
  void it_calls_a_person_where_it_had_better(String words, String reason) {
    JsonNode answer = answer(turn("en", "position", "{}", words));

    assertThat(answer.path("needs_human").path("reason").asString()).isEqualTo(reason);
    assertThat(answer.path("sentiment").asDouble()).isNegative();
  }

  @Test
  void a_question_about_pay_is_answered_and_the_open_one_asked_again() {
    JsonNode answer = answer(turn("pt-BR", "position", "{}", "Quanto paga?"));

    assertThat(answer.path("intent").asString()).isEqualTo("ask_about_pay");
    assertThat(answer.path("messages").path(0).path("text").asString()).contains("salário", "vaga");
    assertThat(answer.path("answers")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en    | Hello, we need 3 cooks, urgently | company | desk    | high
          pt-BR | Me avisa quando abrir?           | alert   | profile | low
          es    | Busco trabajo de camarera        | job     | profile | low
          """)
  void own_words_route_and_are_read(
      String language, String words, String purpose, String stage, String priority) {
    JsonNode answer = answer(door(language, "null", words, null));

    assertThat(answer.path("answers").path("purpose").asString()).isEqualTo(purpose);
    assertThat(answer.path("stage").asString()).isEqualTo(stage);
    assertThat(answer.path("intent").asString()).isEqualTo(purpose);
    assertThat(answer.path("priority").asString()).isEqualTo(priority);
  }

  @Test
  void what_words_name_is_told() {
    JsonNode entities =
        answer(door("en", "null", "we need 3 cooks, urgently", null)).path("entities");

    assertThat(entities.path("count").asString()).isEqualTo("3");
    assertThat(entities.path("urgency").asString()).isEqualTo("urgently");
  }

  @Test
  void words_that_route_nowhere_are_asked_about_with_little_confidence() {
    JsonNode answer = answer(door("en", "\"purpose\"", "good morning", null));

    assertThat(answer.path("answers")).isEmpty();
    assertThat(answer.path("step").asString()).isEqualTo("purpose");
    assertThat(answer.path("confidence").asDouble()).isLessThan(0.5);
    assertThat(answer.path("messages").path(0).path("list").path("rows")).hasSize(4);
  }

  @ParameterizedTest
  @CsvSource({"application", "purpose:application"})
  void a_tapped_choice_routes_whoever_offered_it(String tapped) {
    JsonNode answer = answer(door("en", "\"purpose\"", "My application", tapped));

    assertThat(answer.path("answers").path("purpose").asString()).isEqualTo("application");
    assertThat(answer.path("step").asString()).isEqualTo("concern");
  }

  private static JsonNode answer(JsonNode turn) {
    Map<String, Object> answer = Agent.answer(turn);
    return JSON.valueToTree(answer);
  }

  private static JsonNode turn(String language, String step, String answers, String text) {
    return turn(language, step, answers, text, null);
  }

  private static JsonNode turn(
      String language, String step, String answers, String text, String tapped) {
    return JSON.readTree(
        """
        {"language": "%s", "step": %s, "answers": %s,
         "messages": [{"text": "%s", "choice_id": %s}],
         "stages": [
           {"id": "first_contact", "questions": [{"id": "position", "answer": "text", "choices": []}]},
           {"id": "screening", "questions": [{"id": "shift", "answer": "choice", "choices": ["day", "night"]}]}]}
        """
            .formatted(language, quoted(step), answers, text, quoted(tapped)));
  }

  private static String quoted(String text) {
    return text == null ? "null" : "\"" + text + "\"";
  }

  private static JsonNode door(String language, String step, String text, String tapped) {
    return JSON.readTree(
        """
        {"language": "%s", "step": %s, "answers": {},
         "messages": [{"text": "%s", "choice_id": %s}],
         "stages": [
           {"id": "routing", "questions": [{"id": "purpose", "answer": "choice",
            "choices": ["job", "alert", "application", "company"]}]},
           {"id": "profile", "questions": [{"id": "full_name", "answer": "text", "choices": []}]},
           {"id": "desk", "questions": [{"id": "concern", "answer": "text", "choices": []}]}]}
        """
            .formatted(language, step, text, quoted(tapped)));
  }
}
