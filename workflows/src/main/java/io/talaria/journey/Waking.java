package io.talaria.journey;

import java.time.Duration;

/**
 * Who ends a journey's sleep. The engine's timers all fire at their time, and thousands of journeys
 * that fall due together keep everybody else waiting; so the journal, which knows when each is due,
 * has them woken at a pace, and their own timers are for the case that nobody does.
 */
public final class Waking {
  /**
   * A sleep of at least this length is ended by whoever wakes journeys; a shorter one by a timer.
   */
  public static final Duration FROM = Duration.ofMinutes(5);

  /** So much later the journey's own timer ends it. */
  public static final Duration GRACE = Duration.ofMinutes(4);

  private Waking() {}
}
