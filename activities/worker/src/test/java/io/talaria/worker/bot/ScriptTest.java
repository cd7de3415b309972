package io.talaria.worker.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.journal.definition.Definition;
import io.talaria.journal.definition.DefinitionReader;
import io.talaria.journal.definition.Published;
import io.talaria.journey.Ending;
import io.talaria.journey.MessageReceived;
import io.talaria.journey.MessageReceived.Kind;
import io.talaria.port.Outbound;
import io.talaria.port.Proposal;
import io.talaria.port.Turn;
import io.talaria.port.Turn.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptTest {
  private static final Published TECH_HIRING = techHiring();

  private String language = "en";
  private String stage = "initial_contact";
  private String step;
  private int misses;
  private boolean disclosed;
  private final Map<String, String> answers = new LinkedHashMap<>();
  private Proposal last;

  @Test
  void the_first_words_say_that_a_machine_speaks_and_ask_in_one_bubble() {
    says("hello");

    assertThat(last.messages()).hasSize(1);
    assertThat(last.messages().getFirst())
        .isInstanceOfSatisfying(
            Outbound.Buttons.class,
            buttons -> {
              assertThat(buttons.body()).contains("automated", "Which kind of work");
              assertThat(buttons.body()).hasSizeLessThanOrEqualTo(1024);
              assertThat(buttons.choices()).extracting("title").contains("Backend");
            });
    assertThat(last.step()).isEqualTo("role");
    assertThat(last.decision().rule()).isEqualTo("initial_contact › greeting");
    assertThat(last.decision().version()).isEqualTo("v1.2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "pt-BR", "es"})
  void every_greeting_fits_over_its_buttons(String spoken) {
    language = spoken;
    says("?");
    assertThat(last.messages()).hasSize(1);
  }

  @Test
  void a_tapped_choice_is_its_id_and_the_next_question_follows() {
    asked("role");
    taps("role:data", "Data");
    assertThat(last.answers()).containsExactly(Map.entry("role", "data"));
    assertThat(last.step()).isEqualTo("experience");
    assertThat(last.decision().rule()).isEqualTo("initial_contact › role: choice");
  }

  @ParameterizedTest
  @CsvSource({
    "Backend, backend",
    "back-end!, backend",
    "2, frontend",
    "DADOS, data",
    "I like the front end most, frontend",
    "ciência de dados, data"
  })
  void a_typed_choice_is_understood_by_number_title_or_word(String typed, String choice) {
    asked("role");
    says(typed);
    assertThat(last.answers()).containsEntry("role", choice);
  }

  @ParameterizedTest
  @ValueSource(strings = {"maybe", "backend or frontend", "9", "👍"})
  void what_names_no_choice_or_two_is_asked_again_with_a_hint(String typed) {
    asked("role");
    says(typed);
    assertThat(last.answers()).isEmpty();
    assertThat(last.step()).isEqualTo("role");
    assertThat(last.misses()).isEqualTo(1);
    assertThat(last.needsHuman()).isNull();
    assertThat(last.messages().getFirst().body()).startsWith("I did not understand");
  }

  @Test
  void after_two_misses_in_a_row_a_person_is_called() {
    asked("role");
    says("hm");
    says("hmm");
    assertThat(last.needsHuman()).isEqualTo("not_understood");
    assertThat(last.messages().getFirst().body()).contains("recruiter");
    assertThat(last.step()).isEqualTo("role");
  }

  @Test
  void an_understood_answer_forgets_the_misses() {
    asked("role");
    says("hm");
    says("backend");
    assertThat(last.misses()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"5, 5", "5 years, 5", "tenho 12 anos, 12", "0, 0"})
  void a_number_is_found_in_a_sentence(String typed, String number) {
    asked("experience");
    says(typed);
    assertThat(last.answers()).containsEntry("experience", number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "many",
        "99",
        "3 or 4",
        "1.5",
        "-2",
        "999999999999",
        "3-5 years",
        "3 - 5",
        "3–5",
        "de 3 a 5 anos"
      })
  void what_is_no_number_in_bounds_is_asked_again(String typed) {
    asked("experience");
    says(typed);
    assertThat(last.answers()).isEmpty();
    assertThat(last.misses()).isEqualTo(1);
  }

  @Test
  void several_messages_in_a_row_are_one_answer_and_get_one_reply() {
    stage = "technical_challenge";
    asked("bug");
    turn(Reason.MESSAGES, text("It was"), text("a race"));
    assertThat(last.answers()).containsEntry("bug", "It was\na race");
    assertThat(last.inputIds()).hasSize(2);
    assertThat(last.messages()).hasSize(1);
  }

  @Test
  void the_end_of_a_stages_questions_moves_to_the_next_stage_in_one_bubble() {
    asked("workplace");
    taps("workplace:remote", "Remote");
    assertThat(last.stage()).isEqualTo("technical_challenge");
    assertThat(last.step()).isEqualTo("language");
    assertThat(last.messages()).hasSize(1);
    assertThat(last.messages().getFirst())
        .isInstanceOfSatisfying(
            Outbound.Choices.class,
            list -> {
              assertThat(list.body()).contains("no trick", "programming language");
              assertThat(list.button()).isEqualTo("Choose");
              assertThat(list.choices()).hasSize(6);
            });
  }

  @Test
  void after_the_last_question_the_journey_is_completed_with_a_farewell() {
    stage = "final_review";
    asked("questions");
    says("nothing");
    assertThat(last.ending()).isEqualTo(Ending.COMPLETED);
    assertThat(last.step()).isNull();
    assertThat(last.messages().getFirst().body()).contains("all my questions");
  }

  @Test
  void a_word_changes_the_language_and_the_question_is_asked_again_in_it() {
    asked("role");
    says("Português");
    assertThat(last.language()).isEqualTo("pt-BR");
    assertThat(last.misses()).isZero();
    assertThat(last.messages().getFirst().body())
        .contains("Continuamos em português", "Que tipo de trabalho");
  }

  @Test
  void a_language_word_as_the_first_message_greets_in_it() {
    says("español");
    assertThat(last.language()).isEqualTo("es");
    assertThat(last.messages().getFirst().body()).contains("asistente automatizado");
  }

  @Test
  void a_voice_note_is_no_miss_and_the_question_stays_open() {
    asked("role");
    turn(
        Reason.MESSAGES,
        new MessageReceived(UUID.randomUUID(), 1, Instant.now(), Kind.UNSUPPORTED, "", null, "1"));
    assertThat(last.messages().getFirst().body()).contains("text only", "Which kind of work");
    assertThat(last.step()).isEqualTo("role");
    assertThat(last.misses()).isZero();
  }

  @Test
  void an_old_button_changes_its_own_answer_and_the_open_question_is_asked() {
    answers.put("role", "data");
    asked("experience");
    taps("role:backend", "Backend");
    assertThat(last.answers()).containsExactly(Map.entry("role", "backend"));
    assertThat(last.step()).isEqualTo("experience");
    assertThat(last.decision().rule()).isEqualTo("initial_contact › role: changed");
  }

  @Test
  void a_nudge_says_its_own_text_and_asks_the_open_question() {
    asked("role");
    turn(Reason.NUDGE);
    assertThat(last.messages().getFirst().body())
        .contains("next answer takes a minute", "Which kind of work");
  }

  @Test
  void a_hand_back_resumes_with_the_open_question() {
    asked("role");
    turn(Reason.RESUME);
    assertThat(last.messages().getFirst().body())
        .contains("automated assistant again", "Which kind of work");
  }

  @Test
  void a_hand_back_before_the_bot_ever_spoke_greets_and_begins() {
    turn(Reason.RESUME);
    assertThat(last.messages().getFirst().body()).contains("automated").doesNotContain("again");
    assertThat(last.step()).isEqualTo("role");
  }

  @Test
  void who_asks_for_a_person_at_first_is_told_that_a_machine_speaks() {
    turn(Reason.PERSON, text("person"));
    assertThat(last.needsHuman()).isEqualTo("asked_for_person");
    assertThat(last.messages().getFirst().body()).contains("automated", "recruiter");
  }

  @Test
  void a_stop_word_is_confirmed_once_and_ends_the_journey() {
    asked("role");
    turn(Reason.OPT_OUT, text("stop"));
    assertThat(last.ending()).isEqualTo(Ending.OPTED_OUT);
    assertThat(last.messages()).hasSize(1);
    assertThat(last.messages().getFirst().body()).doesNotContain("automated");
  }

  @Test
  void a_closed_window_gets_the_template_in_the_candidates_language() {
    language = "pt-BR";
    asked("role");
    turn(Reason.WINDOW_CLOSED);
    assertThat(last.messages())
        .singleElement()
        .isInstanceOfSatisfying(
            Outbound.Template.class,
            template -> {
              assertThat(template.name()).isEqualTo("retomar_conversa");
              assertThat(template.language()).isEqualTo("pt_BR");
              assertThat(template.body()).contains("retomar a conversa");
            });
    assertThat(last.step()).isEqualTo("role");
  }

  @Test
  void the_same_turn_has_the_same_proposal() {
    asked("role");
    Turn turn = turnOf(Reason.MESSAGES, text("backend"));
    assertThat(Script.propose(TECH_HIRING, turn, new FakeLookups()))
        .isEqualTo(Script.propose(TECH_HIRING, turn, new FakeLookups()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "pt-BR", "es"})
  void a_whole_journey_ends_completed_in_every_language(String spoken) {
    language = spoken;
    says("hi");
    for (int i = 0; i < 40 && last.ending() == null; i++) {
      switch (last.messages().getLast()) {
        case Outbound.Buttons b ->
            taps(b.choices().getFirst().id(), b.choices().getFirst().title());
        case Outbound.Choices c -> taps(c.choices().getLast().id(), c.choices().getLast().title());
        default -> says("7");
      }
      assertThat(last.messages()).hasSize(1);
    }
    assertThat(last.ending()).isEqualTo(Ending.COMPLETED);
    assertThat(answers).hasSize(12);
  }

  private void asked(String question) {
    disclosed = true;
    step = question;
  }

  private void says(String text) {
    turn(Reason.MESSAGES, text(text));
  }

  private void taps(String choiceId, String title) {
    turn(
        Reason.MESSAGES,
        new MessageReceived(
            UUID.randomUUID(), 1, Instant.now(), Kind.CHOICE, title, choiceId, "1"));
  }

  private static MessageReceived text(String text) {
    return new MessageReceived(UUID.randomUUID(), 1, Instant.now(), Kind.TEXT, text, null, "1");
  }

  private void turn(Reason reason, MessageReceived... messages) {
    last = Script.propose(TECH_HIRING, turnOf(reason, messages), new FakeLookups());
    language = last.language();
    stage = last.stage();
    step = last.step();
    misses = last.misses();
    disclosed = true;
    answers.putAll(last.answers());
  }

  private Turn turnOf(Reason reason, MessageReceived... messages) {
    return new Turn(
        UUID.randomUUID(),
        UUID.randomUUID(),
        UUID.randomUUID(),
        "key",
        reason,
        "tech-hiring",
        1,
        language,
        stage,
        step,
        misses,
        Map.copyOf(answers),
        List.of(messages),
        1,
        disclosed);
  }

  private static Published techHiring() {
    try (var in = Definition.class.getResourceAsStream("/definitions/tech-hiring.yaml")) {
      String yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new Published(DefinitionReader.read("tech-hiring.yaml", yaml), 1, 2);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
