package io.talaria.dev.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.dev.DefinitionHead;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recruiting team rehearses a file of its own. */
class RehearseTest {
  private static final String STAGES =
      """
        - id: hello
          name: {en: Hello}
          steps:
            - ask: name
              label: {en: Name}
              text: {en: "What is your name?"}
              answer: text
            - say: {en: Nice to meet you.}
            - ask: town
              label: {en: Town}
              text: {en: "Where do you live?"}
              answer: text
              wait_for: delivered
      """;

  private static final String WORK =
      """
        - id: work
          name: {en: Work}
          steps:
            - ask: place
              label: {en: Place}
              text: {en: "Which town?"}
              answer: text
            - match: job
              label: {en: Job}
              text: {en: These fit.}
              button: {en: Look}
              none: {en: Nothing fits.}
              wish: {place: place}
              must: [place]
            - photo: face
              label: {en: Photo}
              text: {en: Send two photos.}
              min: 1
              max: 2
              affirmations: [{en: Lovely.}]
              done: {en: That is all}
            - form: shifts
              label: {en: Shifts}
              text: {en: "Tell us here: {link}"}
              url: "https://forms.example/shifts?t={token}"
              fields: [{id: shift, label: {en: Shift}}]
      """;

  private static final String ONE =
      "- rehearsal: one\n  story:\n    - says: hello\n    - expects: What\n";

  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void a_definition_of_their_own() throws IOException {
    Files.writeString(
        folder.resolve("team.yaml"), DefinitionHead.of("team", "Hi, a machine speaks.") + STAGES);
  }

  @Test
  void what_passes_is_told_with_its_clock_and_ends_with_zero() throws IOException {
    int code =
        rehearse(
            """
            - rehearsal: Zoe
              candidate: Zoe
              clock: 2026-11-27 21:30
              zone: Asia/Tokyo
              story:
                - says: hello
                - expects: What is your name?
                - waits until: 09:00
                - answers: [Zoe, Utrecht]
                - expects: Those were all my questions.
            """);

    assertThat(said()).contains("Friday 27 November 2026", "21:30:00  Zoe  hello");
    assertThat(said()).contains("Saturday 28 November 2026", "09:00:00  Zoe  Zoe");
    assertThat(said()).contains("1 of 1 passed");
    assertThat(code).isZero();
  }

  @Test
  void bubbles_that_wait_for_each_other_are_heard_one_by_one() throws IOException {
    int code =
        rehearse(
            """
            - rehearsal: Zoe
              story:
                - says: hello
                - expects: What is your name?
                - says: Zoe
                - expects: Nice to meet you.
                - expects: Where do you live?
            """);

    assertThat(said()).contains("1 of 1 passed");
    assertThat(code).isZero();
  }

  @Test
  void an_expectation_that_is_not_met_is_told_under_the_story_so_far() throws IOException {
    int code =
        rehearse(
            """
            - rehearsal: Zoe is in a hurry
              candidate: Zoe
              story:
                - says: hello
                - expects: How old are you?
                - says: never said
            """);

    assertThat(said()).contains("10:00:00  Zoe  hello");
    assertThat(said()).contains("expected  the bot to say \"How old are you?\"");
    assertThat(said()).contains("came      \"Hi, a machine speaks.", "What is your name?\"");
    assertThat(said()).contains("at        " + folder.resolve("team.rehearsals.yaml") + ":5");
    assertThat(said()).contains("✗ Zoe is in a hurry", "0 of 1 passed");
    assertThat(said()).doesNotContain("never said");
    assertThat(code).isOne();
  }

  @Test
  void every_kind_of_expectation_can_fail() throws IOException {
    for (String wrong :
        List.of(
            "- expects silence",
            "- expects: {text: What is, choices: [Ann, Bob]}",
            "- expects: {template: come_back}",
            "- expects alert: at_risk",
            "- expects answers: {name: Zoe}",
            "- expects end: completed",
            "- expects held by: Camila",
            "- expects person called",
            "- taps: Ann",
            "- hands back")) {
      out.reset();
      int code =
          rehearse(
              "- rehearsal: Zoe\n  story:\n  - says: hello\n  %s\n  - expects: x\n"
                  .formatted(wrong));
      assertThat(code).as(wrong + told()).isOne();
      assertThat(said()).contains("expected  ", "came      ");
    }
  }

  @Test
  void a_refused_request_of_a_recruiter_is_told_in_its_own_sentence() throws IOException {
    int code =
        rehearse(
            """
            - rehearsal: Zoe
              story:
                - says: hello
                - expects: What is your name?
                - takes over: Camila
                - takes over: Diego
                - expects silence
            """);

    assertThat(said()).contains("expected  Diego to take over", "came      a refusal: ", "Camila");
    assertThat(code).isOne();
  }

