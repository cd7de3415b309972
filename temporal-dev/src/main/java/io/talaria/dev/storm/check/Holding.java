package io.talaria.dev.storm.check;

import io.talaria.dev.storm.check.Evidence.Hold;
import io.talaria.dev.storm.check.Evidence.How;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How long a hold lasts, seen from outside: between a request and its receipt nobody knows when it
 * was done, so each question is answered by the moment up to which there is no doubt.
 */
final class Holding {
  private final List<Hold> all;

  Holding(List<Hold> all) {
    this.all = all;
  }

  /**
   * From when on the bot may speak again; null for never. A journey that was handed over or taken
   * from its holder is still held, and whoever has it in the end gives it back.
   */
  @Nullable Instant botMaySpeakFrom(Hold hold) {
    return earliest(
        all.stream()
            .filter(other -> sameJourney(hold, other))
            .filter(
                other ->
                    !other.ackedAt().isBefore(hold.askedAt())
                        || other.operator().equals(hold.operator()))
            .map(Hold::releasedAt)
            .filter(Objects::nonNull)
            .filter(released -> !released.isBefore(hold.askedAt())));
  }

  /** Up to when nobody else can have had the journey; null for as long as it was looked at. */
  @Nullable Instant surelyUntil(Hold hold) {
    return earliest(
        all.stream()
            .filter(other -> sameJourney(hold, other))
            .flatMap(other -> ends(hold, other))
            .filter(Objects::nonNull)
            .filter(end -> !end.isBefore(hold.askedAt())));
  }

  private static Stream<@Nullable Instant> ends(Hold hold, Hold other) {
    boolean took =
        !other.equals(hold)
            && other.how() != How.TAKEN
            && !other.ackedAt().isBefore(hold.askedAt());
    if (took) {
      // Which of the two came first can't be told while their requests overlap.
      Instant at = other.askedAt().isBefore(hold.askedAt()) ? hold.askedAt() : other.askedAt();
      return Stream.of(at);
    }
    return other.operator().equals(hold.operator())
        ? Stream.of(other.passedAt(), other.releasedAt())
        : Stream.empty();
  }

  private static boolean sameJourney(Hold one, Hold other) {
    return one.number().equals(other.number());
  }

  private static @Nullable Instant earliest(Stream<@Nullable Instant> moments) {
    return moments.filter(Objects::nonNull).min(Instant::compareTo).orElse(null);
  }
}
