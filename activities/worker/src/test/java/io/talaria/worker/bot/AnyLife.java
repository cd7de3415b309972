package io.talaria.worker.bot;

import io.talaria.journal.definition.Definition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ArbitrarySupplier;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** What becomes of a candidate who sends anything at any time, and is left alone afterwards. */
final class AnyLife {
  private static final Instant START = Instant.parse("2026-03-02T13:00:00Z");
  private static final Duration AFTERWARDS = Duration.ofDays(500);

  private AnyLife() {}

  /**
   * The journey when all is over.
   *
   * @param seenTo whether people see to who they were told of
   */
  static PaperJourney lived(
      Definition definition, List<Doing> life, FakeLookups lookups, boolean seenTo) {
    var journey = new PaperJourney(definition, lookups, START);
    lookups.heard = journey.book().heard;
    journey.hears(Doing.text(journey, 1, "oi"));
    long seq = 1;
    for (Doing doing : life) {
      passes(journey, doing.silence(), seenTo);
      doing.happens(journey, ++seq);
    }
    passes(journey, AFTERWARDS, seenTo);
    return journey;
  }

  /** Where people see to who was told of, they do so within twenty minutes. */
  private static void passes(PaperJourney journey, Duration time, boolean seenTo) {
    Instant until = journey.book().now.plus(time);
    while (seenTo && journey.book().faults.isEmpty() && journey.book().now.isBefore(until)) {
      Duration left = Duration.between(journey.book().now, until);
      Duration step = journey.called() ? Duration.ofMinutes(20) : journey.toNext();
      journey.passes(step.compareTo(left) < 0 ? step : left);
      if (journey.called()) {
        journey.seenTo();
      }
    }
    if (!seenTo) {
      journey.passes(time);
    }
  }

  /** Any of them, each of at most forty things that happen. */
  static final class All implements ArbitrarySupplier<List<Doing>> {
    @Override
    public Arbitrary<List<Doing>> get() {
      return Combinators.combine(
              silences(),
              Arbitraries.frequencyOf(
                  Tuple.of(2, Arbitraries.just(0)),
                  Tuple.of(1, Arbitraries.integers().between(5, 14))),
              Arbitraries.integers().between(0, 999))
          .as(Doing::new)
          .list()
          .ofMaxSize(40);
    }

    private static Arbitrary<Duration> silences() {
      Arbitrary<Duration> seconds = Arbitraries.longs().between(0, 120).map(Duration::ofSeconds);
      Arbitrary<Duration> minutes = Arbitraries.longs().between(2, 120).map(Duration::ofMinutes);
      Arbitrary<Duration> hours = Arbitraries.longs().between(2, 48).map(Duration::ofHours);
      Arbitrary<Duration> days = Arbitraries.longs().between(2, 120).map(Duration::ofDays);
      return Arbitraries.frequencyOf(
          Tuple.of(6, seconds), Tuple.of(5, minutes), Tuple.of(3, hours), Tuple.of(1, days));
    }
  }
}
