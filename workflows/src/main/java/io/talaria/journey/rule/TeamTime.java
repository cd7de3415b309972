package io.talaria.journey.rule;

import io.talaria.definition.Calendar;
import io.talaria.journey.JourneyState;
import io.talaria.journey.Timing;
import io.talaria.port.Journal.Opened;
import java.time.Duration;
import java.time.Instant;

/** The clocks of a journey: the team's, by which its deadlines count, and how they are set. */
final class TeamTime {
  private TeamTime() {}

  /** With the calendars of whoever opened it; a journey that goes on takes today's. */
  static JourneyState opened(JourneyState state, Opened opened) {
    Timing before = state.clocks();
    var timing = before.in(opened.quiet(), opened.office());
    return timing.equals(before) ? state : state.withTiming(timing);
  }

  /** When so much of the team's working time has passed. */
  static Instant after(JourneyState state, Instant since, Duration time) {
    Calendar office = state.clocks().office();
    return office == null ? since.plus(time) : office.after(since, time);
  }
}
