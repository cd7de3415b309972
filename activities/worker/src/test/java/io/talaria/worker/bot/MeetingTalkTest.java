package io.talaria.worker.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.port.Kept;
import io.talaria.port.Outbound.Choice;
import io.talaria.port.Turn.Reason;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A time of the call stands, or is over. */
class MeetingTalkTest extends AgencyCall {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "não vou conseguir ir",
        "no podré ir",
        "I can't make it",
        "posso remarcar?",
        "pode ser sexta às 10?",
        "cancelar"
      })
  void who_can_not_come_then_is_asked_what_to_do_and_a_person_is_called_if_that_is_not_clear(
      String text) {
    answers.put("talk", FIRST.toString());
    says(text);

    assertThat(last.messages().getFirst().body()).startsWith("Nossa ligação está marcada para");
    assertThat(last.messages().getLast().offered())
        .extracting(Choice::id)
        .containsExactly("talk:another", "talk:cancel", "talk:keep");
    assertThat(last.answers()).isEmpty();
    assertThat(last.misses()).isOne();
    assertThat(last.needsHuman()).isNull();

    misses = 1;
    says("não vou conseguir ir");
    assertThat(last.needsHuman()).isEqualTo("interview_change");
    assertThat(last.messages().getFirst().body()).contains("Avisei uma pessoa");
  }

  @ParameterizedTest
  @CsvSource({"cancel, ''", "'', cancela", "'', Cancelar a ligação", "'', '2'"})
  void whoever_cancels_gives_the_time_back_and_a_person_hears_of_it(String tap, String text) {
    answers.put("talk", FIRST.toString());
    misses = 1;
    if (tap.isEmpty()) {
      says(text);
    } else {
      taps(tap);
    }

    assertThat(last.kept()).containsExactly(new Kept.GivenBack("talk", FIRST));
    assertThat(last.answers()).containsEntry("talk", "cancelled");
    assertThat(last.agenda()).isEmpty();
    assertThat(last.needsHuman()).isEqualTo("interview_cancelled");
    assertThat(last.messages().getFirst().body()).startsWith("A ligação está cancelada");
  }

  @Test
  void after_the_hand_back_it_goes_on_behind_an_interview_that_was_cancelled() {
    answers.putAll(Map.of("purpose", "job", "talk", "cancelled"));
    turn(Reason.RESUME);
    assertThat(last.step()).isEqualTo("satisfaction");

    says("obrigada");
    assertThat(last.step()).isEqualTo("satisfaction");

    // or with another time, if the candidate wants one after all
    says("quero remarcar");
    assertThat(last.step()).isEqualTo("talk");
    assertThat(times()).hasSize(10);
    says("terça às 19h");
    assertThat(last.answers()).containsEntry("talk", "2026-03-10T19:00:00Z");
  }

  @ParameterizedTest
  @CsvSource({"keep, ''", "'', Manter assim", "'', '3'"})
  void whoever_keeps_it_is_told_that_it_stands(String tap, String text) {
    answers.put("talk", FIRST.toString());
    misses = 1;
    if (tap.isEmpty()) {
      says(text);
    } else {
      taps(tap);
    }

    assertThat(last.messages().getFirst().body()).startsWith("Combinado");
    assertThat(last.misses()).isZero();
    assertThat(last.answers()).isEmpty();
    assertThat(last.needsHuman()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"outro dia", "pode ser sexta?", "1"})
  void whoever_was_asked_and_wants_another_time_is_offered_some(String text) {
    answers.put("talk", FIRST.toString());
    misses = 1;
    says(text);

    assertThat(last.kept()).containsExactly(new Kept.GivenBack("talk", FIRST));
    assertThat(times()).hasSize(10);
  }

  @ParameterizedTest
  @ValueSource(strings = {"obrigada!", "👍", "Perfeito, até lá", "ok, hoje às 17:30 então"})
  void whoever_takes_note_is_told_that_it_stands_however_often(String text) {
    answers.put("talk", FIRST.toString());
    says(text);

    assertThat(last.messages().getFirst().body()).startsWith("Combinado");
    assertThat(last.misses()).isZero();
  }

  @Test
  void words_that_say_nothing_about_it_count_and_call_a_person_in_the_end() {
    answers.put("talk", FIRST.toString());
    says("quem vai me ligar?");
    assertThat(last.messages().getFirst().body())
        .startsWith("Não entendi")
        .contains("Nossa ligação está marcada para");
    assertThat(last.misses()).isOne();
    misses = 1;
    says("quem é a consultora?");

    assertThat(last.needsHuman()).isEqualTo("not_understood");
  }

  @Test
  void where_the_definition_does_not_say_how_to_change_it_a_person_does() {
    definition = withoutChange();
    answers.put("talk", FIRST.toString());
    says("não vou conseguir ir");
    assertThat(last.needsHuman()).isEqualTo("interview_change");

    says("posso remarcar?");
    assertThat(last.needsHuman()).isNull();
    assertThat(last.misses()).isOne();
    assertThat(last.messages().getLast().offered()).extracting(Choice::id).contains("talk:another");
  }

  @Test
  void after_the_meeting_words_that_are_neither_yes_nor_no_call_a_person_in_the_end() {
    answers.put("talk", FIRST.toString());
    now = FIRST.plusSeconds(3600);
    says("foi interessante");
    assertThat(last.messages().getFirst().body()).contains("A ligação aconteceu?");
    assertThat(last.misses()).isOne();
    // The question afterwards has come already, and doesn't come again.
    assertThat(last.agenda()).isNullOrEmpty();
    misses = 1;
    says("mais ou menos");

    assertThat(last.needsHuman()).isEqualTo("not_understood");
  }

  @Test
  void what_is_asked_again_after_the_meeting_is_whether_it_took_place() {
    answers.put("talk", FIRST.toString());
    now = FIRST.plusSeconds(3600);
    turn(Reason.RESUME);

    assertThat(last.messages().getLast().body()).contains("A ligação aconteceu?");
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
}
