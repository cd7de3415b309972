package io.talaria.journal.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.talaria.port.Desk;
import io.talaria.port.Reading;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RehearsalReaderTest {
  private static final String RIGHT =
      """
      - rehearsal: Ana
        candidate: Ana
        country: BR
        clock: 2026-11-27 21:30
        zone: America/Sao_Paulo
        story:
          - says: [oi, olá]
          - expects: {text: Que tipo, choices: [Back-end]}
          - waits: 25h
          - waits until: monday 09:00
          - expects alert: at_risk
          - expects stage: final_review
          - expects end: completed
          - hands back
          - sends: photo
          - fills in: {form: shifts, answers: {shift: night}}
          - others book: [1, 2]
          - is begun as planned
          - opens: [Cashier]
          - expects reading: {intent: company, priority: high, sentiment: negative, entities: {count: 3}}
          - expects silence
      """;

  @Test
  void a_rehearsal_is_read_with_its_setting_and_its_lines() {
    Rehearsal read = read(RIGHT).getFirst();

    assertThat(read.setting())
        .isEqualTo(
            new Rehearsal.Setting(
                "Ana",
                "BR",
                "pt-BR",
                LocalDateTime.of(2026, 11, 27, 21, 30),
                ZoneId.of("America/Sao_Paulo"),
                List.of(),
                null));
    assertThat(read.story().getFirst().line()).isEqualTo(7);
    assertThat(read.story().getFirst().beat()).isEqualTo(new Beat.Says(List.of("oi", "olá")));
    assertThat(read.story())
        .extracting(Rehearsal.Line::beat)
        .contains(
            new Beat.Hears("Que tipo", List.of("Back-end"), null),
            new Beat.Waits(Duration.ofHours(25)),
            new Beat.TeamIsTold(Desk.Kind.AT_RISK),
            new Beat.Sends(List.of(new Beat.Medium("photo", ""))),
            new Beat.FillsIn("shifts", Map.of("shift", "night"), false),
            new Beat.OthersBook(List.of(1, 2), false),
            new Beat.IsBegunAsPlanned(),
            new Beat.Opens(List.of(new Rehearsal.Listing("Cashier", "Cashier", Map.of()))),
            new Beat.ReadAs(
                "company", Reading.Priority.HIGH, Beat.Mood.NEGATIVE, Map.of("count", "3")),
            new Beat.HearsNothing(Duration.ofMinutes(1)));
  }

  /** Each change is one mistake, told where it stands. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          says: [oi, olá]   | sayz: oi            | 7:7   | such as says, found `sayz`
          says: [oi, olá]   | says: {a: b}        | 7:13  | expected what the candidate writes, such as oi, found a group of keys
          waits: 25h        | waits: 25           | 9:14  | expected a time in s, m, h or d, such as 25h, found `25`
          waits: 25h        | waits: [1h, 2h]     | 9:14  | found a list
          monday 09:00      | moonday 09:00       | 10:20 | expected a time, with a date or a day before it or not, such as monday 09:00
          alert: at_risk    | alert: at_rsk       | 11:22 | such as at_risk, found `at_rsk`
          stage: final_review | stage: final_revue | 12:22 | such as final_review, found `final_revue`
          end: completed    | end: complete       | 13:20 | such as completed, found `complete`
          - hands back      | - hand back         | 14:7  | such as hands back, found `hand back`
          - hands back      | - says              | 14:7  | expected a beat without a value
          - hands back      | - {says: a, taps: b} | 14:7 | expected one thing at a time
          sends: photo      | sends: foto         | 15:14 | such as photo, found `foto`
          sends: photo      | sends: [photo, vidoe] | 15:22 | such as video, found `vidoe`
          sends: photo      | sends: {what: photo, capton: a} | 15:28 | such as caption, found `capton`
          book: [1, 2]      | book: first         | 17:20 | expected a time's place in the list
          book: [1, 2]      | book: 11            | 17:20 | expected a number of 1 to 10
          - is begun as planned | - is begun as planed | 18:7 | such as is begun as planned, found `is begun as planed`
          opens: [Cashier]  | opens: [{id: a}]    | 19:15 | expected the key `title` of a job
          priority: high    | priority: hi        | 20:52 | such as high, found `hi`
          form: shifts      | form: Shifts        | 16:24 | expected a form's id of small letters
          choices: [Back-end] | chioces: [Back-end] | 8:33 | such as choices, found `chioces`
          country: BR       | country: Brazil     | 3:12  | expected a country code of two capitals
          country: BR       | country: UK         | 3:12  | expected a country code of ISO 3166-1, such as GB, found `UK`
          zone: America/Sao_Paulo | zone: America/SaoPaulo | 5:9 | such as America/Sao_Paulo
          2026-11-27 21:30  | 21:30               | 4:10  | expected a date and a time, such as 2026-03-04 10:00
          candidate: Ana    | name: Ana           | 2:3   | expected a key of a rehearsal
          """)
  void a_mistake_is_told_with_its_place_and_what_was_meant(
      String right, String wrong, String place, String told) {
    String yaml = RIGHT.replace(right, wrong);
    assertThat(yaml).as("the change was made").isNotEqualTo(RIGHT);

    InvalidDefinition invalid = mistakes(yaml);

    assertThat(invalid.getMessage()).startsWith("test.yaml:" + place + ": ").contains(told);
    assertThat(invalid.mistakes()).hasSize(1);
  }

  @Test
  void a_story_that_expects_nothing_proves_nothing() {
    assertThat(mistakes("- rehearsal: Ana\n  story:\n    - says: oi\n").getMessage())
        .contains("expected a story that expects something");
  }

  @Test
  void names_are_told_apart() {
    assertThat(mistakes(RIGHT + RIGHT).getMessage()).contains("each rehearsal's name once");
  }

  @Test
  void all_mistakes_are_told_at_once() {
    assertThat(mistakes(RIGHT.replace("25h", "soon").replace("at_risk", "danger")).mistakes())
        .hasSize(2);
  }

  @Test
  void an_empty_file_is_told() {
    assertThat(mistakes("# nothing yet\n").getMessage()).contains("found an empty file");
  }

  @Test
  void a_time_without_a_date_is_the_next_one() {
    var friday = LocalDateTime.of(2026, 11, 27, 21, 30);

    assertThat(moment("21:31").after(friday)).isEqualTo(friday.plusMinutes(1));
    assertThat(moment("21:30").after(friday)).isEqualTo(friday.plusDays(1));
    assertThat(moment("friday 21:30").after(friday)).isEqualTo(friday.plusDays(7));
    assertThat(moment("monday 09:00").after(friday))
        .isEqualTo(LocalDateTime.of(2026, 11, 30, 9, 0));
    assertThat(moment("2026-11-27 08:00").after(friday)).isBefore(friday);
  }

  private static Moment moment(String text) {
    String yaml = RIGHT.replace("monday 09:00", text);
    return read(yaml).getFirst().story().stream()
        .map(Rehearsal.Line::beat)
        .filter(Beat.WaitsUntil.class::isInstance)
        .map(beat -> ((Beat.WaitsUntil) beat).moment())
        .findFirst()
        .orElseThrow();
  }

  private static List<Rehearsal> read(String yaml) {
    Definition definition =
        DefinitionReader.read("tech-hiring.yaml", DefinitionReaderTest.techHiring());
    return RehearsalReader.read("test.yaml", yaml, definition);
  }

  private static InvalidDefinition mistakes(String yaml) {
    return catchThrowableOfType(InvalidDefinition.class, () -> read(yaml));
  }
}
