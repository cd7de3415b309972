package io.talaria.journey.rule;

import static io.talaria.journey.rule.NextTest.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.journey.Ending;
import io.talaria.journey.JourneyState;
import io.talaria.journey.OutsideSpoke;
import io.talaria.journey.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WatchingTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private static JourneyState watched() {
    return NextTest.begun().withPhase(Phase.OBSERVE);
  }

  @Test
  void control_is_no_phase_at_all() {
    JourneyState state = watched();

    assertThat(state.withPhase(Phase.CONTROL)).isEqualTo(state.withPhase(null));
    assertThat(state.withPhase(Phase.CONTROL).watched()).isFalse();
  }

  @Test
  void no_bot_has_a_turn_while_it_is_watched() {
    JourneyState wrote = Moves.received(watched(), message(1, NOON, "hi"));

    assertThat(Next.of(wrote, Instant.EPOCH, true, NOON)).isEqualTo(new Act.TakeIn());
    assertThat(Next.of(wrote, Instant.EPOCH, false, NOON))
        .isEqualTo(new Act.Wait(NOON.plus(Duration.ofMinutes(15)), "AlertWaiting"));
  }

  @Test
  void without_reports_only_the_newest_messages_are_kept_as_open() {
    JourneyState state = watched();
    for (int i = 1; i <= 100; i++) {
      state = Watching.takenIn(Moves.received(state, message(i, NOON, "hi")));
    }
    assertThat(state.inbox().open())
        .hasSize(Watching.OPEN_KEPT)
        .last()
        .hasFieldOrPropertyWithValue("seq", 100L);
  }

  @Test
  void a_report_answers_what_was_written_up_to_its_second_and_nothing_later() {
    JourneyState state = Moves.received(watched(), message(1, NOON, "hi"));
    state = Moves.received(state, message(2, NOON.plusSeconds(5), "still there?"));

    JourneyState spoke = Watching.spoke(state, told("k", NOON.plusMillis(300), null));

    assertThat(spoke.inbox().open()).extracting("seq").containsExactly(2L);
    assertThat(spoke.silence().candidateOwesSince()).isNull();
    assertThat(spoke.silence().weOweSince()).isEqualTo(NOON.plusSeconds(5));
  }

  @Test
  void silence_counts_from_what_the_other_system_said() {
    JourneyState state = Moves.received(watched(), message(1, NOON, "hi"));

    JourneyState spoke = Watching.spoke(state, told("k", NOON.plusSeconds(3), null));

    assertThat(spoke.silence().candidateOwesSince()).isEqualTo(NOON.plusSeconds(3));
    assertThat(spoke.silence().owedKey()).isEqualTo("k");
    assertThat(spoke.talk().disclosed()).as("nobody knows what it said of itself").isFalse();
  }

  @Test
  void a_report_without_words_leaves_the_silence_as_it_is() {
    JourneyState state = Moves.received(watched(), message(1, NOON, "hi"));

    JourneyState stands = Watching.spoke(state, told(null, NOON.plusSeconds(3), null));

    assertThat(stands.silence()).isEqualTo(state.silence());
    assertThat(stands.inbox().open()).hasSize(1);
    assertThat(stands.talk().answers()).containsEntry("q", "yes");
  }

  @Test
  void the_other_system_may_end_it() {
    JourneyState ended = Watching.spoke(watched(), told(null, NOON, Ending.REJECTED));

    assertThat(ended.over()).isTrue();
    assertThat(ended.end().ending()).isEqualTo(Ending.REJECTED);
  }

  @Test
  void with_control_old_words_are_left_and_young_ones_are_answered() {
    JourneyState state = Moves.received(watched(), message(1, NOON.minusSeconds(3600), "old"));
    state = Moves.received(state, message(2, NOON.minusSeconds(60), "young"));

    JourneyState ours = Watching.entered(state, Phase.CONTROL, NOON);

    assertThat(ours.inbox().open()).extracting("text").containsExactly("young");
    assertThat(ours.silence().weOweSince()).isEqualTo(NOON.minusSeconds(60));
    assertThat(Next.of(ours, Instant.EPOCH, false, NOON)).isEqualTo(new Act.Answer());
  }

  @Test
  void from_observing_to_alerts_nothing_moves() {
    JourneyState state = Moves.received(watched(), message(1, NOON.minusSeconds(3600), "old"));

    assertThat(Watching.entered(state, Phase.ALERT, NOON)).isEqualTo(state.withPhase(Phase.ALERT));
  }

  private static OutsideSpoke told(String key, Instant at, Ending ending) {
    return new OutsideSpoke(
        UUID.randomUUID(), at, key, Map.of("q", "yes"), null, null, null, true, ending, null);
  }
}
