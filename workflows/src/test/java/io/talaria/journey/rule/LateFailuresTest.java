package io.talaria.journey.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.journey.Ending;
import io.talaria.journey.JourneyState;
import io.talaria.journey.Silence;
import io.talaria.journey.rule.LateFailures.Fate;
import io.talaria.port.Appointment;
import io.talaria.port.TurnKey;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LateFailuresTest {
  private static final String OWED = "msg:0c1ff0ab-0c5b-4a1a-a2a1-d3cf6a2c3b01/2";
  private static final String OTHER = "msg:9b2c3a52-2c63-4f0e-9b0e-0f9f9d4b1c77/0";

  /** The candidate owes an answer to the last of three bubbles. */
  private static JourneyState asked() {
    var silence = new Silence(Samples.NOON, Samples.NOON, OWED, null, 0, false, false, 0, 0);
    return Samples.begun().withSilence(silence);
  }

  private static Fate fate(JourneyState state, String key) {
    return LateFailures.of(state, key, "RECIPIENT");
  }

  @Test
  void each_bubble_of_the_reply_that_is_owed_an_answer_is_its_question() {
    assertThat(fate(asked(), OWED)).isEqualTo(Fate.QUESTION);
    assertThat(fate(asked(), OWED.replace("/2", "/0"))).isEqualTo(Fate.QUESTION);
    assertThat(fate(asked(), OTHER)).isEqualTo(Fate.CALL);
  }

  @Test
  void where_somebody_is_there_or_needed_already_they_are_told() {
    JourneyState held = Samples.heldBy(asked(), Samples.CAMILA, Samples.NOON);
    assertThat(fate(held, OWED)).isEqualTo(Fate.TELL);
    assertThat(fate(held, OTHER)).isEqualTo(Fate.TELL);
    assertThat(fate(asked().withNeedsHuman("asked"), OTHER)).isEqualTo(Fate.TELL);
  }

  @Test
  void after_the_end_the_team_is_told_but_not_of_a_confirmed_stop() {
    JourneyState done = Moves.ended(asked(), Ending.COMPLETED, Samples.NOON);
    JourneyState stopped = Moves.ended(asked(), Ending.OPTED_OUT, Samples.NOON);
    String words = TurnKey.bubble(TurnKey.ofRequest(UUID.randomUUID()), 0);

    assertThat(fate(done, OTHER)).isEqualTo(Fate.TELL);
    assertThat(fate(stopped, OTHER)).isEqualTo(Fate.NOTHING);
    assertThat(fate(stopped, words)).as("a person counts on them").isEqualTo(Fate.TELL);
  }

  @Test
  void a_turn_is_noticed_once_also_beyond_the_end() {
    JourneyState noticed = LateFailures.noticed(asked(), OTHER);

    assertThat(fate(noticed, OTHER)).isEqualTo(Fate.NOTHING);
    assertThat(fate(noticed, OTHER.replace("/0", "/1"))).isEqualTo(Fate.NOTHING);
    assertThat(fate(Moves.ended(noticed, Ending.DROPPED, Samples.NOON), OTHER))
        .isEqualTo(Fate.NOTHING);
    assertThat(LateFailures.noticed(noticed, OTHER)).isEqualTo(noticed);
  }

  @Test
  void so_many_turns_are_remembered_and_no_more() {
    JourneyState state = asked();
    for (int i = 0; i <= LateFailures.KEPT; i++) {
      state = LateFailures.noticed(state, "req:" + i + "/0");
    }
    assertThat(state.outgoing().noticed()).hasSize(LateFailures.KEPT).doesNotContain("req:0");
  }

  @Test
  void a_reminder_counts_in_its_own_silence_only() {
    String own = TurnKey.bubble(TurnKey.ofNudge(OWED, 1), 0);
    String older = TurnKey.bubble(TurnKey.ofNudge(OTHER, 1), 0);

    assertThat(fate(asked(), own)).isEqualTo(Fate.CALL);
    assertThat(LateFailures.of(asked(), own, "WINDOW")).isEqualTo(Fate.WINDOW_CLOSED);
    assertThat(fate(asked(), older)).isEqualTo(Fate.NOTHING);
    assertThat(fate(Samples.wrote(), own)).isEqualTo(Fate.NOTHING);
  }

  @Test
  void nobody_counts_on_a_template_or_on_first_words_when_somebody_has_spoken_since() {
    JourneyState state = asked();
    UUID journey = state.journeyId();
    String reopen = TurnKey.ofReopening(journey, 1);
    Appointment start = new Appointment(PlannedStarts.FIRST_WORDS, Samples.NOON);
    Appointment talk = new Appointment("talk/1h", Samples.NOON);

    assertThat(fate(state, reopen + "/0")).isEqualTo(Fate.NOTHING);
    assertThat(fate(state, TurnKey.ofFailed(OTHER) + "/0")).isEqualTo(Fate.NOTHING);
    assertThat(fate(state, TurnKey.ofLater(reopen, Samples.NOON) + "/0")).isEqualTo(Fate.NOTHING);
    assertThat(fate(state, TurnKey.ofAppointment(journey, start) + "/0")).isEqualTo(Fate.NOTHING);
    assertThat(fate(state, TurnKey.ofAppointment(journey, talk) + "/0")).isEqualTo(Fate.CALL);
  }
}
