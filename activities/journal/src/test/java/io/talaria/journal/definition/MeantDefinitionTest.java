package io.talaria.journal.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What reads well, and does something else than anybody meant: refused where it stands. */
class MeantDefinitionTest {
  private static final String SAMPLE = EditorSchema.sample();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          title: {en: Data}        | title: {en: Stop}         | a title that isn't one of words.stop, since a tap on it would end the journey, such as other words, found `Stop`
          title: {en: Either}      | title: {en: "Stop, please"} | a title that isn't one of words.stop
          title: {en: Either}      | title: {en: I object!}    | a title that isn't one of words.objection
          cancel: {en: Cancel it}  | cancel: {en: STOP}        | a title that isn't one of words.stop
          another: {en: Another time} | another: {en: stop}    | a title that isn't one of words.stop
          done: {en: That is all}  | done: {en: Stop now}      | a title that isn't one of words.stop
          no: {en: "No"}           | no: {en: Stop}            | a title that isn't one of words.stop
          none_of_these: {en: None of these} | none_of_these: {en: stop} | a title that isn't one of words.stop
          """)
  void a_title_whose_tap_would_stop_everything(String right, String wrong, String told) {
    assertRefused(right, wrong, told);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          title: {en: Data}          | title: {en: back-END}     | each title once in a message, such as back-END 2, found `back-END` again
          title: {en: Either}        | title: {en: At home}      | each title once in a message, such as At home 2, found `At home` again
          no: {en: "No"}             | no: {en: "Yes"}           | each title once in a message
          keep: {en: Keep it}        | keep: {en: Cancel it}     | each title once in a message
          cancel: {en: Cancel it}    | cancel: {en: Another time} | each title once in a message
          title: {en: Data}}         | title: {en: Data}, also: [Java!]} | words that mean one choice only, such as another word, found `Java!`, which means backend
          title: {en: Data}}         | title: {en: Data}, also: [back end]} | words that mean one choice only, such as another word, found `back end`, which means backend
          """)
  void what_two_choices_are_called(String right, String wrong, String told) {
    assertRefused(right, wrong, told);
  }

  @Test
  void two_choices_may_be_called_alike_in_two_languages() {
    String yaml =
        String.join("\n", Slips.lines("tech-hiring"))
            .replace("{en: Python, pt-BR: Python,", "{en: Python, pt-BR: Go,")
            .replace("{en: Go, pt-BR: Go,", "{en: Go, pt-BR: Python,");
    assertThat(yaml).contains("{en: Go, pt-BR: Python,", "{en: Python, pt-BR: Go,");
    assertThat(Slips.mistakes(yaml)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          follow_up_agreed: {en: "Until {time}."} | follow_up_agreed: {en: "Until {tiem}."} | braces that are filled in here ({time}), such as {time}, found `{tiem}`
          text: {en: "Here: {link}"}   | text: {en: "Here: {Link}"}    | braces that are filled in here ({link}), such as {link}, found `{Link}`
          text: {en: "Until {time}."}  | text: {en: "Until { time }."} | braces that are filled in here ({time}), such as {time}, found `{ time }`
          {en: Beautiful.}             | {en: "{sends} of {max}"}      | braces that are filled in here ({sent}, {min}, {max}), such as {sent}, found `{sends}`
          text: {en: "What of {time}?"} | text: {en: "What of {name}?"} | braces that are filled in here ({time}), such as {time}, found `{name}`
          say: {en: Hello.}            | say: {en: "Hello {name}."}    | a text without braces, since nothing is filled in here, such as name, found `{name}`
          text: {en: "Shall we go on?"} | text: {en: "Shall we go on, {{1}}?"} | a text without braces, since nothing is filled in here, such as 1, found `{1}`
          reminder: {en: "On {time}."} | reminder: {en: Soon.}         | a text that tells the time, such as {time}, found `Soon.`
          confirmed: {en: "On {time}."} | confirmed: {en: Fine.}       | a text that tells the time, such as {time}, found `Fine.`
          name: reminder, text: {en: "On {time}."} | name: reminder, text: {en: Soon.} | a text that tells the time, such as {time}, found `Soon.`
          reminder: {en: "On {time}."} | reminder: {en: "On {tme}."}   | such as {time}, found `{tme}`
          """)
  void braces_that_nothing_fills_and_a_time_that_nobody_is_told(
      String right, String wrong, String told) {
    assertRefused(right, wrong, told);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          unsure: [not sure]\\n  language | language | the key `unsure` of words, by which `role` knows whom to help, such as unsure: [I don't know], found none
          when: {question: role, answered: false} | when: {question: role, is: data} | the id of a question that was asked before, since this can't hold here, such as none, found `role`, which is asked later
          when: {question: role, answered: false} | when: {not: {question: experience, at_least: 3}} | a question that was asked before
          """)
  void what_nobody_ever_comes_to(String right, String wrong, String told) {
    assertRefused(right, wrong, told);
  }

  /** Of bots from outside nobody knows which answers they keep, so the sample's first has none. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {question: anything, is: a@b.example}                                  | `anything`, which is asked later
          {question: talk, answered: true}                                       | `talk`, which is asked later
          {all: [{question: role, is: data}, {question: anything, answered: true}]} | `anything`, which is asked later
          {any: [{question: talk, is: cancelled}, {not: {question: anything, is: a}}]} | `talk`, which is asked later
          {question: shift, is: night}                                           |
          {question: subjects, answered: true}                                   |
          {question: anything, answered: false}                                  |
          {any: [{question: role, is: data}, {question: anything, is: a}]}       |
          {not: {all: [{question: role, is: data}, {question: anything, is: a}]}} |
          """)
  void a_branch_on_what_is_asked_later(String condition, String told) {
    String yaml =
        SAMPLE
            .replace("    bot: {engine: http, name: dispatcher, fallback: human}\n", "")
            .replace("{question: experience, at_least: 5}\n", condition + "\n");
    List<Mistake> mistakes = Slips.mistakes(yaml);
    if (told == null) {
      assertThat(mistakes).isEmpty();
    } else {
      assertThat(mistakes).singleElement().satisfies(m -> assertThat(m.found()).isEqualTo(told));
    }
  }

  @Test
  void where_a_bot_from_outside_talked_before_any_question_may_have_its_answer() {
    String yaml =
        SAMPLE.replace("{question: experience, at_least: 5}\n", "{question: anything, is: a}\n");

    assertThat(Slips.mistakes(yaml)).isEmpty();
  }

  @Test
  void stages_that_nobody_enters() {
    String yaml = LongDefinition.yaml(101, "text");
    String never = yaml.replaceAll("(  - id: stage\\d)", "$1\n    active: false");

    assertThat(Slips.mistakes(never))
        .singleElement()
        .satisfies(
            mistake -> {
              assertThat(mistake.expected()).isEqualTo("a stage that somebody enters");
              assertThat(mistake.example()).isEqualTo("active: true");
              assertThat(mistake.line()).isEqualTo(yaml.lines().toList().indexOf("stages:") + 2);
            });
    assertThat(Slips.mistakes(never.replaceFirst("active: false", "active: true"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          drop_off: 7d             | drop_off: 24h           | a time longer than at_risk, such as 7d, found `24h`
          nudges: [4h]\\n  at_risk | nudges: [8d]\\n  at_risk | a time longer than the last of nudges, such as 7d, found `7d`
          countries: {en: [GB]}    | countries: {en: [UK]}   | a country code of ISO 3166-1, such as GB, found `UK`
          countries: {en: [GB]}    | countries: {en: [GB, IX]} | a country code of ISO 3166-1, such as AX, found `IX`
          question: shift, is: night | question: shift, at_most: 5 | bounds for a question or a field with answer: number only, such as {question: shift, is: …}, found `5`
          label: {en: Hours a week}, answer: number | label: {en: Hours a week}, answer: numbre | a kind of field (text, number), such as number, found `numbre`
          """)
  void times_countries_and_numbers_that_mean_nothing(String right, String wrong, String told) {
    assertRefused(right, wrong, told);
  }

  @Test
  void a_second_telling_may_come_sooner_after_the_first_than_that_after_the_alert() {
    assertThat(Slips.mistakes(SAMPLE.replace("[30m, 2h]", "[2h, 30m]"))).isEmpty();
  }

  @Test
  void a_number_of_a_form_may_knock_out() {
    assertThat(
            Slips.mistakes(
                SAMPLE.replace("question: shift, is: night", "question: hours, at_least: 40")))
        .isEmpty();
  }

  @Test
  void a_country_that_only_phones_know_is_one() {
    assertThat(Slips.mistakes(SAMPLE.replace("{en: [GB]}", "{en: [GB, XK]}"))).isEmpty();
  }

  private static void assertRefused(String right, String wrong, String told) {
    String from = right.replace("\\n", "\n");
    String yaml = SAMPLE.replace(from, wrong.replace("\\n", "\n"));
    assertThat(yaml).as("the change was made").isNotEqualTo(SAMPLE);
    int line = (int) (SAMPLE.substring(0, SAMPLE.indexOf(from)) + ".").lines().count();

    List<Mistake> mistakes = Slips.mistakes(yaml);

    assertThat(mistakes)
        .as("%s", mistakes)
        .singleElement()
        .satisfies(mistake -> assertThat(mistake.toString()).contains(told));
    if (right.equals(from)) {
      assertThat(mistakes.getFirst().line()).isEqualTo(line);
    }
  }
}
