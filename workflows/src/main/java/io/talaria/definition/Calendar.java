package io.talaria.definition;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When something may happen at one place: the closed hours of a week and the closed days, resolved
 * to whole numbers for the place's time zone.
 *
 * <p>Code that replays must not ask a JDK for time zone rules, which differ from one release to the
 * next. So an activity resolves them once, history keeps them, and this counts with them alone.
 *
 * @param zone the IANA name, for people
 * @param shifts offsets from UTC, ascending; the first also counts before its begin, the last for
 *     ever
 * @param closed spans of each week, ascending and apart from each other
 * @param days closed days, as days since 1970-01-01 by the place's own date
 */
public record Calendar(String zone, List<Shift> shifts, List<Span> closed, List<Long> days) {
  private static final long DAY = 86_400;
  private static final long WEEK = 7 * DAY;

  /** 1970-01-01 was a Thursday: the week that it belongs to began three days before. */
  private static final long MONDAY = 3 * DAY;

  /** Some three years; only a calendar that never opens comes so far. */
  private static final int MOST_EDGES = 5_000;

  /**
   * @param from second since 1970-01-01T00:00Z
   * @param offset seconds that clocks of the place are ahead of UTC from then on
   */
  public record Shift(long from, int offset) {}

  /**
   * @param from minute since Monday 00:00, included
   * @param to excluded; at most 10,080
   */
  public record Span(int from, int to) {}

  /** Whether it is open then. */
  public boolean isOpen(Instant at) {
    long local = local(at.getEpochSecond());
    long minute = Math.floorMod(local + MONDAY, WEEK) / 60;
    return !days.contains(Math.floorDiv(local, DAY))
        && closed.stream().noneMatch(span -> span.from() <= minute && minute < span.to());
  }

  /** The first instant at or after this one when it is closed; empty when none is within a day. */
  public Optional<Instant> closesFrom(Instant at) {
    long last = at.getEpochSecond() + DAY;
    for (Instant next = at; next.getEpochSecond() <= last; ) {
      if (!isOpen(next)) {
        return Optional.of(next);
      }
      next = Instant.ofEpochSecond(edgeAfter(next.getEpochSecond()));
    }
    return Optional.empty();
  }

  /** The first instant at or after this one when it is open. */
  public Instant openFrom(Instant at) {
    return after(at, Duration.ZERO);
  }

  /**
   * When so much open time has passed; a moment when it is open, or just closes. A calendar that
   * never opens answers a time some years away.
   *
   * @param time not negative
   */
  public Instant after(Instant since, Duration time) {
    Instant at = since;
    Duration left = time;
    for (int edges = 0; edges < MOST_EDGES; edges++) {
      Instant edge = Instant.ofEpochSecond(edgeAfter(at.getEpochSecond()));
      if (isOpen(at)) {
        Duration here = Duration.between(at, edge);
        if (left.compareTo(here) <= 0) {
          return at.plus(left);
        }
        left = left.minus(here);
      }
      at = edge;
    }
    return at;
  }

  /** The next second at which it may open or close: a span's edge, midnight, or a shift. */
  private long edgeAfter(long second) {
    long local = local(second);
    long ofDay = Math.floorMod(local, DAY);
    long ofWeek = Math.floorMod(local + MONDAY, WEEK);
    long wait = DAY - ofDay;
    for (Span span : closed) {
      wait = sooner(wait, span.from() * 60L - ofWeek);
      wait = sooner(wait, span.to() * 60L - ofWeek);
    }
    for (Shift shift : shifts) {
      wait = sooner(wait, shift.from() - second);
    }
    return second + wait;
  }

  private static long sooner(long wait, long other) {
    return other > 0 && other < wait ? other : wait;
  }

  private long local(long second) {
    int offset = shifts.getFirst().offset();
    for (Shift shift : shifts) {
      if (shift.from() <= second) {
        offset = shift.offset();
      }
    }
    return second + offset;
  }
}
