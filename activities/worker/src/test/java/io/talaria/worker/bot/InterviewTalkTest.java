package io.talaria.worker.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.journal.definition.Definition;
import io.talaria.journal.definition.DefinitionReader;
import io.talaria.journal.definition.Published;
import io.talaria.journey.MessageReceived;
import io.talaria.journey.MessageReceived.Kind;
import io.talaria.port.Kept;
import io.talaria.port.Outbound.Choice;
import io.talaria.port.Proposal;
import io.talaria.port.Turn;
import io.talaria.port.Turn.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The call of the agency: 10:00, 14:30 and 16:00 on working days in São Paulo, one at a time. */
class InterviewTalkTest {
  private static final Instant WEDNESDAY = Instant.parse("2026-03-04T12:00:00Z");
  private static final Instant FIRST = Instant.parse("2026-03-04T17:30:00Z");
  private static final Instant SECOND = Instant.parse("2026-03-04T19:00:00Z");

  private final FakeLookups lookups = new FakeLookups();
  private final Map<String, String> answers = new HashMap<>();
  private Definition definition = definition("notice: 4h");
  private Instant now = WEDNESDAY;
  private Proposal last;

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

  @Test
  void another_time_gives_the_old_one_back() {
    answers.put("talk", FIRST.toString());
    says("outro horário");

    assertThat(last.kept()).containsExactly(new Kept.GivenBack("talk", FIRST));
    assertThat(last.answers()).containsEntry("talk", "");
    assertThat(times()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({"sim, true", "'Yes, it did', true", "não, false", "no, false"})
  void whether_it_took_place_may_be_written(String text, boolean happened) {
    answers.put("talk", FIRST.toString());
    now = FIRST.plusSeconds(3600);
    says(text);

    assertThat(last.decision().rule()).endsWith(happened ? "talk: took place" : "talk: no-show");
  }

  @Test
  void an_old_button_for_another_time_asks_again() {
    taps("another");

    assertThat(last.misses()).isZero();
    assertThat(times()).isNotEmpty();
  }

  private List<Instant> times() {
    return last.messages().getLast().offered().stream()
        .map(choice -> Instant.parse(choice.id().substring("talk:".length())))
        .toList();
  }

  private static Choice choice(Instant at, String title) {
    return new Choice("talk:" + at, title);
  }

  private void taps(String choice) {
    turn(
        Reason.MESSAGES,
        new MessageReceived(UUID.randomUUID(), 1, now, Kind.CHOICE, "?", "talk:" + choice, "1"));
  }

  private void says(String text) {
    turn(
        Reason.MESSAGES,
        new MessageReceived(UUID.randomUUID(), 1, now, Kind.TEXT, text, null, "1"));
  }

  private void turn(Reason reason, MessageReceived... messages) {
    String stage =
        definition.plan().stages().stream()
            .filter(s -> s.questions().contains("talk"))
            .findFirst()
            .orElseThrow()
            .id();
    var turn =
        new Turn(
            UUID.randomUUID(),
            UUID.randomUUID(),
            UUID.randomUUID(),
            "key",
            reason,
            "multi-channel-agency",
            1,
            "pt-BR",
            stage,
            "talk",
            0,
            Map.copyOf(answers),
            List.of(messages),
            0,
            true,
            new Turn.Moment(now, true, null, List.of(), "BR"));
    last = Script.propose(new Published(definition, 1, 0), turn, lookups);
  }

  private static Definition definition(String notice) {
    try (var file =
        InterviewTalkTest.class.getResourceAsStream("/definitions/multi-channel-agency.yaml")) {
      String yaml = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return DefinitionReader.read("multi-channel-agency.yaml", yaml.replace("notice: 4h", notice));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
