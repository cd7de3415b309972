package io.talaria.gateway.planned;

import io.talaria.gateway.door.JourneyRuns;
import io.talaria.gateway.door.JourneyRuns.Run;
import io.talaria.gateway.door.JourneyRuns.Standing;
import io.talaria.journal.planned.DueStarts;
import io.talaria.journey.JourneyStart;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Begins journeys whose planned time has come. What the journal says counts: a run that finds its
 * start cancelled, changed or void begins nothing. While Temporal is away they wait.
 */
@Component
class StartSweeper {
  private static final Duration NEXT_TRY = Duration.ofSeconds(30);
  private static final int AT_ONCE = 50;

  /** What is due for longer waits for days, perhaps: looked at by {@link #dropOld}. */
  private static final Duration JUST_DUE = Duration.ofMinutes(5);

  private static final Duration EVER = Duration.ofDays(3_650);

  private final DueStarts due;
  private final JourneyRuns runs;

  StartSweeper(DueStarts due, JourneyRuns runs) {
    this.due = due;
    this.runs = runs;
  }

  @Scheduled(fixedDelayString = "${talaria.gateway.sweep-every}")
  void sweep() {
    due.dropOvertaken(JUST_DUE);
    for (JourneyStart start : due.take(NEXT_TRY, AT_ONCE)) {
      // A run that there is listens after the end of an earlier journey: none is open.
      Run run = runs.look(start.candidateId());
      if (run.standing() != Standing.AWAY) {
        runs.goOn(start, run.runId());
      }
    }
  }

  /** Of a campaign that waits for room there may be many thousands: not with each sweep. */
  @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
  void dropOld() {
    due.dropOvertaken(EVER);
  }
}
