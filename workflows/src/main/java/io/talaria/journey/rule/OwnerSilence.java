package io.talaria.journey.rule;

import io.talaria.journey.Holder;
import io.talaria.journey.JourneyState;
import io.talaria.journey.Scheduled;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A person who holds a journey and leaves a waiting candidate alone gives it back to the bot.
 *
 * <p>It counts from when the holder last acted, or from when the candidate began to wait if that
 * was later, and only while the candidate waits: who waits for the candidate may hold the journey
 * as long as they like. A reply that the holder has scheduled is an act at its time.
 */
public final class OwnerSilence {
  private static final Duration LONGEST_NOTICE = Duration.ofMinutes(15);

  private OwnerSilence() {}

  /** When the holder is told; empty when they were, or while nothing counts. */
  public static Optional<Instant> warnsAt(JourneyState state) {
    Holder holder = state.hold().holder();
    return holder == null || holder.warnedAt() != null
        ? Optional.empty()
        : deadline(state).map(at -> at.minus(notice(state)));
  }

  /**
   * When the bot has the journey again; empty while nothing counts. A notice that came late, since
   * nothing ran, moves it: nobody loses a journey without having been told that long before.
   */
  public static Optional<Instant> returnsAt(JourneyState state) {
    Holder holder = state.hold().holder();
    if (holder == null) {
      return Optional.empty();
    }
    Instant warned = holder.warnedAt();
    return deadline(state).map(at -> warned == null ? at : later(at, warned.plus(notice(state))));
  }

  private static Optional<Instant> deadline(JourneyState state) {
    Holder holder = state.hold().holder();
    Duration silent = state.plan().times().ownerSilent();
    Instant waiting = state.silence().weOweSince();
    if (holder == null || silent == null || waiting == null || state.over()) {
      return Optional.empty();
    }
    Instant acted = holder.actedAt() == null ? holder.since() : holder.actedAt();
    Instant planned =
        state.hold().waiting().stream()
            .filter(s -> s.problem() == null && s.operatorId().equals(holder.operatorId()))
            .map(Scheduled::at)
            .min(Instant::compareTo)
            .orElse(acted);
    return Optional.of(later(later(acted, waiting), planned).plus(silent));
  }

  /** A quarter of an hour before, or half the time where that is shorter. */
  private static Duration notice(JourneyState state) {
    Duration silent = state.plan().times().ownerSilent();
    Duration half = silent == null ? Duration.ZERO : silent.dividedBy(2);
    return half.compareTo(LONGEST_NOTICE) < 0 ? half : LONGEST_NOTICE;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