  @Test
  void a_reply_that_waits_for_review_is_approved_edited_and_rejected() throws IOException {
    Path file = folder.resolve("team.yaml");
    Files.writeString(
        file, Files.readString(file).replace("wait_for: delivered", "review: always"));
    int code =
        rehearse(
            """
            - rehearsal: approved
              story:
                - answers: [hello]
                - says: Zoe
                - expects review: Where do you live?
                - expects alert: review
                - expects silence: 10m
                - recruiter approves
                - expects: Where do you live?
            - rehearsal: edited
              story:
                - answers: [hello]
                - says: Zoe
                - expects review
                - recruiter edits: And where is home?
                - expects: And where is home?
            - rehearsal: rejected
              story:
                - answers: [hello]
                - says: Zoe
                - expects review
                - recruiter rejects: too curt
                - expects person called
                - expects silence
            """);

    assertThat(said()).contains("3 of 3 passed", "the bot's reply waits for review");
    assertThat(code).isZero();
  }

  @Test
  void what_is_no_text_reaches_the_bot() throws IOException {
    int code =
        rehearse(
            """
            - rehearsal: a photo and a voice note
              story:
                - answers: [hello]
                - sends: [photo, voice]
                - expects: What is your name?
            - rehearsal: a form that nobody asked for
              story:
                - answers: [hello]
                - fills in: {form: shifts, answers: {shift: night}, late: yes}
                - expects person called: form_outdated
            """);

    assertThat(said()).contains("(photo)", "(voice)", "(form shifts, too late) {shift=night}");
    assertThat(said()).contains("2 of 2 passed");
    assertThat(code).isZero();
  }

  @Test
  void jobs_photos_and_forms_are_played_without_a_database() throws IOException {
    Files.writeString(
        folder.resolve("team.yaml"), DefinitionHead.of("team", "Hi, a machine speaks.") + WORK);
    int code =
        rehearse(
            """
            - rehearsal: Zoe
              candidate: Zoe
              listings:
                - {id: far, title: Far away, fits: {place: Recife}}
                - {id: cook, title: Cook}
                - {id: cashier, title: Cashier, fits: {place: Campinas}}
              story:
                - answers: [hello, Campinas]
                - expects: {text: These fit., choices: [Cashier, Cook]}
                - taps: Cashier
                - expects answers: {job: cashier}
                - sends: photo
                - expects: Lovely.
                - sends: photo
                - expects: https://forms.example/shifts?t=rehearsal
                - fills in: {form: shifts, answers: {shift: night}}
                - expects: Those were all my questions.
                - expects answers: {shift: night}
            """);

    assertThat(said()).contains("1 of 1 passed");
    assertThat(code).isZero();
  }

  @Test
  void nobody_can_take_over_what_has_not_begun() throws IOException {
    int code = rehearse("- rehearsal: Zoe\n  story:\n  - takes over: Camila\n  - expects: x\n");

    assertThat(said()).contains("expected  Camila to take over", "came      no journey that runs");
    assertThat(code).isOne();
  }

  @Test
  void only_the_named_scenario_is_played() throws IOException {
    Files.writeString(
        folder.resolve("team.rehearsals.yaml"),
        """
        - rehearsal: one
          story: [says: a, expects: What]
        - rehearsal: another
          story: [says: a, expects: What]
        """);
    assertThat(run("anoth", "--brief")).isZero();
    assertThat(said()).contains("✓ another").doesNotContain("one,", "10:00:00");
    assertThat(run("third")).isEqualTo(2);
    assertThat(told()).contains("No rehearsal has \"third\" in its name", "one", "another");
  }

  @Test
  void mistakes_of_a_file_are_told_with_their_lines_and_nothing_is_played() throws IOException {
    int code = rehearse("- rehearsal: Zoe\n  story:\n    - sais: hello\n");
    assertThat(told())
        .contains("team.rehearsals.yaml:3:7: expected a key of a beat", "such as says");
    assertThat(said()).isEmpty();
    assertThat(code).isEqualTo(2);
  }

  @Test
  void a_file_that_is_called_otherwise_than_its_definition_is_told_before_a_worker_refuses_it()
      throws IOException {
    Files.move(folder.resolve("team.yaml"), folder.resolve("crew.yaml"));
    Files.writeString(folder.resolve("crew.rehearsals.yaml"), ONE);
    int code =
        Rehearse.run(List.of(folder.resolve("crew.yaml").toString()), stream(out), stream(err));
    assertThat(told()).contains("crew.yaml defines team", "team.yaml, or definition: crew");
    assertThat(code).isEqualTo(2);
  }

  @Test
  void a_missing_file_or_definition_is_told() {
    assertThat(run()).isEqualTo(2);
    assertThat(told()).contains("There is no file", "team.rehearsals.yaml");
    assertThat(Rehearse.run(List.of("tech-hirring"), stream(out), stream(err))).isEqualTo(2);
    assertThat(told()).contains("No tech-hirring.yaml comes along; there are: ", "tech-hiring");
    assertThat(Rehearse.run(List.of(), stream(out), stream(err))).isEqualTo(2);
  }

  private int rehearse(String rehearsals) throws IOException {
    Files.writeString(folder.resolve("team.rehearsals.yaml"), rehearsals);
    return run();
  }

  private int run(String... more) {
    var args = new java.util.ArrayList<>(List.of(folder.resolve("team.yaml").toString()));
    args.addAll(List.of(more));
    return Rehearse.run(args, stream(out), stream(err));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private String said() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String told() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
