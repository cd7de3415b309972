package io.talaria.journey.rule;

import static io.talaria.journey.rule.Samples.NOON;
import static io.talaria.journey.rule.Samples.begun;
import static io.talaria.journey.rule.Samples.message;
import static io.talaria.journey.rule.Samples.noonAnd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.talaria.journey.Ending;
import io.talaria.journey.JourneyState;
import io.talaria.journey.RiskScore;
import io.talaria.journey.RiskScore.Action;
import io.talaria.journey.RiskScore.Band;
import io.talaria.journey.RiskScore.Factor;
import io.talaria.port.Outbound;
import io.talaria.port.Proposal;
import io.talaria.port.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RiskTest {
  /** The candidate wrote, and the bot asked at once. */
  private static JourneyState asked(JourneyState before, long seq, Instant at, Reading reading) {
    JourneyState wrote = Moves.received(before, message(seq, at, "hi"));
    var proposal =
        new Proposal(
            List.of(wrote.inbox().open().getLast().id()),
            List.of(new Outbound.Text("q?")),
            Map.of(),
            "en",
            "a",
            "q",
            0,
            null,
            null,
            new Proposal.Decision("script", "v1.0", "a › q", 1),
            null,
            reading,
            null);
    return Moves.replied(wrote, proposal, "key/0", at);
  }

  private static JourneyState asked() {
    return asked(begun(), 1, NOON, null);
  }

  private static RiskScore at(JourneyState state, Instant now) {
    return Risk.of(RiskFacts.of(state, now, null));
  }

  private static double of(RiskScore score, String factor) {
    return score.factors().stream()
        .filter(f -> f.factor().equals(factor))
        .mapToDouble(Factor::contribution)
        .sum();
  }

  @Test
  void nothing_raises_it_right_after_an_answer() {
    RiskScore score = at(asked(), NOON);
    assertThat(score.value()).isZero();
    assertThat(score.factors()).isEmpty();
    assertThat(score.action()).isEqualTo(Action.WAIT);
  }

  @Test
  void a_day_of_silence_after_two_reminders_is_high_and_each_part_is_named() {
    RiskScore score = at(Silences.nudged(asked(), 2), noonAnd(24, 0));

    assertThat(score.value()).isEqualTo(0.7);
    assertThat(Band.of(score.value())).isEqualTo(Band.HIGH);
    assertThat(score.factors())
        .extracting(Factor::factor)
        .containsExactly("silence", "question_open", "nudges_unanswered", "window_closing");
  }

  @Test
  void the_same_silence_weighs_more_for_a_candidate_who_answers_fast() {
    JourneyState fast = asked();
    JourneyState slow = asked();
    for (int i = 1; i <= 5; i++) {
      fast = asked(fast, i + 1, NOON.plus(Duration.ofMinutes(i)), null);
      slow = asked(slow, i + 1, NOON.plus(Duration.ofHours(20L * i)), null);
    }
    Instant fastLater = NOON.plus(Duration.ofMinutes(5)).plus(Duration.ofHours(3));
    Instant slowLater = NOON.plus(Duration.ofHours(100)).plus(Duration.ofHours(3));

    assertThat(of(at(fast, fastLater), "silence")).isEqualTo(0.4);
    assertThat(of(at(slow, slowLater), "silence")).isLessThan(0.05);
    assertThat(of(at(asked(), noonAnd(3, 0)), "silence")).isEqualTo(0.05);
  }

  @Test
  void who_waits_for_us_is_at_risk_through_us() {
    JourneyState waits = Moves.received(asked(), message(2, NOON, "hello?"));
    RiskScore score = at(waits, noonAnd(96, 0));
    assertThat(of(score, "waits_for_us")).isEqualTo(0.4);
    assertThat(of(score, "silence")).isZero();
    assertThat(score.action()).isEqualTo(Action.TAKE_OVER);
  }

  @Test
  void a_bad_mood_is_a_hint_and_no_more() {
    var upset = new Reading(null, null, -1.0, null, Map.of());
    RiskScore score = at(asked(begun(), 1, NOON, upset), NOON);
    assertThat(score.value()).isEqualTo(0.05);
    assertThat(of(score, "sentiment")).isEqualTo(0.05);
  }

  @Test
  void who_stays_longer_than_nine_of_ten_did_has_a_factor_for_it() {
    JourneyState state = asked();
    double usual =
        of(Risk.of(RiskFacts.of(state, noonAnd(12, 0), Duration.ofHours(24))), "stage_age");
    double longer =
        of(Risk.of(RiskFacts.of(state, noonAnd(36, 0), Duration.ofHours(24))), "stage_age");
    assertThat(usual).isZero();
    assertThat(longer).isCloseTo(0.15, within(0.001));
  }

  @Test
  void what_may_help_follows_from_what_still_reaches_the_candidate() {
    JourneyState silent = Silences.nudged(asked(), 2);
    assertThat(at(asked(), noonAnd(1, 0)).action()).isEqualTo(Action.WAIT);
    assertThat(at(silent, noonAnd(20, 0)).action()).isEqualTo(Action.WRITE);
    assertThat(at(Silences.nudged(asked(), 1), noonAnd(30, 0)).action()).isEqualTo(Action.TEMPLATE);
    assertThat(at(silent, noonAnd(30, 0)).action()).isEqualTo(Action.CALL);
  }

  @Test
  void nobody_is_at_risk_after_the_end() {
    JourneyState ended = Moves.ended(asked(), Ending.DROPPED, noonAnd(200, 0));
    assertThat(at(ended, noonAnd(300, 0))).isEqualTo(new RiskScore(0, List.of(), Action.NONE));
  }
}
