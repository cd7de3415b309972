package io.talaria.worker.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.port.Kept;
import io.talaria.port.Turn.Reason;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times of the call are offered. */
class InterviewTalkTest extends AgencyCall {
  @Test
  void times_are_the_teams_clock_and_full_ones_are_not_offered() {
    lookups.taken.put(SECOND, 1);
    turn(Reason.RESUME);

    assertThat(times()).startsWith(FIRST).doesNotContain(SECOND).hasSize(10);
  }

  @Test
  void a_time_with_places_left_is_offered() {
    definition = definition("notice: 4h, capacity: 2");
    lookups.taken.put(FIRST, 1);
    turn(Reason.RESUME);

    assertThat(times()).startsWith(FIRST, SECOND);
  }

  @Test
  void a_chosen_time_is_to_be_booked() {
    definition = definition("notice: 4h, capacity: 3");
    taps(FIRST.toString());

    assertThat(last.answers()).containsExactly(Map.entry("talk", FIRST.toString()));
    assertThat(last.kept())
        .containsExactly(new Kept.Booked("multi-channel-agency", "talk", FIRST, 3));
  }

  @Test
  void a_time_that_is_gone_is_told_kindly_and_the_others_are_offered() {
    lookups.taken.put(FIRST, 1);
    taps(FIRST.toString());

    assertThat(last.messages().getFirst().body())
        .startsWith("Sinto muito, alguém acabou de escolher esse horário");
    assertThat(times()).startsWith(SECOND).doesNotContain(FIRST);
    assertThat(last.answers()).isEmpty();
    assertThat(last.kept()).isNull();
    assertThat(last.misses()).isZero();
    assertThat(last.needsHuman()).isNull();
  }

  @Test
  void without_any_free_time_a_person_is_called() {
    for (int day = 0; day < 120; day++) {
      LocalDate date = LocalDate.of(2026, 3, 4).plusDays(day);
      for (String time : List.of("T13:00:00Z", "T17:30:00Z", "T19:00:00Z")) {
        lookups.taken.put(Instant.parse(date + time), 1);
      }
    }
    taps(FIRST.toString());

    assertThat(last.needsHuman()).isEqualTo("no_free_time");
    assertThat(last.messages().getFirst().body()).contains("todos os horários estão ocupados");
    assertThat(last.step()).isEqualTo("talk");

    // when a person handed back and a time is free again
    lookups.taken.remove(SECOND);
    turn(Reason.RESUME);
    assertThat(times()).containsExactly(SECOND);
    assertThat(last.needsHuman()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"2, 1", "a primeira, 0", "la segunda, 1", "the last one, 2", "qua. 17:00, 2"})
  void a_time_is_chosen_by_its_number_its_place_or_its_title_in_the_list_that_was_shown(
      String text, int row) {
    List<Instant> shown = List.of(FIRST, SECOND, Instant.parse("2026-03-05T13:00:00Z"));
    lookups.shown =
        List.of(
            choice(shown.get(0), "hoje"),
            choice(shown.get(1), "x"),
            choice(shown.get(2), "qua. 17:00"));
    says(text);

    assertThat(last.answers()).containsEntry("talk", shown.get(row).toString());
  }

  @ParameterizedTest
  @CsvSource({
    "10, 10:00, ",
    "a 10, 10:00, ",
    "16, 16:00, ",
    "3ª, , TUESDAY",
    "na 3a feira, , TUESDAY",
    "quero a 2ª, , MONDAY",
    "6ª, , FRIDAY"
  })
  void what_may_be_a_row_or_a_time_is_answered_with_the_times(
      String text, @Nullable LocalTime time, @Nullable DayOfWeek day) {
    definition = definition("notice: 4h", "\"10:00\", \"14:30\", \"16:00\"", "UTC");
    turn(Reason.RESUME);
    lookups.shown = last.messages().getLast().offered();
    says(text);

    assertThat(last.answers()).isEmpty();
    assertThat(last.kept()).isNull();
    assertThat(last.misses()).isZero();
    assertThat(times())
        .isNotEmpty()
        .map(at -> at.atOffset(ZoneOffset.UTC))
        .allMatch(at -> time == null || at.toLocalTime().equals(time))
        .allMatch(at -> day == null || at.getDayOfWeek() == day);
  }

  @ParameterizedTest
  @CsvSource({"2, 1", "9, 8", "número 10, 9", "opção 10, 9", "1ª, 0", "a 3ª opção, 2", "2º, 1"})
  void what_can_only_be_a_row_is_booked(String text, int row) {
    definition = definition("notice: 4h", "\"10:00\", \"14:30\", \"16:00\"", "UTC");
    turn(Reason.RESUME);
    lookups.shown = last.messages().getLast().offered();
    List<Instant> shown = times();
    says(text);

    assertThat(last.answers()).containsEntry("talk", shown.get(row).toString());
  }

