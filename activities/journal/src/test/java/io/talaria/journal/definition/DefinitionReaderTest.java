package io.talaria.journal.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefinitionReaderTest {
  @Test
  void tech_hiring_has_four_stages_three_languages_and_a_list() {
    Definition definition = DefinitionReader.read("tech-hiring.yaml", techHiring());

    assertThat(definition.plan().stages())
        .extracting("id")
        .containsExactly("initial_contact", "technical_challenge", "cultural_fit", "final_review");
    assertThat(definition.plan().languages()).containsExactly("en", "pt-BR", "es");
    assertThat(definition.languageOf("BR")).isEqualTo("pt-BR");
    assertThat(definition.languageOf("AR")).isEqualTo("es");
    assertThat(definition.languageOf("NL")).isEqualTo("en");
    assertThat(definition.languageOf(null)).isEqualTo("en");
    assertThat(definition.plan().times().nudges())
        .containsExactly(Duration.ofHours(4), Duration.ofHours(20));
    assertThat(definition.plan().words().stop()).contains("parar", "baja", "stop");
    assertThat(definition.stageName("cultural_fit", "es")).isEqualTo("Afinidad con el equipo");
    assertThat(definition.question("language").orElseThrow().answer())
        .isInstanceOfSatisfying(Answer.OneOf.class, of -> assertThat(of.button()).isNotNull());
    assertThat(definition.texts().greeting().in("en")).contains("automated");
  }

  @Test
  void a_time_of_an_interview_has_as_many_places_as_its_capacity() throws IOException {
    String agency = file("multi-channel-agency.yaml");
    assertThat(interview(agency).slots().capacity()).isOne();
    assertThat(
            interview(agency.replace("notice: 4h", "notice: 4h, capacity: 3")).slots().capacity())
        .isEqualTo(3);
    assertThat(interview(agency).gone().in("en")).contains("somebody else");
    assertThat(
            catchThrowableOfType(
                    InvalidDefinition.class,
                    () -> interview(agency.replace("notice: 4h", "notice: 4h, capacity: 0")))
                .getMessage())
        .contains("a number of 1 to 100");
  }

  @Test
  void an_interview_may_say_what_becomes_of_a_time_that_does_not_suit_any_more()
      throws IOException {
    String agency = file("multi-channel-agency.yaml");
    Answer.Change change = interview(agency).change();

    assertThat(change.text().in("en")).contains("{time}", "*stop*");
    assertThat(change.cancel().in("en")).isEqualTo("Cancel the call");
    assertThat(
            catchThrowableOfType(
                    InvalidDefinition.class,
                    () -> interview(agency.replace("Cancel the call", "Cancel the call for good")))
                .getMessage())
        .contains("at most 20 characters");
    String without = agency.replaceFirst("(?m)^ {8}change:\\n(?: {10}.*\\n)+", "");
    assertThat(interview(without).change()).isNull();
  }

  private static Answer.Interview interview(String yaml) {
    return (Answer.Interview)
        DefinitionReader.read("agency.yaml", yaml).question("talk").orElseThrow().answer();
  }

  private static String file(String name) throws IOException {
    try (var in = DefinitionReaderTest.class.getResourceAsStream("/definitions/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void whatever_reaches_a_candidate_first_says_that_a_machine_speaks() {
    Definition definition = DefinitionReader.read("tech-hiring.yaml", techHiring());
    for (String language : definition.plan().languages()) {
      assertThat(
              List.of(
                  definition.texts().greeting().in(language),
                  definition.texts().disclosure().in(language),
                  definition.template().text().in(language)))
          .allSatisfy(text -> assertThat(Folded.of(text)).contains("automat"));
    }
  }

  @Test
  void an_objection_and_the_high_value_rule_are_part_of_the_plan() {
    var plan = DefinitionReader.read("tech-hiring.yaml", techHiring()).plan();
    assertThat(plan.words().objection())
        .contains("quero revisao humana", "no quiero que decida una maquina", "i object");
    assertThat(plan.highValue().atRisk()).isEqualTo(Duration.ofHours(12));
    assertThat(plan.highValue().when().met(java.util.Map.of("role", "data", "experience", "7")))
        .isTrue();
    assertThat(plan.highValue().when().met(java.util.Map.of("role", "data"))).isFalse();
    assertThat(mistakes(techHiring().replace("at_least: 5}", "at_last: 5}")).getMessage())
        .contains("such as at_least");
  }

  @Test
  void every_stage_word_of_a_command_is_no_choice_that_people_tap() {
    Definition definition = DefinitionReader.read("tech-hiring.yaml", techHiring());
    var commands = new java.util.ArrayList<>(definition.plan().words().stop());
    commands.addAll(definition.plan().words().person());
    var titles =
        definition.steps().values().stream()
            .flatMap(List::stream)
            .filter(Step.Ask.class::isInstance)
            .map(step -> ((Step.Ask) step).answer())
            .filter(Answer.OneOf.class::isInstance)
            .flatMap(answer -> ((Answer.OneOf) answer).options().stream())
            .flatMap(option -> option.title().byLanguage().values().stream())
            .flatMap(title -> List.of(Folded.of(title).split(" ")).stream())
            .toList();
    assertThat(titles).doesNotContainAnyElementsOf(commands);
  }

  @Test
  void in_existing_bot_an_outside_bot_talks_at_every_stage_and_a_person_goes_on() {
    Definition definition = DefinitionReader.read("existing-bot.yaml", existingBot());

    assertThat(definition.engines())
        .hasSize(4)
        .allSatisfy(
            (stage, engine) ->
                assertThat(engine).isEqualTo(new Engine.Http("dispatcher", Engine.Fallback.HUMAN)));
    assertThat(definition.plan().stages()).allMatch(stage -> Boolean.TRUE.equals(stage.slowBot()));
    assertThat(definition.plan().languages()).containsExactly("en", "pt-BR", "es");
  }

  @Test
  void a_stage_has_a_bot_of_its_own_and_one_that_needs_no_questions() {
    String yaml =
        techHiring()
            .replace(
                "  - id: cultural_fit\n",
                "  - id: chat\n    name: {en: Chat, pt-BR: Conversa, es: Charla}\n"
                    + "    bot: {engine: http, name: rasa, fallback: human}\n\n  - id: cultural_fit\n");
    Definition definition = DefinitionReader.read("tech-hiring.yaml", yaml);

    assertThat(definition.engineOf("chat"))
        .isEqualTo(new Engine.Http("rasa", Engine.Fallback.HUMAN));
    assertThat(definition.engineOf("cultural_fit")).isEqualTo(new Engine.Script());
    assertThat(definition.plan().stages())
        .filteredOn(stage -> stage.slowBot() != null)
        .extracting("id")
        .containsExactly("chat");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {engine: htp, name: a, fallback: human}    | a bot engine (script, http), such as http, found `htp`
          http                                       | the name of the bot and its fallback with http
          {engine: http, fallback: human}            | the key `name` of a bot from outside
          {engine: http, name: a}                    | the key `fallback` of a bot from outside
          {engine: http, name: a, fallback: nobody}  | who goes on where it fails (human, script)
          {engine: http, name: A b, fallback: human} | the bot's name in talaria.bots.http of small letters
          {engine: script, name: a}                  | nothing of the kind at script, such as bot: script
          {engine: http, nme: a, fallback: human}    | a key of a bot (engine, name, fallback), such as name, found `nme`
          """)
  void a_mistake_in_a_bot_is_told(String bot, String told) {
    InvalidDefinition invalid =
        mistakes(
            existingBot()
                .replace("{engine: http, name: dispatcher, fallback: human}\n", bot + "\n"));
    assertThat(invalid).hasMessageContaining(told);
  }

  @Test
  void a_stage_without_steps_must_not_fall_back_to_the_script() {
    String yaml =
        techHiring()
            .replace(
                "  - id: cultural_fit\n",
                "  - id: chat\n    name: {en: Chat, pt-BR: Conversa, es: Charla}\n"
                    + "    bot: {engine: http, name: rasa, fallback: script}\n\n  - id: cultural_fit\n");
    assertThat(mistakes(yaml)).hasMessageContaining("the key `steps` of a stage");
  }

  private static String existingBot() {
    try (var in = Definition.class.getResourceAsStream("/definitions/existing-bot.yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Line and column are those of the changed file; each change is one mistake. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          at_risk: 24h             | at_rsk: 24h            | a key of times (typing_pause, long_typing_pause, nudges, at_risk, waiting, drop_off, after_end, owner_silent, escalation, window_closing, zone, quiet_hours, business_hours, holidays), such as at_risk, found `at_rsk`
          at_risk: 24h             | at_risk: 24            | a time in s, m, h or d, such as 24h, found `24`
          nudges: [4h, 20h]        | nudges: [20h, 4h]      | a time later than the one before, such as 4h, found `4h`
          languages: [en, pt-BR, es] | languages: en        | a list of language tags, such as [en, pt-BR], found `en`
          {en: Python, pt-BR: Python, es: Python} | {en: Python, pt-BR: Python} | the key `es` of a choice's title, such as es: …, found none
          {en: Hybrid, pt-BR: Híbrido, es: Híbrido} | {en: Hybrid as often as you like, pt-BR: Híbrido, es: Híbrido} | a text of at most 20 characters
          answer: number           | answer: nmber          | a kind of answer (text, number, choice, date, email, phone, document), such as number, found `nmber`
          - ask: salary            | - ask: start           | each question's id once, such as seniority, found `start` again
          pt-BR: [BR, PT, AO, MZ, CV, GW, ST, TL] | pt-BR: [BRA, PT] | a country code of two capitals, such as BR, found `BRA`
          template:                | templete:              | such as template, found `templete`
          id: cultural_fit         | id: Cultural Fit       | a stage's id of small letters, digits and _, such as initial_contact, found `Cultural Fit`
          min: 0                   | min: none              | a whole number, such as 0, found `none`
          zone: America/Sao_Paulo  | zone: America/SaoPaulo | a time zone by its IANA name, such as America/Sao_Paulo, found `America/SaoPaulo`
          saturday: closed         | saturday: close        | hours from and to, or a word (closed, all_day), such as closed, found `close`
          to: "18:00"              | to: "6pm"              | a time of day from 0:00 to 24:00, such as "18:00", found `6pm`
          to: "18:00"              | to: "09:00"            | another time than `from`, such as 18:00, found `09:00`
          2027-03-26               | 2027-02-29             | a date with its year, or a month and a day for every year, such as 2026-04-03 or 12-25, found `2027-02-29`
          10-12                    | 10-32                  | a date with its year, or a month and a day for every year, such as 2026-04-03 or 12-25, found `10-32`
          window_closing: 2h       | window_closing: 24h    | a time shorter than WhatsApp's window of 24h, such as 2h, found `24h`
          quiet_hours:             | quit_hours:            | such as quiet_hours, found `quit_hours`
          """)
  void a_mistake_is_told_with_its_place_and_what_was_expected(
      String right, String wrong, String told) {
    String yaml = techHiring().replace(right, wrong);
    assertThat(yaml).as("the change was made").isNotEqualTo(techHiring());
    String before = techHiring().substring(0, techHiring().indexOf(right));
    int line = (int) before.lines().count();

    InvalidDefinition invalid = mistakes(yaml);

    assertThat(invalid.getMessage()).contains(told);
    assertThat(invalid.mistakes())
        .anySatisfy(mistake -> assertThat(mistake.line()).isBetween(line, line + 1));
    assertThat(invalid.mistakes().getFirst().toString()).startsWith("test.yaml:");
  }

  @Test
  void broken_yaml_is_told_with_its_line() {
    InvalidDefinition invalid = mistakes("definition: x\nlanguages: [en\ntimes: {\n");
    assertThat(invalid.mistakes()).hasSize(1);
    assertThat(invalid.mistakes().getFirst().line()).isGreaterThan(1);
    assertThat(invalid.getMessage()).contains("expected a comma between two entries");
  }

  @Test
  void an_empty_file_and_a_list_are_told_so() {
    assertThat(mistakes("").getMessage()).contains("found an empty file");
    assertThat(mistakes("- a\n").getMessage()).contains("expected a definition").contains("a list");
  }

  @Test
  void hours_without_a_zone_are_a_mistake() {
    String yaml = techHiring().replaceFirst("  zone: America/Sao_Paulo.*\\n", "");
    assertThat(mistakes(yaml).getMessage())
        .contains("the key `zone` beside `quiet_hours`, such as zone: America/Sao_Paulo");
  }

  @Test
  void quiet_hours_that_never_end_are_a_mistake() {
    String yaml =
        techHiring()
            .replaceFirst(
                "from: \"21:00\"\\n    to: \"08:00\"", "from: \"0:00\"\n    to: \"23:59\"")
            .replace("saturday: {from: \"20:00\", to: \"10:00\"}", "saturday: all_day")
            .replace("sunday: {from: \"20:00\", to: \"08:00\"}", "sunday: all_day");
    assertThat(mistakes(yaml).getMessage()).contains("leave an hour of the week");
  }

  @Test
  void all_mistakes_are_told_at_once() {
    String yaml = techHiring().replace("at_risk: 24h", "at_risk: soon").replace("min: 0", "min: x");
    assertThat(mistakes(yaml).mistakes()).hasSize(2);
  }

  @Test
  void more_nudges_than_texts_is_a_mistake() {
    assertThat(mistakes(techHiring().replace("[4h, 20h]", "[4h, 20h, 48h]")).getMessage())
        .contains("3 texts, one for each time in times.nudges");
  }

  @Test
  void a_short_hour_shortens_deadlines_but_leaves_people_time_to_type() {
    var plan = DefinitionReader.read("tech-hiring.yaml", techHiring()).plan();
    var times = Pace.of(plan, 3, Duration.ofSeconds(5)).times();

    assertThat(times.atRisk()).isEqualTo(Duration.ofMinutes(2));
    assertThat(times.dropOff()).isEqualTo(Duration.ofMinutes(14));
    assertThat(times.ownerSilent()).isEqualTo(Duration.ofSeconds(60));
    assertThat(times.typingPause()).isEqualTo(Duration.ofMillis(1500));
    assertThat(times.waiting()).isEqualTo(Duration.ofSeconds(15));
    assertThat(Pace.of(plan, 3, Duration.ofHours(1)).times()).isEqualTo(plan.times());
  }

  @Test
  void a_word_that_is_missing_is_a_mistake_with_its_line() {
    String yaml = EditorSchema.sample().replace("day: future", "day:");

    assertThat(mistakes(yaml).mistakes())
        .anySatisfy(
            mistake -> {
              assertThat(mistake.expected()).contains("which days count");
              assertThat(mistake.found()).isEqualTo("nothing");
            });
  }

  @Test
  void a_question_without_its_kind_is_one_mistake() {
    String yaml = EditorSchema.sample().replaceFirst(" *answer: choice\n", "");

    assertThat(mistakes(yaml).mistakes())
        .filteredOn(mistake -> mistake.expected().contains("`answer`"))
        .hasSize(1);
    assertThat(mistakes(yaml).getMessage()).doesNotContain("nothing of the kind");
  }

  private static InvalidDefinition mistakes(String yaml) {
    return catchThrowableOfType(
        InvalidDefinition.class, () -> DefinitionReader.read("test.yaml", yaml));
  }

  static String techHiring() {
    try (var in = DefinitionReader.class.getResourceAsStream("/definitions/tech-hiring.yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
