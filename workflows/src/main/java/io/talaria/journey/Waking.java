package io.talaria.journey;

import java.time.Duration;

/**
 * How a journey's sleeps end. The engine's timers all fire at their time, and thousands of journeys
 * that fall due together keep everybody else waiting; so the journal, which knows when each is due,
 * has them woken at a pace, and their own timers are for the case that nobody does.
 *
 * @param from a sleep of at least this length is ended by whoever wakes journeys; a shorter one by
 *     a timer
 * @param grace so much after its deadline the journey's own timer ends it
 */
public record Waking(Duration from, Duration grace) {
  /** What the gateway's settings say unless somebody changes them. */
  public static final Waking USUAL = new Waking(Duration.ofMinutes(5), Duration.ofMinutes(4));
}