  @Test
  void a_numbered_weekday_with_its_hour_is_booked() {
    says("3ª às 19h");
    assertThat(last.answers()).containsEntry("talk", "2026-03-10T19:00:00Z");
  }

  /** The 4th of March is today, a Wednesday. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          terça às 14:30                   | 2026-03-10T14:30:00Z
          Pode ser na terça, às 14:30?     | 2026-03-10T14:30:00Z
          el martes a las 14:30            | 2026-03-10T14:30:00Z
          Tuesday at 2:30 pm               | 2026-03-10T14:30:00Z
          amanhã às 13h                    | 2026-03-05T13:00:00Z
          hoje às 14:30                    | 2026-03-04T14:30:00Z
          """)
  void a_free_time_in_words_is_booked_as_if_it_were_tapped(String text, Instant at) {
    // The candidate's clock is UTC here, and so is the team's.
    definition = definition("notice: 4h", "\"13:00\", \"14:30\", \"16:00\"", "UTC");
    now = Instant.parse("2026-03-04T08:00:00Z");
    says(text);

    assertThat(last.answers()).containsEntry("talk", at.toString());
    assertThat(last.kept()).containsExactly(new Kept.Booked("multi-channel-agency", "talk", at, 1));
    assertThat(last.agenda()).extracting("id").contains("talk/after");
    assertThat(last.messages().getFirst().body()).startsWith("Combinado");
  }

  @Test
  void the_day_and_the_hour_may_be_told_apart() {
    turn(Reason.MESSAGES, text(1, "terça-feira"), text(2, "às 19h"));

    assertThat(last.answers()).containsEntry("talk", "2026-03-10T19:00:00Z");
  }

  @Test
  void a_day_in_words_is_offered_with_its_free_times() {
    lookups.taken.put(Instant.parse("2026-03-10T17:30:00Z"), 1);
    says("na terça");

    assertThat(times())
        .containsExactly(
            Instant.parse("2026-03-10T13:00:00Z"), Instant.parse("2026-03-10T19:00:00Z"));
    assertThat(last.messages().getFirst().body()).startsWith("Estes horários estão livres");
    assertThat(last.answers()).isEmpty();
    assertThat(last.agenda()).isNullOrEmpty();
    assertThat(last.misses()).isZero();
  }

  @Test
  void who_names_a_day_again_sees_those_times_already_and_a_person_helps() {
    says("na terça");
    lookups.shown = last.messages().getLast().offered();
    says("terça");
    assertThat(last.misses()).isOne();
    misses = 1;
    says("já disse, terça");

    assertThat(last.needsHuman()).isEqualTo("no_time_suits");
    assertThat(last.messages().getFirst().body()).contains("Avisei uma pessoa");
  }

  @ParameterizedTest
  @CsvSource({
    "terça às 11h, 3",
    "domingo, 10",
    "sexta da semana que vem às 10h, 10",
    "fala comigo na segunda, 3"
  })
  void a_time_that_is_not_free_agrees_on_nothing_and_the_free_ones_are_told(String text, int rows) {
    says(text);

    assertThat(times()).hasSize(rows);
    assertThat(last.agenda()).isNullOrEmpty();
    assertThat(last.answers()).isEmpty();
    assertThat(last.kept()).isNull();
    assertThat(last.messages().getFirst().body()).startsWith("Estes horários estão livres");
    assertThat(last.decision().rule()).doesNotContain("agreed");
  }

  @Test
  void after_two_times_that_are_not_free_a_person_is_called() {
    says("terça às 11h");
    assertThat(last.misses()).isOne();
    misses = 1;
    says("terça às 12h");

    assertThat(last.needsHuman()).isEqualTo("no_time_suits");
    assertThat(last.step()).isEqualTo("talk");
  }

  @Test
  void words_that_name_no_time_are_asked_about_and_call_a_person_in_the_end() {
    says("não sei ainda");
    assertThat(last.messages().getFirst().body()).startsWith("Não entendi");
    assertThat(times()).hasSize(10);
    misses = last.misses();
    says("sei lá");

    assertThat(last.needsHuman()).isEqualTo("not_understood");
  }

  @Test
  void an_old_button_for_another_time_asks_again() {
    taps("another");

    assertThat(last.misses()).isZero();
    assertThat(times()).isNotEmpty();
  }
}
