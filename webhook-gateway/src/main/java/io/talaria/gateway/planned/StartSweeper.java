package io.talaria.gateway.planned;

import io.talaria.gateway.door.JourneyRuns;
import io.talaria.gateway.door.JourneyRuns.Run;
import io.talaria.gateway.door.JourneyRuns.Standing;
import io.talaria.journal.planned.DueStarts;
import io.talaria.journey.JourneyStart;
import java.time.Duration;
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

  private final DueStarts due;
  private final JourneyRuns runs;

  StartSweeper(DueStarts due, JourneyRuns runs) {
    this.due = due;
    this.runs = runs;
  }

  @Scheduled(fixedDelayString = "${talaria.gateway.sweep-every}")
  void sweep() {
    due.dropOvertaken();
    for (JourneyStart start : due.take(NEXT_TRY, AT_ONCE)) {
      // A run that there is listens after the end of an earlier journey: none is open.
      Run run = runs.look(start.candidateId());
      if (run.standing() != Standing.AWAY) {
        runs.goOn(start, run.runId());
      }
    }
  }
}
