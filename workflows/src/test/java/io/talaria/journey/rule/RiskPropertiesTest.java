package io.talaria.journey.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.talaria.journey.RiskScore;
import io.talaria.journey.RiskScore.Band;
import io.talaria.journey.RiskScore.Factor;
import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class RiskPropertiesTest {
  @Property(tries = 1000)
  void the_score_is_between_0_and_1_in_hundredths_and_its_parts_add_up(
      @ForAll("facts") RiskFacts facts) {
    RiskScore score = Risk.of(facts);

    assertThat(score.value()).isBetween(0.0, 1.0);
    assertThat(score.value() * 100).isCloseTo(Math.round(score.value() * 100), within(1e-9));
    assertThat(score.factors().stream().mapToDouble(Factor::contribution).sum())
        .isCloseTo(score.value(), within(1e-9));
    assertThat(score.factors())
        .allSatisfy(
            f -> {
              assertThat(f.contribution()).isBetween(0.01, f.weight());
              assertThat(f.value()).isBetween(0.0, 1.0);
            });
    assertThat(Risk.of(facts)).isEqualTo(score);
  }

  @Property(tries = 1000)
  void more_silence_never_lowers_it(
      @ForAll("facts") RiskFacts facts, @ForAll @IntRange(max = 100_000) int minutes) {
    RiskFacts silent = silent(facts, Duration.ofHours(1));
    RiskFacts longer = silent(facts, Duration.ofHours(1).plusMinutes(minutes));
    assertThat(Risk.of(longer).value()).isGreaterThanOrEqualTo(Risk.of(silent).value());
  }

  @Property(tries = 500)
  void a_mood_moves_it_by_five_hundredths_at_most_and_never_alone_into_another_band(
      @ForAll("facts") RiskFacts facts, @ForAll @DoubleRange(min = -1, max = 1) double mood) {
    double without = Risk.of(withSentiment(facts, null)).value();
    double with = Risk.of(withSentiment(facts, mood)).value();
    assertThat(with - without).isBetween(-1e-9, 0.05 + 1e-9);
    if (without == 0) {
      assertThat(Band.of(with)).isEqualTo(Band.LOW);
    }
  }

  @Provide
  Arbitrary<RiskFacts> facts() {
    Arbitrary<Duration> length =
        Arbitraries.longs().between(0, 60L * 24 * 90).map(Duration::ofMinutes);
    return Combinators.combine(
            Combinators.combine(
                    length.injectNull(0.3), length.injectNull(0.5), length.injectNull(0.3))
                .as((silent, waiting, rhythm) -> new Duration[] {silent, waiting, rhythm}),
            Arbitraries.of(true, false),
            Arbitraries.integers().between(0, 10),
            Arbitraries.longs().between(-9000, 1440).map(Duration::ofMinutes).injectNull(0.2),
            Arbitraries.doubles().between(-1, 1).injectNull(0.4),
            Arbitraries.integers().between(0, 20),
            length.injectNull(0.2),
            length.injectNull(0.3))
        .as(
            (spans, question, nudges, left, mood, doubts, age, usual) ->
                new RiskFacts(
                    spans[0],
                    spans[0] == null ? spans[1] : null,
                    spans[2],
                    Duration.ofHours(24),
                    Duration.ofMinutes(15),
                    question,
                    nudges,
                    left,
                    mood,
                    doubts,
                    age,
                    usual,
                    false,
                    false,
                    false));
  }

  private static RiskFacts silent(RiskFacts f, Duration silent) {
    return new RiskFacts(
        silent,
        null,
        f.rhythm(),
        f.atRisk(),
        f.patience(),
        f.questionOpen(),
        f.nudges(),
        f.windowLeft(),
        f.sentiment(),
        f.doubts(),
        f.stageAge(),
        f.usualStageAge(),
        f.personNeeded(),
        f.held(),
        f.over());
  }

  private static RiskFacts withSentiment(RiskFacts f, Double sentiment) {
    return new RiskFacts(
        f.silent(),
        f.waiting(),
        f.rhythm(),
        f.atRisk(),
        f.patience(),
        f.questionOpen(),
        f.nudges(),
        f.windowLeft(),
        sentiment,
        f.doubts(),
        f.stageAge(),
        f.usualStageAge(),
        f.personNeeded(),
        f.held(),
        f.over());
  }
}
